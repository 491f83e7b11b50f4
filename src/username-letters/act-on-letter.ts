import { noteReturnedLetter } from '../accounts/refused-address.js'
import { record } from '../audit/record.js'
import type { AuditKind } from '../audit/event.js'
import type { Trx } from '../database/database.js'
import type { Origin } from '../context/origin.js'
import { markForwarded, markReleased, markReturned, markWithheld, type OnLetter } from './username-letters.queries.js'

export interface LetterAct extends OnLetter {
  readonly from: Origin
}

export type ActedOnLetter =
  | { readonly kind: 'done' }
  /** It is the officer's own, it is not there, or its state has become another (see the states in username-letter.ts). */
  | { readonly kind: 'not-so-any-more' }

/** *Kom i retur*: the address is wrong, and whoever administers the person is told until it is another. */
export async function returnLetter(trx: Trx, act: LetterAct): Promise<ActedOnLetter> {
  const marked = await markReturned(trx, act)
  if (marked === undefined) return { kind: 'not-so-any-more' }
  await noteReturnedLetter(trx, marked.accountId)
  return await done(trx, act, { kind: 'username-letter-returned', marked })
}

/** Nothing is sent until somebody lets it go; the reason is for colleagues to read. */
export async function withholdLetter(trx: Trx, act: LetterAct & { readonly why: string }): Promise<ActedOnLetter> {
  return await done(trx, act, { kind: 'username-letter-withheld', marked: await markWithheld(trx, act) })
}

export async function releaseLetter(trx: Trx, act: LetterAct): Promise<ActedOnLetter> {
  return await done(trx, act, { kind: 'username-letter-released', marked: await markReleased(trx, act) })
}

/** Where this one letter to somebody with protected identity is sent. The address is nobody's to read afterwards. */
export async function forwardLetter(
  trx: Trx,
  act: LetterAct & { readonly lines: readonly string[] },
): Promise<ActedOnLetter> {
  return await done(trx, act, { kind: 'username-letter-forwarded', marked: await markForwarded(trx, act) })
}

type Marked = Awaited<ReturnType<typeof markReturned>>

const done = async (
  trx: Trx,
  { by, from }: LetterAct,
  { kind, marked }: { readonly kind: AuditKind; readonly marked: Marked },
): Promise<ActedOnLetter> => {
  if (marked === undefined) return { kind: 'not-so-any-more' }
  const { accountId, organisationId } = marked
  await record(trx, from, { kind, by, about: accountId, organisation: organisationId ?? undefined })
  return { kind: 'done' }
}
