import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import { dismiss, sendAnew, type Retried } from '../../delivery/retry.js'
import type { Origin } from '../../context/origin.js'

export interface TakeUndelivered {
  readonly id: string
  readonly by: string
  readonly from: Origin
}

const actions = { 'mail-retried': sendAnew, 'mail-dismissed': dismiss } as const

/** A mail that was given up is sent anew, or taken off the list; by one officer, once. */
export async function takeUndelivered(
  trx: Trx,
  { id, by, from }: TakeUndelivered,
  kind: keyof typeof actions,
): Promise<Retried['kind']> {
  const taken = await actions[kind](trx, id)
  if (taken.kind === 'gone') return 'gone'
  const { accountId, kind: letter, reason } = taken.letter
  await record(trx, from, { kind, by, about: accountId, details: { letter, reason, deadLetter: id } })
  return 'taken'
}
