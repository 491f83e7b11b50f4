import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import writeWorkbook from 'write-excel-file/node'
import test, { type ExecutionContext } from 'ava'
import { audited, signedInAs, wordsOf } from '../../own-account/client.js'
import type { Browser } from '../../support/browser.js'
import { startTestApp } from '../../support/app.js'

const place = '/handlaggning/organisationer/las-in'

/** As the municipalities are published: 290 of them, with codes whose zeros matter. */
const municipalities = (name = (place: number) => `Provkommun ${place}`) =>
  [
    'municipality_code,municipality_name,municipality_name_short,county_code',
    ...Array.from({ length: 290 }, (_, place) => `${String(114 + place).padStart(4, '0')},${name(place)},Prov,01`),
  ].join('\n')

async function send(browser: Browser, content: string | Uint8Array<ArrayBuffer>) {
  await browser.open(place)
  const body = new FormData()
  body.set('token', browser.formToken())
  body.set('fil', new File([content], 'fil.csv', { type: 'text/csv' }))
  const answer = await browser.send(place, { method: 'POST', body })
  const to = answer.headers.get('location')
  return to === null
    ? { status: answer.status, html: await answer.text() }
    : { status: await browser.open(to), html: '' }
}

/** The file lies beside the checkout, where there is one. */
const published = fileURLToPath(new URL('../../../../../shared/data/municipalities.csv', import.meta.url))
const testPublished = existsSync(published) ? test : test.skip

async function officerIn(t: ExecutionContext) {
  const app = await startTestApp(t)
  const count = async () =>
    (await app.owner.selectFrom('organisation').where('kind', '=', 'municipality').select('id').execute()).length
  return { app, count, karin: await signedInAs(t, app, 'handlaggare1') }
}

test('290 municipalities come in through the page, after a preview, and twice is as once', async (t) => {
  const { app, count, karin } = await officerIn(t)
  t.is((await send(karin, municipalities())).status, 200)
  t.true(wordsOf(karin).includes('290 nya, 0 ändrade, 0 oförändrade, 0 felaktiga.'))
  t.is(await count(), 1)
  t.is(await karin.press('Spara allt'), 200)
  t.is(await count(), 291)
  t.is(karin.heading(), 'Filen är inläst')
  t.regex(wordsOf(karin), /290 är nya\. 0 är ändrade\. 0 är som de var\. Sparat/)
  t.like((await audited(app, 'organisations-imported')).at(-1), { details: { added: 290 } })
  await send(karin, municipalities())
  t.true(wordsOf(karin).includes('0 nya, 0 ändrade, 290 oförändrade, 0 felaktiga.'))
  t.false(karin.html().includes('Spara allt'))
  await send(
    karin,
    municipalities((row) => (row === 3 ? 'Nytt namn' : `Provkommun ${row}`)),
  )
  t.true(wordsOf(karin).includes('0 nya, 1 ändrade, 289 oförändrade'))
  t.true(wordsOf(karin).includes('Nytt namn (hette Provkommun 3)'))
})

test('a faulty row is told by its number, and nothing of the file is saved', async (t) => {
  const { count, karin } = await officerIn(t)
  await send(karin, 'kod;namn\n0114;Väsby\n115;Vallentuna\n')
  karin.fill('Filen innehåller', 'municipality')
  t.is(await karin.press('Förhandsgranska'), 200)
  t.regex(wordsOf(karin), /Rad 3, kolumn kod: Koden ska vara fyra till åtta siffror/)
  t.true(wordsOf(karin).includes('1 nya, 0 ändrade, 0 oförändrade, 1 felaktiga.'))
  t.false(karin.html().includes('Spara allt'))
  t.is(await count(), 1)
})

test('an officer reads in a file of a million separators, which is refused in words', async (t) => {
  const { karin } = await officerIn(t)
  const refused = await send(karin, ';'.repeat(1024 * 1024))
  t.is(refused.status, 422)
  t.true(refused.html.includes('Filen har fler än 100 kolumner.'))
})

test('an officer reads in a list of schools that Excel saved as an older CSV', async (t) => {
  const { karin } = await officerIn(t)
  t.is((await send(karin, Uint8Array.from(readFileSync('test/cases/organisations-windows1252.csv')))).status, 200)
  t.true(wordsOf(karin).includes('1 nya, 0 ändrade, 0 oförändrade, 0 felaktiga.'))
  t.true(wordsOf(karin).includes('Häljö folkhögskola'))
})

const fixture = (name: string) => Uint8Array.from(readFileSync(`test/cases/${name}`))

