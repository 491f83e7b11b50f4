import { record } from '../../audit/record.js'
import type { Db, Trx } from '../../database/database.js'
import type { Origin } from '../../context/origin.js'
import { insertEndingRequest, selectOpenRequest } from './ending-requests.queries.js'

/**
 * Ending an account altogether is for officers (product.md, rule 9): an administrator asks, and it becomes an officer's
 * task. There is one open request for an account, whoever asked.
 */
export interface AskForEnding {
  readonly accountId: string
  /** Where the person is or was, and the asker is appointed. */
  readonly organisationId: string
  readonly by: string
  readonly reason: string
}

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
