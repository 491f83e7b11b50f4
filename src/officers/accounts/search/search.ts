import { readEmailAddress } from '../../../delivery/address.js'
import { hasNumberIn, parseNumberQuery, type NumberQuery } from '../../../accounts/number-query.js'
import { readWords } from '../../../values/words.js'

/**
 * One box for all accounts there are: the beginnings of names, a username, an e-mail address or its domain, a number in
 * any written form. Every word must fit. A word of one or two signs fits only as it stands, since too much begins so.
 */
export type ParsedQuery =
  | { readonly kind: 'nothing' }
  /** So short that it would be a list of everybody. */
  | { readonly kind: 'too-short' }
  | ({ readonly kind: 'number' } & NumberQuery)
  | { readonly kind: 'words'; readonly words: readonly QueryWord[] }

export interface QueryWord {
  readonly word: string
  /** As it stands, or as the words that its hyphens, dots and commas part it into. */
  readonly hasParts: boolean
  /** It may begin an e-mail address. Of letters alone it is a name or a username: too many addresses begin so. */
  readonly mayBeAddress: boolean
}

export interface AccountSearch {
  readonly words: string
  /** From 1. */
  readonly page: number
}

export const searchFields = ['sok', 'sida'] as const
export const pageSize = 25
/** More than so many are not counted: something must be added to what was typed. */
export const countedAtMost = 250

const longest = 200
const digitsAtLeast = 4

/** Undefined when it says something that no page of ours does. */
export function readSearch(given: URLSearchParams): AccountSearch | undefined {
  if (searchFields.some((name) => given.getAll(name).length > 1)) return undefined
  const words = readWords(given.get('sok') ?? '')
  if (words.length > longest) return undefined
  const page = given.get('sida') ?? ''
  return { words, page: /^[1-9]\d?$/.test(page) ? Number(page) : 1 }
}

export function parseQuery(typed: string): ParsedQuery {
  const words = typed.normalize('NFKC').split(/\s+/).filter(isWord)
  if (words.length === 0) return { kind: 'nothing' }
  const number = parseNumberQuery(typed)
  if (number !== undefined)
    return number.digits.length < digitsAtLeast ? { kind: 'too-short' } : { kind: 'number', ...number }
  return { kind: 'words', words: words.map(queryWord) }
}

/** A number stands in no address. */
export function searchAddress({ words, page }: AccountSearch): `/${string}` {
  const told = {
    ...(words !== '' && !hasNumberIn(words) && { sok: words }),
    ...(page > 1 && { sida: String(page) }),
  }
  const query = new URLSearchParams(told).toString()
  return query === '' ? '/handlaggning/konton' : `/handlaggning/konton?${query}`
}

const queryWord = (word: string): QueryWord => ({
  word: word.includes('@') ? readEmailAddress(word) : word,
  hasParts: !/^[\p{L}\p{N}]+$|@/u.test(word),
  mayBeAddress: word.length > 2 && !/^(?:\p{L}+$|@)/u.test(word),
})

const isWord = (word: string) => /[\p{L}\p{N}]/u.test(word)
