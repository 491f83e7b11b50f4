import { record } from '../../../audit/record.js'
import type { Db } from '../../../database/database.js'
import { locksAmong } from '../../../login/attempts/locks-among.js'
import type { Origin } from '../../../context/origin.js'
import type { AppContext } from '../../../context/app-context.js'
import {
  selectByFamilyName,
  selectFirst,
  selectFound,
  selectListed,
  type Findable,
  type ListedRow,
} from './account-search.queries.js'
import { countedAtMost, pageSize, parseQuery, type AccountSearch } from './search.js'

export interface FindAccounts {
  readonly search: AccountSearch
  readonly by: string
  readonly from: Origin
}

export type FoundAccounts =
  | { readonly kind: 'no-query' }
  | { readonly kind: 'too-short' }
  /** `page` is the last one, when fewer were found than the asked page begins at. */
  | {
      readonly kind: 'found'
      readonly total: number
      readonly page: number
      readonly accounts: readonly FoundAccount[]
    }
  /** More than are counted: the first of them, in no pages. */
  | { readonly kind: 'very-many'; readonly accounts: readonly FoundAccount[] }

export interface FoundAccount extends ListedRow {
  readonly lockedUntil: Date | undefined
}

/** Looks everywhere, and leaves a trace: how was searched and how many were found, never what was typed (rule 11). */
export async function findAccounts(
  db: Db,
  context: AppContext,
  { search, by, from }: FindAccounts,
): Promise<FoundAccounts> {
  const parsed = parseQuery(search.words)
  if (parsed.kind === 'nothing') return { kind: 'no-query' }
  if (parsed.kind === 'too-short') return parsed
  const found = await lookUp(db, context, parsed, search.page)
  const total = found.kind === 'found' ? found.total : null
  await db.transaction().execute(async (trx) => {
    await record(trx, from, { kind: 'accounts-searched', by, details: { by: parsed.kind, found: total } })
  })
  return found
}

const lookUp = async (db: Db, context: AppContext, parsed: Findable, asked: number): Promise<FoundAccounts> => {
  const part = { countedAtMost, limit: pageSize, offset: (asked - 1) * pageSize }
  const veryMany = async (first: readonly string[]): Promise<FoundAccounts> => ({
    kind: 'very-many',
    accounts: await listed(db, context, first),
  })
  // A common name is seen to be one by those who stand together in the list.
  const together = await selectByFamilyName(db, parsed, countedAtMost + 1)
  if (together.length > countedAtMost) return await veryMany(together.slice(0, pageSize))
  const { total, accountIds } = await selectFound(db, parsed, part)
  if (total > countedAtMost) return await veryMany(await selectFirst(db, parsed, pageSize))
  const page = Math.min(asked, Math.max(1, Math.ceil(total / pageSize)))
  return { kind: 'found', total, page, accounts: await listed(db, context, accountIds) }
}

/** In the order of the ids. */
const listed = async (db: Db, context: AppContext, accountIds: readonly string[]): Promise<readonly FoundAccount[]> => {
  const rows = await selectListed(db, accountIds)
  const usernames = rows.map(({ username }) => username)
  const locks = await locksAmong(db, context, usernames)
  const found = new Map(rows.map((row) => [row.accountId, { ...row, lockedUntil: locks.get(row.username) }]))
  return accountIds.flatMap((id) => found.get(id) ?? [])
}
