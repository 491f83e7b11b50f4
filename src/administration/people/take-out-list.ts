import { record } from '../../audit/record.js'
import type { Db } from '../../database/database.js'
import type { Origin } from '../../context/origin.js'
import type { AppContext } from '../../context/app-context.js'
import { findAll } from './find-people.js'
import type { ListedGrant, ListedPerson } from './listed-person.js'
import type { PeopleSearch, Scope } from './search.js'

/** More than that no file holds: 20,000 people with two permissions each do. */
export const rowsAtMost = 50_000

export interface TakeOutList extends Scope {
  readonly search: PeopleSearch
  readonly hasNumbers: boolean
  readonly format: 'csv' | 'xlsx'
  readonly by: string
  readonly from: Origin
}

/** One permission in the list, and who holds it. */
export interface ListRow extends ListedGrant {
  readonly person: ListedPerson
}

export type TakenOut =
  | { readonly kind: 'list'; readonly rows: readonly ListRow[] }
  | { readonly kind: 'too-many'; readonly limit: number }

/**
 * All that the search finds, to leave the service: never before the audit of every organisation whose people
 * are in it says so.
 */
export async function takeOutList(db: Db, context: AppContext, input: TakeOutList): Promise<TakenOut> {
  const { search, organisations, hasNumbers, format, by, from } = input
  const people = await findAll(db, context, { search, organisations, atMost: rowsAtMost })
  const rows = people?.flatMap((person) => person.held.map((held) => ({ ...held, person })))
  if (rows === undefined || rows.length > rowsAtMost) return { kind: 'too-many', limit: rowsAtMost }
  const counts = new Map<string | undefined, number>()
  for (const { organisation } of rows) counts.set(organisation.id, (counts.get(organisation.id) ?? 0) + 1)
  if (counts.size === 0) counts.set(undefined, 0)
  await db.transaction().execute(async (trx) => {
    for (const [organisation, count] of counts) {
      await record(trx, from, {
        kind: 'list-exported',
        by,
        organisation,
        details: { rows: count, numbers: hasNumbers, format },
      })
    }
  })
  return { kind: 'list', rows }
}
