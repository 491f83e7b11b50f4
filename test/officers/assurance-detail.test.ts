import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { accountIdOf, audited, signedInAs, wordsOf } from '../own-account/client.js'
import type { Browser } from '../support/browser.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { registeredAssurance, signedForm } from './assurance-fixture.js'

const amir = '198204179835'
const oscar = '199107309859'

/** A paper that appoints Rut Prov and waits, open before another officer than who registered it. */
async function atTheAssurance(t: ExecutionContext, given: { number?: string; hasScan?: boolean } = {}) {
  const app = await startTestApp(t)
  const id = await registeredAssurance(app)
  const { owner } = app
  if (given.number !== undefined) {
    await owner.updateTable('assurance').set({ personal_identity_number: given.number }).where('id', '=', id).execute()
  }
  if (given.hasScan === false) await owner.deleteFrom('assurance_scan').where('assurance_id', '=', id).execute()
  const karin = await signedInAs(t, app, 'handlaggare1')
  await karin.open(`/handlaggning/forsakringar/${id}`)
  return { app, id, karin, page: `/handlaggning/forsakringar/${id}` }
}

const protect = async ({ owner }: TestApp, number: string) =>
  await sql`update person set has_protected_identity = true where personal_identity_number = ${number}`.execute(owner)

const decisionOn = async ({ owner }: TestApp, id: string) =>
  (await owner.selectFrom('assurance').select('decision').where('id', '=', id).executeTakeFirstOrThrow()).decision

test('the number on a paper is masked until it is asked for, and both readings are in the audit', async (t) => {
  const { app, id, karin } = await atTheAssurance(t, { number: amir })
  t.regex(wordsOf(karin), /19820417-\*{4}/)
  t.false(karin.source().includes('9835'))
  const organisation = { assurance: id }
  const [by, about] = [await accountIdOf(app, 'handlaggare1'), await accountIdOf(app, 'rapport10001')]
  t.deepEqual(await audited(app, 'assurance-shown'), [{ by, about, details: organisation }])
  t.is(await karin.press('Visa personnummer'), 200)
  t.regex(wordsOf(karin), /19820417-9835/)
  t.true(wordsOf(karin).includes('Att du tittade har antecknats i loggen.'))
  t.deepEqual(await audited(app, 'number-shown'), [{ by, about, details: organisation }])
})

test('a number that nobody has here is masked too, and asking for it is noted with the paper', async (t) => {
  const { app, id, karin } = await atTheAssurance(t)
  t.false(karin.source().includes('9800'))
  await karin.press('Visa personnummer')
  t.regex(wordsOf(karin), /19910730-9800/)
  t.like(await audited(app, 'number-shown'), [{ about: null, details: { assurance: id } }])
})

test('a paper about somebody with protected identity shows no name, number or address until it is asked for', async (t) => {
  const { app, karin, page } = await atTheAssurance(t, { number: amir })
  await protect(app, amir)
  await karin.open(page)
  t.is(karin.heading(), 'En person med skyddade personuppgifter, Norrsjö folkhögskola')
  for (const secret of ['Rut', 'Amir', 'rut@skola.example', 'Storgatan 1', '19820417'])
    t.false(karin.html().includes(secret), secret)
  t.true(wordsOf(karin).includes('en person med skyddade personuppgifter, som heter något annat hos oss'))
  await karin.press('Visa uppgifterna')
  t.is(karin.heading(), 'Rut Prov, Norrsjö folkhögskola')
  t.regex(wordsOf(karin), /19820417-9835.*rut@skola\.example.*Storgatan 1/)
  t.is((await audited(app, 'protected-details-shown')).length, 1)
})

test('who approves is told when the number is somebody’s of another name, and approves only by saying that it is them', async (t) => {
  const { app, id, karin } = await atTheAssurance(t, { number: oscar })
  t.true(wordsOf(karin).includes('Numret tillhör någon som heter Oskar Brandt hos oss'))
  t.is(await karin.press('Godkänn'), 422)
  t.deepEqual(karin.errors(), ['Kryssa i att det är samma person, eller avvisa försäkran.'])
  t.is(await decisionOn(app, id), null)
  karin.tick('Det är samma person, fast namnet är ett annat')
  t.is(await karin.press('Godkänn'), 200)
  t.is(await decisionOn(app, id), 'approved')
})

test('who approves is told that the person has an account already, and nothing more is asked when the name is theirs', async (t) => {
  const { app, id, karin } = await atTheAssurance(t, { number: oscar })
  await app.owner.updateTable('assurance').set({ given_name: 'OSKAR', family_name: ' Brandt' }).execute()
  await karin.open(`/handlaggning/forsakringar/${id}`)
  t.true(wordsOf(karin).includes('Personen har redan ett konto hos oss.'))
  t.false(wordsOf(karin).includes('Numret tillhör'))
  t.is(await karin.press('Godkänn'), 200)
  t.is(await decisionOn(app, id), 'approved')
})

const typed = {
  'Skolkod eller kommunkod': '10001',
  'Undertecknad av (rektor eller förvaltningschef)': 'Berit Ask',
  'Undertecknad den': '2026-01-10',
  'Personnummer eller samordningsnummer': '910730-9859',
  Förnamn: 'Rut',
  Efternamn: 'Prov',
  'E-postadress': 'rut@skola.example',
  Gatuadress: 'Storgatan 1',
  Postnummer: '553 18',
  Ort: 'Jönköping',
}

