import test, { type ExecutionContext } from 'ava'
import { dialledFrom, faultsInContact } from '../../../src/organisations/contacts/contact.js'
import { audited, signedInAs, wordsOf } from '../../own-account/client.js'
import type { Browser } from '../../support/browser.js'
import { startTestApp, type TestApp } from '../../support/app.js'

const idOf = async ({ owner }: TestApp, code: string) =>
  (await owner.selectFrom('organisation').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id

async function officerIn(t: ExecutionContext) {
  const app = await startTestApp(t)
  const id = await idOf(app, '10001')
  return { app, id, page: `/handlaggning/organisationer/${id}`, karin: await signedInAs(t, app, 'handlaggare1') }
}

async function add(
  browser: Browser,
  page: string,
  typed: { name: string; telephone?: string; email?: string; isResponsible?: boolean },
) {
  await browser.open(`${page}/kontakter/ny`)
  browser.fill('Namn', typed.name)
  browser.fill('Telefonnummer', typed.telephone ?? '')
  browser.fill('E-postadress', typed.email ?? '')
  browser.tick('Ansvarig för skolan eller kommunen', typed.isResponsible ?? false)
  return await browser.press('Spara')
}

test('the school sees whom to call at the agency, the responsible ones first and in bold', async (t) => {
  const { app, id, page, karin } = await officerIn(t)
  await add(karin, page, { name: 'Anders Bok', email: 'anders@agency.example' })
  t.is(await add(karin, page, { name: 'Åsa Prov', telephone: '08-465 004 01', isResponsible: true }), 200)
  t.regex(wordsOf(karin), /Åsa Prov \(ansvarig\) , 08-465 004 01 .*Anders Bok, anders@agency.example/)
  const marie = await signedInAs(t, app, 'admin10001')
  for (const path of [`/behorigheter/organisationer/${id}`, '/handbok']) {
    t.is(await marie.open(path), 200)
    t.true(marie.html().includes('<strong>Åsa Prov</strong>'), path)
    t.true(marie.html().includes('href="tel:+46846500401"'), path)
    t.false(marie.html().includes('<strong>Anders Bok</strong>'), path)
  }
  t.true(wordsOf(marie).includes('Vätterbygdens yrkeshögskola, Skolkod 10001'))
  t.is((await audited(app, 'contact-added')).length, 2)
})

test('another school and people who administer none do not see them', async (t) => {
  const { app, page, karin } = await officerIn(t)
  await add(karin, page, { name: 'Åsa Prov', telephone: '08-465 004 01' })
  for (const username of ['admin10002', 'rapport10001']) {
    const browser = await signedInAs(t, app, username)
    t.is(await browser.open('/handbok'), 200)
    t.false(browser.html().includes('Åsa Prov'), username)
  }
})

test('a contact is changed and removed, and what it was is kept', async (t) => {
  const { app, page, karin } = await officerIn(t)
  await add(karin, page, { name: 'Åsa Prov', telephone: '08-465 004 01' })
  await karin.follow('Ändra eller ta bort Åsa Prov')
  karin.fill('Telefonnummer', '08-465 004 02')
  t.is(await karin.press('Spara'), 200)
  t.true(wordsOf(karin).includes('08-465 004 02'))
  await karin.follow('Ändra eller ta bort Åsa Prov')
  t.is(await karin.press('Ta bort kontaktpersonen'), 200)
  t.true(wordsOf(karin).includes('Inga kontaktpersoner är angivna.'))
  const rows = await app.owner.selectFrom('agency_contact').selectAll().orderBy('added_at').execute()
  t.deepEqual(
    rows.map(({ telephone, removed_at: removed }) => [telephone, removed !== null]),
    [
      ['08-465 004 01', true],
      ['08-465 004 02', true],
    ],
  )
  t.deepEqual([(await audited(app, 'contact-changed')).length, (await audited(app, 'contact-removed')).length], [1, 1])
})

test('of two officers who change the same contact the second is told, and undoes nothing', async (t) => {
  const { app, page, karin } = await officerIn(t)
  const johan = await signedInAs(t, app, 'handlaggare2')
  await add(karin, page, { name: 'Åsa Prov', telephone: '08-465 004 01' })
  await johan.open(page)
  await karin.follow('Ändra eller ta bort Åsa Prov')
  await johan.follow('Ändra eller ta bort Åsa Prov')
  karin.fill('Telefonnummer', '08-465 004 02')
  await karin.press('Spara')
  johan.fill('Telefonnummer', '08-465 004 03')
  t.is(await johan.press('Spara'), 200)
  t.true(wordsOf(johan).includes('Någon annan har just ändrat kontaktpersonen.'))
  t.true(wordsOf(johan).includes('08-465 004 02'))
})

for (const [typed, error] of [
  [{ name: '', telephone: '08-465 004 01' }, /Skriv namnet/],
  [{ name: 'Åsa Prov' }, /ett telefonnummer eller en e-postadress/],
  [{ name: 'Åsa Prov', telephone: 'ring mig' }, /Skriv telefonnumret med siffror/],
  [{ name: 'Åsa Prov', email: 'asa@' }, /E-postadressen går inte att använda/],
] as const) {
  test(`a contact told as ${JSON.stringify(typed)} is refused in words that say how to mend it`, async (t) => {
    const { app, page, karin } = await officerIn(t)
    t.is(await add(karin, page, typed), 422)
    t.regex(karin.errors().join(' '), error)
    t.deepEqual(await app.owner.selectFrom('agency_contact').select('id').execute(), [])
  })
}

test('two contacts of one name at the same school are refused, whatever the case', async (t) => {
  const { page, karin } = await officerIn(t)
  await add(karin, page, { name: 'Åsa Prov', telephone: '08-465 004 01' })
  t.is(await add(karin, page, { name: 'åsa prov', telephone: '08-465 004 02' }), 422)
  t.regex(karin.errors().join(' '), /Det finns redan en kontaktperson/)
})

test('a telephone number is dialled from abroad too, and what no telephone dials is none', (t) => {
  t.is(dialledFrom('08-465 004 00'), '+46846500400')
  t.is(dialledFrom('+47 (22) 12 34 56'), '+4722123456')
  for (const telephone of ['1234', '+', 'tel:112', '12345\n6']) {
    t.deepEqual(
      faultsInContact({ name: 'Åsa', telephone, email: null, isResponsible: false }),
      ['telephone'],
      telephone,
    )
  }
})
