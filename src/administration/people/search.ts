import { hasNumberIn } from '../../accounts/number-query.js'
import type { Administered } from '../../organisations/administered-by.js'
import { readWords } from '../../values/words.js'

/**
 * What is asked of the list of people, and how that is written in an address: the same list can be sent to a colleague,
 * gone back to and gone on with. What is not said is left out, so that every list has one address.
 */
export interface PeopleSearch {
  /** As typed: a name, a username, an e-mail address or a number. */
  readonly words: string
  readonly organisation?: string
  readonly service?: string
  readonly state?: PermissionState
  readonly accountIssue?: AccountIssue
  readonly order: Order
  readonly isDescending: boolean
  /** From 1. */
  readonly page: number
}

/** How many people a page of the list shows. */
export const pageSize = 25

/** Of what a person may do: something holds, begins later or rests; or all of it is over. */
export const permissionStates = ['active', 'planned', 'paused', 'ended'] as const
export type PermissionState = (typeof permissionStates)[number]

/** Why an account is of little use to its person for the present. */
export const accountIssues = ['never-signed-in', 'no-password', 'locked'] as const
export type AccountIssue = (typeof accountIssues)[number]

export const orders = ['name', 'organisation', 'signed-in'] as const
export type Order = (typeof orders)[number]

/** The organisations that the list is about: the one that is asked for, or all that the administrator has. */
export interface Scope {
  readonly organisations: readonly Administered[]
}

const written = {
  state: { active: 'galler', planned: 'planerad', paused: 'pausad', ended: 'avslutad' },
  accountIssue: { 'never-signed-in': 'aldrig-inloggad', 'no-password': 'utan-losenord', locked: 'sparrat' },
  order: { name: 'namn', organisation: 'skola', 'signed-in': 'inloggning' },
} as const

/** The names of the fields, in an address as in a form. */
export const searchFields = ['sok', 'organisation', 'tjanst', 'lage', 'konto', 'ordning', 'sida'] as const

const longest = 200

/** Undefined when it says something that no page of ours does. */
export function readSearch(given: URLSearchParams): PeopleSearch | undefined {
  if (searchFields.some((name) => given.getAll(name).length > 1)) return undefined
  const said = (name: (typeof searchFields)[number]) => given.get(name) ?? ''
  const words = readWords(said('sok'))
  const state = meant(written.state, said('lage'))
  const accountIssue = meant(written.accountIssue, said('konto'))
  const order = meant(written.order, said('ordning').replace(/^-/, ''))
  const isStrange =
    words.length > longest ||
    !/^[\da-f-]{0,36}$/.test(said('organisation')) ||
    !/^[a-z-]{0,60}$/.test(said('tjanst')) ||
    [state, accountIssue, order].includes('strange')
  if (isStrange || state === 'strange' || accountIssue === 'strange' || order === 'strange') return undefined
  return {
    words,
    ...(said('organisation') !== '' && { organisation: said('organisation') }),
    ...(said('tjanst') !== '' && { service: said('tjanst') }),
    ...(state !== undefined && { state }),
    ...(accountIssue !== undefined && { accountIssue }),
    order: order ?? 'name',
    isDescending: said('ordning').startsWith('-'),
    page: /^[1-9]\d{0,5}$/.test(said('sida')) ? Number(said('sida')) : 1,
  }
}

const meant = <Meaning extends string>(
  words: Readonly<Record<Meaning, string>>,
  word: string,
): Meaning | 'strange' | undefined => {
  if (word === '') return undefined
  return (Object.keys(words) as Meaning[]).find((meaning) => words[meaning] === word) ?? 'strange'
}

/** As `sok=anna&sida=2`; empty for the whole list, by name, from its beginning. A number is left out. */
export function writtenSearch(search: PeopleSearch): string {
  const { sok, ...others } = fieldsOf(search)
  return new URLSearchParams(sok === undefined || hasNumberIn(sok) ? others : { sok, ...others }).toString()
}

/** What a form carries along to ask for the same list again. */
export function fieldsOf(search: PeopleSearch): Readonly<Record<string, string>> {
  const { words, organisation, service, state, accountIssue, order, isDescending, page } = search
  const isUsual = order === 'name' && !isDescending
  return {
    ...(words !== '' && { sok: words }),
    ...(organisation !== undefined && { organisation }),
    ...(service !== undefined && { tjanst: service }),
    ...(state !== undefined && { lage: written.state[state] }),
    ...(accountIssue !== undefined && { konto: written.accountIssue[accountIssue] }),
    ...(!isUsual && { ordning: `${isDescending ? '-' : ''}${written.order[order]}` }),
    ...(page > 1 && { sida: String(page) }),
  }
}

/** The word for it in an address or a field. */
export const stateWord = (state: PermissionState): string => written.state[state]
export const accountIssueWord = (accountIssue: AccountIssue): string => written.accountIssue[accountIssue]

/** Where the list is: for links, and for the way back from a person's page. */
export function listAddress(search: PeopleSearch): `/${string}` {
  const query = writtenSearch(search)
  return query === '' ? '/behorigheter/personer' : `/behorigheter/personer?${query}`
}

/** A person's page, which carries along where in the list they were found. */
export function personAddress(accountId: string, search: PeopleSearch): `/${string}` {
  const query = writtenSearch(search)
  return query === '' ? `/behorigheter/personer/${accountId}` : `/behorigheter/personer/${accountId}?${query}`
}

/** From the query of a person's page back to the place in the list; to its beginning when it tells none. */
export function wayBack(query: string): `/${string}` {
  const search = readSearch(new URLSearchParams(query))
  return search === undefined ? '/behorigheter/personer' : listAddress(search)
}
