import { findByNumber, findByUsername } from '../../accounts/find.js'
import { readPersonalIdentityNumber } from '../../accounts/personal-identity-number.js'
import type { Db } from '../../database/database.js'
import { today } from '../../database/today.js'
import { selectNamed, selectOrganisations, type Candidate } from './log.queries.js'
import { readWords } from '../../values/words.js'

/** Whom, or which organisation, somebody means by what they typed. */
export type Meant =
  | { readonly kind: 'nothing-typed' }
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'several'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'nobody' }

const askedAbout = 20

/** A username, a number in any written form, or words of a name. */
export async function whoIsMeant(db: Db, typed: string): Promise<Meant> {
  const words = plain(typed)
  if (words === '') return { kind: 'nothing-typed' }
  const number = readPersonalIdentityNumber(words, await today(db))
  const known =
    number === undefined ? (await findByUsername(db, words))?.id : (await findByNumber(db, number))?.accountId
  if (known !== undefined) return { kind: 'one', id: known }
  return /\p{L}/u.test(words) ? oneOf(await selectNamed(db, words, askedAbout + 1)) : { kind: 'nobody' }
}

/** A code, or any part of a name. */
export async function whichIsMeant(db: Db, typed: string): Promise<Meant> {
  const words = plain(typed)
  if (words === '') return { kind: 'nothing-typed' }
  return oneOf(await selectOrganisations(db, words, askedAbout + 1))
}

const plain = (typed: string) => readWords(typed).normalize('NFKC').slice(0, 200)

const oneOf = (candidates: readonly Candidate[]): Meant => {
  const [first] = candidates
  if (first === undefined) return { kind: 'nobody' }
  if (candidates.length === 1) return { kind: 'one', id: first.id }
  return candidates.length > askedAbout ? { kind: 'too-many' } : { kind: 'several', candidates }
}
