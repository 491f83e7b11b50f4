import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { searchFields } from '../src/administration/people/search.js'
import { verifyAudit } from '../src/audit/chain/verify.js'
import { record } from '../src/audit/record.js'
import { logFields } from '../src/officers/log/search.js'
import { fromWithin } from '../src/context/origin.js'
import { csvOf, newcomer } from '../test/administration/bulk/list.js'
import { insertManyPeople } from '../test/support/many-people.js'
import type { Browser } from '../test/support/browser.js'
import { post } from '../test/kiosk/client.js'
import { signedInAs } from '../test/own-account/client.js'
import type { TestApp } from '../test/support/app.js'
import { longestTurn, type Turn } from './longest-turn.js'
import type { Bench, Table } from './bench.js'

const samples = 5
const limitMilliseconds = 50

/**
 * For how long one request holds the event loop, while nobody else can be answered: the longest turn during the request,
 * and the least of several such requests, since a busy machine only adds. What is done once (`first …`) has one sample.
 * The processor time of the turn decides; beside it stand the same turn by the clock and an answer without any work.
 */
export async function loopBench({ app }: Bench): Promise<Table> {
  const opened = await app({ isWorkerOff: true })
  await insertManyPeople(opened.owner, { code: '10001', people: 15_000 })
  const rows: Record<string, string>[] = []
  const keep = (request: string, turns: readonly Turn[]) => {
    const { processor, clock } = turns.reduce((least, turn) => (turn.processor < least.processor ? turn : least))
    rows.push({
      request,
      'longest turn, ms of processor': processor.toFixed(0),
      'by the clock, ms': clock.toFixed(0),
      [`within ${limitMilliseconds} ms`]: processor <= limitMilliseconds ? 'yes' : 'no',
    })
  }
  const repeated = async (ask: () => Promise<unknown>): Promise<readonly Turn[]> => {
    const turns: Turn[] = []
    for (let sample = 0; sample < samples; sample += 1) turns.push(await longestTurn(ask))
    return turns
  }
  // What a page fetches is read when it is first asked for.
  keep('the very first page', [await longestTurn(async () => await read(await fetch(`${opened.home}/`)))])
  for (const asset of await assetsOf(opened)) {
    keep(`first fetch of ${asset}`, [await longestTurn(async () => await read(await fetch(`${opened.home}${asset}`)))])
  }
  const bare = await openBare()
  keep('an empty answer of a bare server, for reference', await repeated(bare.ask))
  bare.close()
  for (const [request, ask] of Object.entries(await requestsOf(opened))) keep(request, await repeated(ask))
  return { title: `The event loop: the longest turn during one request, the least of ${samples}`, rows }
}

