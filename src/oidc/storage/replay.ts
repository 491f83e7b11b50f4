import { errors } from 'oidc-provider'
import type { Origin } from '../../context/origin.js'
import { record } from '../../audit/record.js'
import type { Db } from '../../database/database.js'
import { consumeRecord, findFamily, removeFamily, type RecordKey } from './storage.queries.js'

/**
 * A code and a refresh token work once. Who comes second, whether a thief or the owner after a thief, ends all that
 * the grant gave (RFC 9700, 2.1.1 and 4.14.2).
 * @throws errors.InvalidGrant when it had been used
 */
export async function useOnce(db: Db, key: RecordKey, from: Origin): Promise<void> {
  if (await consumeRecord(db, key)) return
  const family = await findFamily(db, key)
  if (family?.grantId) await endFamily(db, { ...family, grantId: family.grantId, from })
  throw new errors.InvalidGrant('used before')
}

interface Family {
  readonly grantId: string
  readonly accountId: string | null | undefined
  readonly clientId: string | null | undefined
  readonly from: Origin
}

async function endFamily(db: Db, { grantId, accountId, clientId, from }: Family): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const ended = await removeFamily(trx, grantId)
    if (ended === 0) return
    await record(trx, from, {
      kind: 'code-replayed',
      result: 'refused',
      about: accountId ?? undefined,
      details: { client: clientId ?? null, ended },
    })
  })
}
