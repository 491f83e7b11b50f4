import { sql, type Insertable } from 'kysely'
import type { Db, Trx } from '../database/database.js'
import type { SigningKeyTable } from '../database/schema.js'

/** Seconds since 1970 by the clock that decides. */
export async function secondsNow(db: Db): Promise<number> {
  const { rows } = await sql<{
    seconds: number
  }>`select floor(extract(epoch from portvakt_now()))::int as seconds`.execute(db)
  return rows[0]?.seconds ?? 0
}

export async function findSigningKeys(db: Db) {
  return await db
    .selectFrom('signing_key')
    .select(['kid', 'alg', 'sealed_private_jwk as sealedPrivateJwk'])
    .where('retired_at', 'is', null)
    .orderBy('alg')
    .execute()
}

/** True when it is now the key in use; false when another node was first, and its key is the one. */
export async function insertSigningKey(trx: Trx, key: Insertable<SigningKeyTable>): Promise<boolean> {
  const row = await trx
    .insertInto('signing_key')
    .values(key)
    .onConflict((conflict) => conflict.column('alg').where('retired_at', 'is', null).doNothing())
    .returning('kid')
    .executeTakeFirst()
  return row !== undefined
}
