import { record } from '../../audit/record.js'
import type { Db, Trx } from '../../database/database.js'
import type { Origin } from '../../context/origin.js'
import { insertOfficer, selectOfficer, selectWasOfficer } from './officers.queries.js'

/**
 * An officer (handläggare) works for the agency and does what no school may. The first one is made by the operator's
 * command, since nobody is there before them (security.md R-13); nobody makes themselves one.
 */
export type MadeOfficer = { readonly kind: 'made' } | { readonly kind: 'not-made' }

/** `not-made`: one already, ended, or no such account. */
export async function makeOfficer(
  trx: Trx,
  input: { readonly accountId: string; readonly by?: string; readonly from: Origin },
): Promise<MadeOfficer> {
  if (!(await insertOfficer(trx, input))) return { kind: 'not-made' }
  await record(trx, input.from, { kind: 'officer-made', by: input.by, about: input.accountId })
  return { kind: 'made' }
}

/** Asked anew at every request: who is one no longer is turned away at the next. */
export async function isOfficer(db: Db, accountId: string): Promise<boolean> {
  return await selectOfficer(db, accountId)
}

/** Whether somebody is an officer or has been one: what changes their account takes two (docs/decisions/0009). */
export async function isOrWasOfficer(db: Db, accountId: string): Promise<boolean> {
  return await selectWasOfficer(db, accountId)
}