async function register(browser: Browser): Promise<number> {
  await browser.open('/handlaggning/forsakringar/ny')
  browser.tick('En skola')
  browser.tick('Är kvar')
  for (const [label, value] of Object.entries(typed)) browser.fill(label, value)
  return await browser.press('Registrera')
}

const papers = async ({ owner }: TestApp) => (await owner.selectFrom('assurance').select('id').execute()).length

test('who registers is told when the number is somebody’s of another name, and registers only by saying that it is them', async (t) => {
  const app = await startTestApp(t)
  const karin = await signedInAs(t, app, 'handlaggare1')
  t.is(await register(karin), 422)
  t.regex(karin.errors().join(' '), /Numret tillhör någon som heter Oskar Brandt hos oss\. Kontrollera numret\./)
  t.like(await audited(app, 'number-checked'), [{ about: await accountIdOf(app, 'utan10001') }])
  t.is(await karin.press('Registrera'), 422)
  t.is(await papers(app), 0)
  karin.tick('Det är samma person, fast namnet är ett annat')
  t.is(await karin.press('Registrera'), 200)
  t.is(await papers(app), 1)
})

test('that it is the same person is said of the one who was told of, and not of whoever’s number is typed next', async (t) => {
  const app = await startTestApp(t)
  const karin = await signedInAs(t, app, 'handlaggare1')
  await register(karin)
  karin.tick('Det är samma person, fast namnet är ett annat')
  karin.fill('Personnummer eller samordningsnummer', '820417-9835')
  t.is(await karin.press('Registrera'), 422)
  t.regex(karin.errors().join(' '), /Amir Haddad/)
  t.is(await papers(app), 0)
})

test('who registers is not told the name of somebody with protected identity', async (t) => {
  const app = await startTestApp(t)
  await protect(app, oscar)
  const karin = await signedInAs(t, app, 'handlaggare1')
  t.is(await register(karin), 422)
  t.regex(karin.errors().join(' '), /en person med skyddade personuppgifter, som heter något annat/)
  t.notRegex(karin.html(), /Oskar|Brandt/)
})

test('nobody approves a paper before the signed form is there as a file, whatever form they send (R-70)', async (t) => {
  const { app, id, karin, page } = await atTheAssurance(t, { hasScan: false })
  t.true(wordsOf(karin).includes('Den undertecknade blanketten måste vara inläst innan försäkran kan godkännas.'))
  t.false(karin.html().includes('/godkann"'))
  const body = new URLSearchParams({ token: karin.formToken() })
  t.is((await karin.send(`${page}/godkann`, { method: 'POST', body })).status, 422)
  t.is(await decisionOn(app, id), null)
})

test('the signed form is added while the paper waits, leaves a trace, and the paper can be approved', async (t) => {
  const { app, id, karin } = await atTheAssurance(t, { hasScan: false })
  karin.attach('Den undertecknade blanketten som fil', signedForm())
  t.is(await karin.press('Läs in blanketten'), 200)
  t.true(wordsOf(karin).includes('Blanketten är inläst.'))
  const by = await accountIdOf(app, 'handlaggare1')
  t.deepEqual(await audited(app, 'assurance-scan-added'), [{ by, about: null, details: { assurance: id } }])
  t.is(await karin.press('Godkänn'), 200)
  t.is(await decisionOn(app, id), 'approved')
})

for (const [what, file, error] of [
  ['no file', undefined, 'Välj filen med den undertecknade blanketten.'],
  ['a HTML file named .pdf', signedForm('blankett.pdf', '<script>alert(1)</script>'), /ingen PDF, PNG eller JPEG/],
] as const) {
  test(`${what} is not added as a signed form`, async (t) => {
    const { app, karin } = await atTheAssurance(t, { hasScan: false })
    if (file !== undefined) karin.attach('Den undertecknade blanketten som fil', file)
    t.is(await karin.press('Läs in blanketten'), 422)
    t.regex(karin.errors().join(' '), new RegExp(error))
    t.is((await app.owner.selectFrom('assurance_scan').select('type').execute()).length, 0)
  })
}

for (const [what, decision] of [
  ['a signed form that is there is never replaced', null],
  ['nothing is added to a paper that has been decided', 'withdrawn'],
] as const) {
  test(what, async (t) => {
    const { app, id, karin, page } = await atTheAssurance(t, { hasScan: decision === null })
    if (decision !== null) {
      await sql`update assurance set decision = ${decision}, decided_by = registered_by, decided_at = now()
        where id = ${id}`.execute(app.owner)
    }
    const scans = async () => await app.owner.selectFrom('assurance_scan').selectAll().execute()
    const before = await scans()
    const body = new FormData()
    body.set('token', karin.formToken())
    body.set('scan', signedForm('annan.pdf', '%PDF-1.7\nannan\n%%EOF\n'))
    t.is((await karin.send(`${page}/fil`, { method: 'POST', body })).status, 409)
    t.deepEqual(await scans(), before)
    t.deepEqual(await audited(app, 'assurance-scan-added'), [])
  })
}
