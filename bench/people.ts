import { findAdministrator } from '../src/administration/administrator.js'
import { findByUsername } from '../src/accounts/find.js'
import { findPeople } from '../src/administration/people/find-people.js'
import { readSearch } from '../src/administration/people/search.js'
import type { TestApp } from '../test/support/app.js'
import { insertManyPeople } from '../test/support/many-people.js'
import { median, quantile, type Bench, type Table } from './bench.js'

const samples = 15

const searches: Readonly<Record<string, string>> = {
  'first page': '',
  'second page': 'sida=2',
  'last page': 'sida=99999',
  'a name': 'sok=lindgren+ing',
  'a letter': 'sok=a',
  nobody: 'sok=finnsinte',
  'a username': 'sok=person4321',
  'an e-mail address': 'sok=person4321@skolan',
  'the end of every address': 'sok=@skolan.example',
  'a number': 'sok=197001010121',
  'the first of a number': 'sok=1970',
  'by last sign-in': 'ordning=-inloggning',
  'a service': 'tjanst=studietider',
  active: 'lage=galler',
  planned: 'lage=planerad',
  paused: 'lage=pausad',
  ended: 'lage=avslutad',
  'active of a service': 'lage=galler&tjanst=studeranderapportering',
  'never signed in': 'konto=aldrig-inloggad',
  'password not chosen': 'konto=utan-losenord',
  locked: 'konto=sparrat',
}

/** The list of 20,000 people at one organisation beside that of 200, interleaved; the page made of it is the same. */
export async function peopleBench({ app }: Bench): Promise<Table> {
  const many = await standing(await app({ isWorkerOff: true }), 20_000)
  const few = await standing(await app({ isWorkerOff: true }), 200)
  const rows: Record<string, string>[] = []
  for (const [what, query] of Object.entries(searches)) {
    const times: { many: number[]; few: number[] } = { many: [], few: [] }
    let total = 0
    for (let turn = 0; turn < samples; turn += 1) {
      const ofMany = await many(query)
      times.many.push(ofMany.milliseconds)
      total = ofMany.total
      times.few.push((await few(query)).milliseconds)
    }
    rows.push({
      list: what,
      found: String(total),
      'median ms': median(times.many).toFixed(1),
      'p95 ms': quantile(times.many, 0.95).toFixed(1),
      'median ms of 200': median(times.few).toFixed(1),
      'ratio to 200': (median(times.many) / median(times.few)).toFixed(1),
    })
  }
  return { title: `People: 20,000 at one organisation, ${samples} times each, beside 200`, rows }
}

const standing = async ({ db, owner, context }: TestApp, people: number) => {
  await insertManyPeople(owner, { code: '10001', people })
  const account = await findByUsername(db, 'admin10001')
  return async (query: string) => {
    const search = readSearch(new URLSearchParams(query))
    const startedAt = performance.now()
    const who = account && (await findAdministrator(db, account.id))
    if (who === undefined || search === undefined) throw new Error('nobody to look, or nothing to look for')
    const { total } = await findPeople(db, context, { search, organisations: who.organisations })
    return { total, milliseconds: performance.now() - startedAt }
  }
}
