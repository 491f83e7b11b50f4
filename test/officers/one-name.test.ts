import test, { type ExecutionContext } from 'ava'
import { batchPdf } from '../../src/officers/username-letters/pdf/batch.js'
import { textIn } from '../../src/text/text.js'
import { printLetters } from '../../src/username-letters/print-letters.js'
import { fromWithin } from '../../src/context/origin.js'
import { accountIdOf, signedInAs, wordsOf } from '../own-account/client.js'
import type { Browser } from '../support/browser.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { writtenIn } from '../support/pdf.js'
import { letterIn } from './letter.js'

const tick = 'Personen har bara ett namn: det andra fältet lämnas tomt'
const needsTick = 'Skriv efternamnet. Har personen bara ett namn kryssar du i rutan för det.'
const twoNames =
  'Det är ikryssat att personen bara har ett namn, men två är skrivna. Ta bort krysset eller ett av namnen.'

/** An officer before a school of whose services the agency keeps one. */
async function atSchool(t: ExecutionContext) {
  const app = await startTestApp(t)
  await app.owner
    .updateTable('administered_by')
    .set({ administrator: 'agency' })
    .where('school_form', '=', 'folkhogskola')
    .where('service', '=', 'studeranderapportering')
    .execute()
  const school = await app.owner
    .selectFrom('organisation')
    .select('id')
    .where('code', '=', '10002')
    .executeTakeFirstOrThrow()
  const officer = await signedInAs(t, app, 'handlaggare1')
  return { app, officer, page: `/handlaggning/organisationer/${school.id}` }
}

const fillIn = (browser: Browser, typed: Readonly<Record<string, string>>) => {
  for (const [label, value] of Object.entries(typed)) browser.fill(label, value)
}

const namesAt = async ({ owner }: TestApp, given: string) =>
  await owner
    .selectFrom('person')
    .select(['given_name', 'family_name'])
    .where('given_name', '=', given)
    .executeTakeFirst()

const address = {
  'E-postadress': 'suharto@skola.example',
  Gatuadress: 'Storgatan 1',
  Postnummer: '553 18',
  Ort: 'Jönköping',
}

test('an officer gives a permission to somebody new with one name when it is ticked, and the letter carries it', async (t) => {
  const { app, officer, page } = await atSchool(t)
  await officer.open(`${page}/ge`)
  officer.tick('Studeranderapportering')
  fillIn(officer, { Person: '910730-9800', Förnamn: 'Suharto', ...address })
  t.is(await officer.press('Ge behörigheten'), 422)
  t.deepEqual(officer.errors(), [needsTick])
  officer.tick(tick)
  officer.fill('Efternamn', 'Haji')
  t.is(await officer.press('Ge behörigheten'), 422)
  t.deepEqual(officer.errors(), [twoNames])
  officer.fill('Efternamn', '')
  t.is(await officer.press('Ge behörigheten'), 200)
  t.deepEqual(await namesAt(app, 'Suharto'), { given_name: 'Suharto', family_name: null })
  t.regex(wordsOf(officer), / Suharto, /)

  const account = await app.owner
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select('username')
    .where('given_name', '=', 'Suharto')
    .executeTakeFirstOrThrow()
  const input = {
    letterIds: [await letterIn(app, account.username)],
    by: await accountIdOf(app, 'handlaggare1'),
    from: fromWithin('test'),
  }
  const letters = await app.db.transaction().execute(async (trx) => await printLetters(trx, input))
  t.deepEqual(
    letters.map((letter) => letter.address),
    [['Suharto', 'Storgatan 1', '553 18 Jönköping']],
  )
  const pages = await writtenIn(
    await batchPdf({
      letters,
      kiosk: 'https://id.example.se/losenordskiosk',
      text: textIn('sv'),
      language: 'sv',
      dayIn: () => '25 november 2026',
    }),
  )
  const lines = pages.flat().map(({ words }) => words)
  t.true(lines.includes('Suharto'))
  t.false(lines.some((line) => /null|undefined|Suharto {2}/.test(line)))
})

test('an officer leaves out a name in Ändra uppgifter when it is ticked, in Swedish and in English', async (t) => {
  const { app, officer } = await atSchool(t)
  const page = `/handlaggning/konton/${await accountIdOf(app, 'rapport10001')}`
  await officer.open(`${page}/uppgifter`)
  fillIn(officer, { Förnamn: 'Suharto', Efternamn: '' })
  t.is(await officer.press('Spara'), 422)
  t.deepEqual(officer.errors(), [needsTick])
  officer.tick(tick)
  t.is(await officer.press('Spara'), 200)
  t.deepEqual(await namesAt(app, 'Suharto'), { given_name: 'Suharto', family_name: null })
  t.is(officer.heading(), 'Suharto')

  await officer.open(`${page}/uppgifter`)
  await officer.press('In English')
  officer.fill('Family name', 'Haji')
  t.is(await officer.press('Save'), 422, 'the tick is there as it was kept')
  t.deepEqual(officer.errors(), [textIn('en').mistakes['two-names']])
  officer.tick('The person has only one name: the other field is left empty', false)
  t.is(await officer.press('Save'), 200)
  t.deepEqual(await namesAt(app, 'Suharto'), { given_name: 'Suharto', family_name: 'Haji' })
})

test('a person with one name stands in the list and in its file by the name there is', async (t) => {
  const app = await startTestApp(t)
  const reporter = await accountIdOf(app, 'rapport10001')
  await app.owner
    .updateTable('person')
    .set({ given_name: 'Bosse', family_name: null })
    .where('id', '=', app.owner.selectFrom('account').select('person_id').where('id', '=', reporter))
    .execute()
  const administrator = await signedInAs(t, app, 'admin10001')
  await administrator.open('/behorigheter/personer')
  await administrator.press('Ladda ner som CSV')
  const names = administrator
    .html()
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(';').slice(0, 2).join(' '))
  t.deepEqual([...new Set(names)], ['"" "Bosse"', '"Brandt" "Oskar"', '"Ekholm" "Saga"'])
})
