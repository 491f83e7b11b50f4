import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import test from 'ava'
import { load } from 'cheerio'
import { carryOutBulk } from '../../../src/administration/bulk/carry-out.js'
import { startTestApp, type TestApp } from '../../support/app.js'
import { audited } from '../../own-account/client.js'
import { atUpload, csvOf, newcomer, numberAt, type Row } from './list.js'
import { silentLog } from '../../support/silent-log.js'

/** Thirty-seven mistakes, no two alike, and what is said of each. */
const mistakes: readonly (readonly [Row, string])[] = [
  [{ Personnummer: '' }, 'kolumn Personnummer: Skriv personnumret'],
  [{ Personnummer: 'kommer senare' }, 'kolumn Personnummer: Skriv numret med tio eller tolv siffror'],
  [{ Personnummer: '19900101' }, 'kolumn Personnummer: Nollor i början verkar ha försvunnit'],
  [{ Personnummer: '190001011234567' }, 'kolumn Personnummer: Skriv numret med tio eller tolv siffror'],
  [{ Personnummer: '5560360793' }, 'kolumn Personnummer: Det här ser ut som ett organisationsnummer'],
  [{ Personnummer: '19900230-9801' }, 'kolumn Personnummer: Datumet i numret finns inte'],
  [{ Personnummer: '20991201-9803' }, 'kolumn Personnummer: Datumet i numret har inte varit än'],
  [{ Personnummer: '19900101-2384' }, 'kolumn Personnummer: Någon siffra är fel: kontrollsiffran stämmer inte'],
  [{ Personnummer: '197506029805' }, 'kolumn Personnummer: Det här är du själv'],
  [{ Personnummer: numberAt(0) }, 'kolumn Personnummer: Samma person står redan på rad 2'],
  [{ Personnummer: numberAt(1) }, 'kolumn Personnummer: Samma person står redan på rad 3'],
  [{ Förnamn: '' }, 'kolumn Förnamn: Skriv förnamnet. Personen är ny hos oss'],
  [{ Förnamn: '12345' }, 'kolumn Förnamn: Det här innehåller ingen bokstav'],
  [{ Förnamn: 'x'.repeat(81) }, 'kolumn Förnamn: Texten är längre'],
  [{ Förnamn: 'Å\uE000sa' }, 'kolumn Förnamn: Det finns tecken här'],
  [{ Efternamn: '' }, 'kolumn Efternamn: Skriv efternamnet'],
  [{ Efternamn: '17' }, 'kolumn Efternamn: Det här innehåller ingen bokstav'],
  [{ Efternamn: 'x'.repeat(81) }, 'kolumn Efternamn: Texten är längre'],
  [{ 'E-post': '' }, 'kolumn E-post: Skriv e-postadressen'],
  [{ 'E-post': 'asa' }, 'kolumn E-post: E-postadressen går inte att använda'],
  [{ 'E-post': 'asa@a.example; bo@b.example' }, 'kolumn E-post: E-postadressen går inte att använda'],
  [{ 'E-post': `${'x'.repeat(260)}@a.example` }, 'kolumn E-post: E-postadressen går inte att använda'],
  [{ Gatuadress: '' }, 'kolumn Gatuadress: Skriv gatuadressen'],
  [{ Gatuadress: '17' }, 'kolumn Gatuadress: Det här innehåller ingen bokstav'],
  [{ Postnummer: '' }, 'kolumn Postnummer: Skriv postnumret'],
  [{ Postnummer: '0114' }, 'kolumn Postnummer: Ett svenskt postnummer har fem siffror'],
  [{ Ort: '' }, 'kolumn Ort: Skriv orten'],
  [{ Ort: 'x'.repeat(41) }, 'kolumn Ort: Texten är längre'],
  [{ 'Studietider och utbildningar': '' }, 'Ingen tjänst är vald'],
  [{ 'Studietider och utbildningar': 'kanske' }, 'kolumn Studietider och utbildningar: Skriv ja'],
  [{ Studeranderapportering: '?' }, 'kolumn Studeranderapportering: Skriv ja'],
  [{ Från: 'snart' }, 'kolumn Från: Skriv ett datum som finns'],
  [{ Från: '2026-02-30' }, 'kolumn Från: Skriv ett datum som finns'],
  [{ Från: '2020-01-01' }, 'kolumn Från: Dagen har redan varit'],
  [{ Till: '2020-01-01' }, 'kolumn Till: Dagen har redan varit'],
  [{ Till: '2999-01-01' }, 'kolumn Till: Dagen ligger mer än tjugo år fram'],
  [{ Från: '2030-02-01', Till: '2030-01-01' }, 'kolumn Till: Sista dagen ligger före den första'],
]