const openBare = async () => {
  const server = createServer((_request, response) => void response.end())
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    ask: async () => await read(await fetch(`http://127.0.0.1:${port}/`)),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const nobody = { passed: true, log: () => undefined, teardown: () => undefined }

const read = async (response: Response): Promise<void> => {
  await response.bytes()
  if (![200, 303, 422].includes(response.status)) throw new Error(`${response.url} answered ${response.status}`)
}

const assetsOf = async ({ home }: TestApp): Promise<readonly string[]> => {
  const page = await (await fetch(`${home}/`)).text()
  return [...new Set(Array.from(page.matchAll(/\/assets\/[^"']+/g), ([address]) => address.replaceAll('&amp;', '&')))]
}

const requestsOf = async (opened: TestApp): Promise<Readonly<Record<string, () => Promise<unknown>>>> => {
  const marie = await signedInAs(nobody, opened, 'admin10001')
  const karin = await signedInAs(nobody, opened, 'handlaggare1')
  await marie.open('/behorigheter/lagg-till-flera')
  const bulk = marie.path()
  const people = Array.from({ length: 2_000 }, (_, place) => newcomer(place))
  const sendPeople = async (file: string) => await upload(marie, { to: bulk, name: 'file', file })
  const right = await sendPeople(csvOf(people))
  const wrong = await sendPeople(csvOf(people.map((one) => ({ ...one, Postnummer: 'x', Från: 'snart' }))))
  await karin.open('/handlaggning/organisationer/las-in')
  const importing = karin.path()
  const schools = schoolList(10_000)
  const sendSchools = async () => await upload(karin, { to: importing, name: 'fil', file: schools })
  const preview = await sendSchools()
  const faulty = await upload(karin, { to: importing, name: 'fil', file: schoolList(14_000, 'x') })
  if ([right, wrong, preview, faulty].includes('')) throw new Error('A list was not taken.')
  const letters = await lettersIn(opened)
  await marie.open('/behorigheter/personer')
  const list = (format: string) => async () =>
    await read(
      await post(marie, '/behorigheter/personer/lista', { token: marie.formToken(), ...everybody, format, nummer: '' }),
    )
  const log = (format: string) => async () =>
    await read(await post(karin, '/handlaggning/logg/fil', { token: karin.formToken(), ...wholeLog, format }))
  await manyEvents(opened, 20_000)
  const get = (browser: Browser, path: string) => async () => await read(await browser.send(path))
  return {
    'a list of a million separators': async () => await sendPeople(';'.repeat(1024 * 1024)),
    '2,000 people uploaded': async () => await sendPeople(csvOf(people)),
    'the preview of 2,000 people': get(marie, right),
    'the preview of 2,000 people, each with two mistakes': get(marie, wrong),
    'the sheet of 2,000 people with their mistakes': get(marie, `${wrong}/fel.xlsx`),
    'the template as a workbook': get(marie, `${bulk}/mall.xlsx`),
    '10,000 schools uploaded': sendSchools,
    'the preview of 10,000 schools': get(karin, preview),
    'the preview of 14,000 schools, each with a mistake': get(karin, faulty),
    '15,000 people as a list, csv': list('csv'),
    '15,000 people as a list, xlsx': list('xlsx'),
    'a page of the list of people': get(marie, '/behorigheter/personer'),
    '100 letters as PDF': async () =>
      await read(
        await post(karin, '/handlaggning/brev/utskrift', { token: karin.formToken(), letters: letters.join(' ') }),
      ),
    'the form of an assurance as PDF': get(karin, '/handlaggning/forsakringar/blankett.pdf'),
    'the page of the log': get(karin, '/handlaggning/logg'),
    'the log as a file, csv': log('csv'),
    'the log as a file, jsonl': log('jsonl'),
    '20,000 events of the chain walked': async () => await verifyAudit(opened.db),
    'the first page of the administrator': get(marie, '/behorigheter'),
    'the first page of the officers': get(karin, '/handlaggning'),
    'the page of the organisations': get(karin, '/handlaggning/organisationer'),
    'the keys that sign': async () => await read(await fetch(`${opened.home}/oidc/jwks`)),
    'the first page': get(marie, '/'),
    'the handbook': get(marie, '/handbok'),
  }
}

const everybody = Object.fromEntries(searchFields.map((field) => [field, '']))

const wholeLog = Object.fromEntries(logFields.map((field) => [field, '']))

const manyEvents = async ({ db }: TestApp, count: number): Promise<void> => {
  await db.transaction().execute(async (trx) => {
    for (let done = 0; done < count; done += 1) {
      await record(trx, fromWithin('bench'), { kind: 'list-exported', details: { rows: done } })
    }
  })
}

const upload = async (
  browser: Browser,
  { to, name, file }: { readonly to: string; readonly name: string; readonly file: string },
): Promise<string> => {
  const body = new FormData()
  body.set('token', browser.formToken())
  body.set(name, new Blob([file]), 'list.csv')
  const response = await browser.send(to, { method: 'POST', body })
  await read(response)
  return response.headers.get('location') ?? ''
}

const schoolList = (count: number, afterPostalCode = ''): string => {
  const rows = Array.from(
    { length: count },
    (_, place) =>
      `${300_000 + place};Provskolan ${place};Ängsvägen ${place};553 18${afterPostalCode};Jönköping;folkhogskola`,
  )
  return ['Skolkod;Namn;Gatuadress;Postnummer;Ort;Skolform', ...rows].join('\r\n')
}

const lettersIn = async ({ owner }: TestApp): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    insert into username_letter (account_id)
    select account.id from account join person on person.id = account.person_id
    where not exists (select from username_letter where account_id = account.id) and street is not null
    order by account.id limit 100
    returning id`.execute(owner)
  return rows.map(({ id }) => id)
}
