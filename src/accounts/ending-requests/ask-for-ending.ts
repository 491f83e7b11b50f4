import { record } from '../../audit/record.js'
import type { Db, Trx } from '../../database/database.js'
import type { Origin } from '../../context/origin.js'
import { insertEndingRequest, selectOpenRequest } from './ending-requests.queries.js'
import type { AskForEnding } from './ending-requests.queries.js'

export type { AskForEnding } from './ending-requests.queries.js'

export type AskedForEnding =
  | { readonly kind: 'asked' }
  | { readonly kind: 'asked-already' }
  /** Ended, not there, or not theirs to ask about. */
  | { readonly kind: 'not-there' }

export interface EndingRequest extends AskForEnding {
  readonly id: string
  readonly askedAt: Date
}

export async function askForEnding(
  trx: Trx,
  { from, ...input }: AskForEnding & { readonly from: Origin },
): Promise<AskedForEnding> {
  const id = await insertEndingRequest(trx, input)
  if (id === undefined) {
    return { kind: (await selectOpenRequest(trx, input.accountId)) === undefined ? 'not-there' : 'asked-already' }
  }
  await record(trx, from, {
    kind: 'account-ending-requested',
    by: input.by,
    about: input.accountId,
    organisation: input.organisationId,
    details: { request: id },
  })
  return { kind: 'asked' }
}

export async function openEndingRequest(db: Db, accountId: string): Promise<EndingRequest | undefined> {
  const row = await selectOpenRequest(db, accountId)
  if (row === undefined) return undefined
  const { askedBy, ...request } = row
  return { ...request, by: askedBy }
}