/** Every twenty-seventh row is a wrong one, until there are no more of them. */
const rows = Array.from({ length: 1000 }, (_, place) => {
  const wrong = place % 27 === 26 ? mistakes[Math.floor(place / 27)] : undefined
  return {
    row: newcomer(place, wrong?.[0]),
    words: wrong && `Rad ${place + 2}${wrong[1].startsWith('kolumn') ? ',' : ':'} ${wrong[1]}`,
  }
})

const accounts = async ({ owner }: TestApp) => {
  const { count } = await owner
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .where('person.email', 'like', 'asa.%@vatterbygden.example')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

const settled = async ({ owner }: TestApp, draft: string) => {
  const rowsSettled = await owner
    .selectFrom('bulk_row')
    .where('draft_id', '=', draft)
    .where('outcome', 'is not', null)
    .select('row_number')
    .execute()
  return rowsSettled.length
}

test('of 1,000 rows, 37 wrong ones are told of by row and column; the 963 that are left are added once', async (t) => {
  const app = await startTestApp(t, { isWorkerOff: true })
  const { browser, send } = await atUpload(t, app)

  t.is((await send(csvOf(rows.map(({ row }) => row)))).status, 303)
  const told = load(browser.html())('.bulk__mistakes li')
    .toArray()
    .map((line) => load(line).text())
  const expected = rows.flatMap(({ words }) => words ?? [])
  t.is(expected.length, 37)
  t.is(told.length, 37)
  t.deepEqual(
    expected.filter((words, place) => told[place]?.startsWith(words) !== true),
    [],
  )
  t.false(browser.html().includes('Spara 963'), 'a file with mistakes cannot be confirmed')
  t.is(await accounts(app), 0)

  const right = rows.flatMap(({ row, words }) => (words === undefined ? [row] : []))
  const { to } = await send(csvOf(right))
  const draft = to.split('/').at(-1) ?? ''
  t.regex(browser.words(), /963 nya användare/)
  t.is(await accounts(app), 0, 'nothing is saved before it is confirmed')
  const html = load(browser.html())
  const body = () =>
    new URLSearchParams({
      token: browser.formToken(),
      mark: html('input[name="mark"]').attr('value') ?? '',
    })
  const presses = await Promise.all(
    [1, 2].map(async () => await browser.send(`${to}/spara`, { method: 'POST', body: body() })),
  )
  t.deepEqual(
    presses.map(({ status }) => status),
    [303, 303],
  )
  t.is((await audited(app, 'bulk-confirmed')).length, 1)

  const program = fileURLToPath(new URL('adding-worker.js', import.meta.url))
  const worker = spawn(process.execPath, [program, app.ownerUrl, draft], { stdio: 'inherit' })
  t.teardown(() => worker.kill('SIGKILL'))
  while ((await settled(app, draft)) < 60) await sleep(50)
  worker.kill('SIGKILL')
  await once(worker, 'exit')
  const before = await settled(app, draft)
  t.true(before < 963, 'it was killed in between')
  await browser.open(to)
  t.regex(browser.words(), /\d+ av 963 rader är klara/)

  const job = { kind: 'bulk-adding', draftId: draft } as const
  const log = { ...silentLog, error: (facts: object) => t.log(facts) }
  const goOn = async () => {
    while ((await carryOutBulk(app.db, job, log)) === 'more');
  }
  // Two at once, as when a worker was only thought to be dead.
  await Promise.all([goOn(), goOn()])
  await goOn()
  t.is(await accounts(app), 963)
  const grants = await app.owner
    .selectFrom('permission_change')
    .select(['act_id', 'account_id'])
    .where('kind', '=', 'granted')
    .where('changed_by', 'is not', null)
    .execute()
  const ofList = grants.filter(({ act_id: act }) => grants.filter(({ act_id: other }) => other === act).length > 100)
  t.is(ofList.length, 963)
  t.is(new Set(ofList.map(({ account_id: account }) => account)).size, 963)
  const added = await audited(app, 'bulk-added')
  t.deepEqual(
    added.map(({ details }) => details),
    [{ rows: 963, added: 963, granted: 0, nothing: 0, refused: 0, failed: 0 }],
  )
  await browser.open(to)
  t.regex(browser.words(), /963 nya användare är tillagda/)
  const left = await app.owner
    .selectFrom('bulk_row')
    .where('typed', 'is not', null)
    .where('draft_id', '=', draft)
    .select('row_number')
    .execute()
  t.deepEqual(left, [], 'nothing that was typed is kept')
})
