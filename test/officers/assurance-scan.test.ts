import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { assuranceFormPdf } from '../../src/officers/assurances/form/form.js'
import { accountIdOf, audited, signedInAs, wordsOf } from '../own-account/client.js'
import type { Browser } from '../support/browser.js'
import { startTestApp } from '../support/app.js'

const typed = {
  'Skolkod eller kommunkod': '10001',
  'Undertecknad av (rektor eller förvaltningschef)': 'Berit Ask',
  'Undertecknad den': '2026-01-10',
  'Personnummer eller samordningsnummer': '910730-9859',
  Förnamn: 'Oskar',
  Efternamn: 'Brandt',
  'E-postadress': 'stina.prov@vatterbygden.example',
  Gatuadress: 'Storgatan 1',
  Postnummer: '553 18',
  Ort: 'Jönköping',
}

async function atTheForm(t: ExecutionContext) {
  const app = await startTestApp(t)
  const karin = await signedInAs(t, app, 'handlaggare1')
  return { app, karin }
}

async function register(
  browser: Browser,
  { file, effect = 'Är kvar', replaced = '' }: { file?: File; effect?: string; replaced?: string },
) {
  await browser.open('/handlaggning/forsakringar/ny')
  browser.tick('En skola')
  browser.tick(effect)
  for (const [label, value] of Object.entries(typed)) browser.fill(label, value)
  browser.fill('Vem som slutar, om det är en av dem', replaced)
  if (file) browser.attach('Den undertecknade blanketten som fil', file)
  return await browser.press('Registrera')
}

const pdf = async (name = 'skannad.pdf') => new File([new Uint8Array(await assuranceFormPdf(undefined))], name)

test('the signed form is kept, and handed over as a download that is audited (R-78)', async (t) => {
  const { app, karin } = await atTheForm(t)
  const file = await pdf('<script>.html')
  t.is(await register(karin, { file }), 200)
  t.true(wordsOf(karin).includes('Hämta den undertecknade blanketten'))
  const answer = await karin.send(`${karin.path().replace(/\?.*/, '')}/fil`)
  t.is(answer.status, 200)
  t.is(answer.headers.get('content-type'), 'application/pdf')
  t.regex(answer.headers.get('content-disposition') ?? '', /^attachment; filename="forsakran-[0-9a-f]{8}\.pdf"$/)
  t.is(answer.headers.get('content-security-policy'), "default-src 'none'; sandbox")
  t.is(answer.headers.get('x-content-type-options'), 'nosniff')
  t.deepEqual(Buffer.from(await answer.bytes()), Buffer.from(await file.bytes()))
  const [event, ...more] = await audited(app, 'assurance-scan-fetched')
  t.deepEqual(more, [])
  t.is(event?.by, await accountIdOf(app, 'handlaggare1'))
})

test('a HTML file named .pdf is refused in words, and what was typed is kept', async (t) => {
  const { app, karin } = await atTheForm(t)
  const file = new File(['<!doctype html><script>alert(1)</script>'], 'blankett.pdf', { type: 'application/pdf' })
  t.is(await register(karin, { file }), 422)
  t.regex(karin.errors().join(' '), /Filen är ingen PDF, PNG eller JPEG, vad den än heter/)
  t.true(karin.html().includes('Storgatan 1'))
  t.is((await app.owner.selectFrom('assurance').select('id').execute()).length, 0)
})

test('a form that is refused asks for its file again, since no file comes along', async (t) => {
  const { karin } = await atTheForm(t)
  await karin.open('/handlaggning/forsakringar/ny')
  t.false(wordsOf(karin).includes('Välj filen igen'))
  t.is(await register(karin, { file: await pdf(), effect: 'En av dem slutar när den nya börjar' }), 422)
  t.true(wordsOf(karin).includes('Välj filen igen'))
})

test('a picture in a telephone’s own format is refused with what to do', async (t) => {
  const { karin } = await atTheForm(t)
  t.is(await register(karin, { file: new File(['\0\0\0\u0018ftypheic\0\0\0\0'], 'blankett.jpg') }), 422)
  t.regex(karin.errors().join(' '), /formatet HEIC.*Ta bilden som JPEG/)
})

test('a file of more than ten megabytes is refused in words, and what was typed is kept', async (t) => {
  const { app, karin } = await atTheForm(t)
  const bytes = new Uint8Array(10 * 1024 * 1024 + 1)
  bytes.set(new TextEncoder().encode('%PDF-1.7'))
  bytes.set(new TextEncoder().encode('%%EOF'), bytes.length - 6)
  t.is(await register(karin, { file: new File([bytes], 'stor.pdf') }), 422)
  t.regex(karin.errors().join(' '), /Filen är större än 10 MB/)
  t.true(karin.html().includes('Storgatan 1'))
  t.is(await register(karin, { file: new File([bytes.subarray(1), '%%EOF'], 'fel.pdf') }), 422)
  t.is((await app.owner.selectFrom('assurance').select('id').execute()).length, 0)
})

test('a paper without a file says so, and has nothing to fetch', async (t) => {
  const { karin } = await atTheForm(t)
  t.is(await register(karin, {}), 200)
  t.true(wordsOf(karin).includes('Blanketten har inte lästs in'))
  t.is((await karin.send(`${karin.path().replace(/\?.*/, '')}/fil`)).status, 404)
})

test('a paper that adds somebody who is appointed there already is refused in words', async (t) => {
  const { app, karin } = await atTheForm(t)
  await sql`insert into appointment (account_id, organisation_id, valid_from)
    select account.id, organisation.id, portvakt_today() from account, organisation
    where username = 'utan10001' and code = '10001' and kind = 'school'`.execute(app.owner)
  t.is(await register(karin, {}), 422)
  t.regex(karin.errors().join(' '), /redan behörighetsadministratör där, till samma dag/)
  karin.fill('Sista dag (lämna tomt om uppdraget gäller tills vidare)', '2040-06-30')
  t.is(await karin.press('Registrera'), 200, 'another last day is another appointment')
})

test('a paper may replace one of several administrators, and the others stay', async (t) => {
  const { app, karin } = await atTheForm(t)
  await sql`insert into appointment (account_id, organisation_id, valid_from)
    select account.id, organisation.id, portvakt_today() from account, organisation
    where username = 'rapport10001' and code = '10001' and kind = 'school'`.execute(app.owner)
  const one = 'En av dem slutar när den nya börjar'
  t.is(await register(karin, { effect: one, replaced: 'Ingen Alls' }), 422)
  t.regex(karin.errors().join(' '), /Ingen av behörighetsadministratörerna där har det namnet/)
  t.is(await register(karin, { effect: one, replaced: ' marie  LINDBLAD ', file: await pdf() }), 200)
  t.true(wordsOf(karin).includes('Marie Lindblad slutar när den nya börjar'))
  const johan = await signedInAs(t, app, 'handlaggare2')
  await johan.open(karin.path().replace(/\?.*/, ''))
  t.is(await johan.press('Godkänn'), 200)
  t.regex(wordsOf(johan), /Vad som har hänt sedan Uppdraget gäller från och med \d+ \S+ \d{4}, tills vidare\./)
  const live = await app.owner
    .selectFrom('appointment')
    .innerJoin('account', 'account.id', 'appointment.account_id')
    .innerJoin('organisation', 'organisation.id', 'appointment.organisation_id')
    .where('organisation.code', '=', '10001')
    .where('appointment.ended_at', 'is', null)
    .select('username')
    .orderBy('username')
    .execute()
  t.deepEqual(
    live.map(({ username }) => username),
    ['rapport10001', 'utan10001'],
  )
})