test('a school whose code has lost its zero is pointed out, and added only with a yes', async (t) => {
  const { app, karin } = await officerIn(t)
  const codes = async () => {
    const rows = await app.owner
      .selectFrom('organisation')
      .where('name', '=', 'Noll folkhögskola')
      .select('code')
      .execute()
    return rows.map(({ code }) => code)
  }
  await send(karin, fixture('organisations-lost-zeros-original.csv'))
  t.is(await karin.press('Spara allt'), 200)
  await send(karin, fixture('organisations-lost-zeros.csv'))
  t.regex(
    wordsOf(karin),
    /De här kan finnas redan Rad 2: ”1234 Noll folkhögskola” har samma kod som ”01234 Noll folkhögskola”, så när som på nollor i början/,
  )
  t.is(await karin.press('Spara allt'), 422)
  t.regex(wordsOf(karin), /Kryssa i att de är nya/)
  t.deepEqual(await codes(), ['01234'])
  karin.tick('Ja, de är andra och ska läggas till som nya')
  t.is(await karin.press('Spara allt'), 200)
  t.deepEqual((await codes()).toSorted(), ['01234', '1234'])
})

test('other filled sheets of a workbook are named above the preview', async (t) => {
  const { karin } = await officerIn(t)
  const sheet = (name: string, code: string) => ({
    sheet: name,
    data: [
      [{ value: 'kod' }, { value: 'namn' }],
      [{ value: code }, { value: `Skola ${code}` }],
    ],
  })
  await send(
    karin,
    Uint8Array.from(await writeWorkbook([sheet('Skolor', '30001'), sheet('Gamla', '30002')]).toBuffer()),
  )
  t.regex(wordsOf(karin), /Bladet ”Skolor” läses\. Arbetsboken har fler ifyllda blad, som inte läses: Gamla\./)
  t.true(wordsOf(karin).includes('1 nya'))
})

test('columns with other names are chosen on the page', async (t) => {
  const { count, karin } = await officerIn(t)
  await send(karin, 'nr,vad\n0114,Väsby\n')
  t.true(wordsOf(karin).includes('Välj vilka kolumner som har kod och namn'))
  karin.fill('Filen innehåller', 'municipality')
  karin.fill('Kolumn med kod', 'nr')
  karin.fill('Kolumn med namn', 'vad')
  await karin.press('Förhandsgranska')
  t.is(await karin.press('Spara allt'), 200)
  t.is(await count(), 2)
})

test('a file that is no text is refused in words, and another officer’s file is not there', async (t) => {
  const { app, karin } = await officerIn(t)
  const refused = await send(karin, 'kod\0namn')
  t.is(refused.status, 422)
  t.true(refused.html.includes('varken ett kalkylblad (xlsx) eller en textfil (csv)'))
  await send(karin, municipalities())
  const johan = await signedInAs(t, app, 'handlaggare2')
  t.is((await johan.send(karin.path())).status, 404)
})

testPublished('the 290 municipalities as they are published come in through the page, after a preview', async (t) => {
  const { app, count, karin } = await officerIn(t)
  await send(karin, readFileSync(published, 'utf8'))
  t.true(wordsOf(karin).includes('290 nya, 0 ändrade, 0 oförändrade, 0 felaktiga.'))
  t.is(await karin.press('Spara allt'), 200)
  t.regex(wordsOf(karin), /290 är nya\./)
  t.is(await count(), 291)
  const { name } = await app.owner
    .selectFrom('organisation')
    .where('code', '=', '0114')
    .select('name')
    .executeTakeFirstOrThrow()
  t.is(name, 'Upplands Väsby kommun')
})

test('who has read in nothing is led to do so', async (t) => {
  const { karin } = await officerIn(t)
  t.is(await karin.open(`${place}/klart`), 200)
  t.is(karin.path(), place)
})

test('a postal code with a prefix in a list of schools is the code without it, and the same school twice is named', async (t) => {
  const { app, karin } = await officerIn(t)
  const rows = readFileSync('test/fixtures/organisations-postal-prefix.csv', 'utf8').split(/\r?\n/)
  const read = async (content: string) => {
    await send(karin, content)
    await karin.open(
      `${karin.path().split('?')[0] ?? ''}?kind=school&code=Skolkod&name=Namn&street=Gatuadress&postalCode=Postnummer&locality=Ort&schoolForms=Skolform`,
    )
  }
  await read(rows.join('\n'))
  t.regex(wordsOf(karin), /2 nya, 0 ändrade, 0 oförändrade, 0 felaktiga\./)
  t.regex(
    wordsOf(karin),
    /”20007 Häljö folkhögskola” har en ny kod men samma namn och ort som ”20006 Häljö folkhögskola”/,
  )
  await read(rows.slice(0, 2).join('\n'))
  t.is(await karin.press('Spara allt'), 200)
  const kept = app.owner.selectFrom('organisation').where('code', '=', '20006').select(['street', 'postal_code'])
  t.deepEqual(await kept.executeTakeFirst(), { street: 'Ängsvägen 1', postal_code: '55318' })
})
