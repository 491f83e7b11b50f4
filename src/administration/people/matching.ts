import { readEmailAddress } from '../../delivery/address.js'
import { parseNumberQuery, type NumberQuery } from '../../accounts/number-query.js'
import type { AccountIssue, Order, PermissionState } from './search.js'

/**
 * What was typed, as the ways in which it may be meant. Every word must fit; a word fits the beginning of any part of a
 * name or of the e-mail address, or is the username, and one with an at sign any part of the address. Digits alone are
 * the first of a day of birth or all of a personnummer, with the century or without it.
 *
 * What an administrator is not shown is not found by a part either (security.md R-75, rules 5 and 12 of product.md):
 * whoever may guess on, letter by letter, has been told. So a username and the last four of a number must stand there
 * all at once, and an address finds nobody for a school that does not see it.
 */
export type ParsedQuery =
  | { readonly kind: 'everybody' }
  | ({ readonly kind: 'number' } & NumberQuery)
  | { readonly kind: 'words'; readonly words: readonly QueryWord[] }

export interface QueryWord {
  readonly kind: 'beginning' | 'in-address'
  /** As a pattern of LIKE, in which nothing of it is a wildcard. */
  readonly pattern: string
}

export function parseQuery(typed: string): ParsedQuery {
  const words = typed.normalize('NFKC').trim()
  if (!/[\p{L}\p{N}@]/u.test(words)) return { kind: 'everybody' }
  const number = parseNumberQuery(words)
  return number !== undefined
    ? { kind: 'number', ...number }
    : { kind: 'words', words: words.split(/\s+/).filter(isWord).map(asPattern) }
}

const isWord = (word: string) => /[\p{L}\p{N}@]/u.test(word)

const asPattern = (word: string): QueryWord => ({
  kind: word.includes('@') ? 'in-address' : 'beginning',
  pattern: (word.includes('@') ? readEmailAddress(word) : word).replaceAll(/[\\%_]/g, '\\$&'),
})

/** The search as the queries take it: whatever is not a matter of rows is found out before. */
export interface Asked {
  /** The organisations, all of them the administrator's. */
  readonly organisationIds: readonly string[]
  readonly parsed: ParsedQuery
  readonly service?: string | undefined
  readonly state?: PermissionState | undefined
  readonly accountIssue?: Exclude<AccountIssue, 'locked'> | undefined
  /** Only among these. */
  readonly among?: readonly string[] | undefined
}

export interface Part {
  readonly order: Order
  readonly isDescending: boolean
  readonly limit: number
  readonly offset: number
}
