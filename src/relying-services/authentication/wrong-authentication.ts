import { record } from '../../audit/record.js'
import type { Db } from '../../database/database.js'
import type { Origin } from '../../context/origin.js'
import type { AppContext } from '../../context/app-context.js'
import { countWrong } from './client-authentication.queries.js'

/** How a program is answered that did not prove to be the client that it says. */
export type WrongAuthentication =
  | { readonly kind: 'wrong' }
  | { readonly kind: 'limited'; readonly retryAfterSeconds: number }

export interface WrongClient {
  /** Undefined when nobody has registered the name; the name itself is kept nowhere. */
  readonly clientId: string | undefined
  readonly source: string
  readonly from: Origin
}

/**
 * Counts a wrong authentication by client and source, so that a stranger elsewhere takes nothing from the client at its
 * own address. The first is recorded, then the one that reaches the limit and each power of ten, with the count: a flood
 * leaves a few events and not one each.
 */
export async function countWrongAuthentication(
  db: Db,
  { policy }: Pick<AppContext, 'policy'>,
  { clientId, source, from }: WrongClient,
): Promise<WrongAuthentication> {
  const { wrongPerSource } = policy.client
  const { wrong, secondsLeft } = await db.transaction().execute(async (trx) => {
    const counted = await countWrong(trx, { clientId: clientId ?? '', source }, policy.client)
    if (isRecorded(counted.wrong, wrongPerSource)) {
      const isRegistered = clientId !== undefined
      const details = { client: clientId ?? null, isRegistered, wrong: counted.wrong }
      await record(trx, from, { kind: 'client-refused', result: 'refused', details })
    }
    return counted
  })
  return wrong > wrongPerSource ? { kind: 'limited', retryAfterSeconds: Math.max(1, secondsLeft) } : { kind: 'wrong' }
}

const isRecorded = (wrong: number, limit: number): boolean => wrong === limit || /^10*$/.test(String(wrong))
