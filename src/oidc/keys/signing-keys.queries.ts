import { sql, type Insertable } from 'kysely'
import type { Db, Trx } from '../../database/database.js'
import type { SigningKeyTable } from '../../database/schema.js'

export type Algorithm = SigningKeyTable['alg']

/** Those that are published, of each algorithm the one that signs first: of those whose time has come, the latest. */
export async function findSigningKeys(db: Db) {
  return await db
    .selectFrom('signing_key')
    .select([
      'kid',
      'alg',
      'turn',
      'sealed_private_jwk as sealedPrivateJwk',
      'signs_from as signsFrom',
      'retired_at as retiredAt',
      sql<boolean>`signs_from <= portvakt_now()`.as('maySign'),
    ])
    .where((row) => row.or([row('retired_at', 'is', null), row('retired_at', '>', sql<Date>`portvakt_now()`)]))
    .orderBy('alg')
    .orderBy(sql`signs_from <= portvakt_now()`, 'desc')
    .orderBy('turn', 'desc')
    .execute()
}

/** True when it is the key of its turn; false when another node was first, and its key is the one. */
export async function insertSigningKey(
  trx: Trx,
  key: Pick<Insertable<SigningKeyTable>, 'kid' | 'alg' | 'sealed_private_jwk'>,
  { turn, inHours }: { readonly turn: number; readonly inHours: number } = { turn: 1, inHours: 0 },
): Promise<boolean> {
  const row = await trx
    .insertInto('signing_key')
    .values({ ...key, turn, signs_from: sql<Date>`portvakt_now() + make_interval(hours => ${inHours}::int)` })
    .onConflict((conflict) => conflict.columns(['alg', 'turn']).doNothing())
    .returning('kid')
    .executeTakeFirst()
  return row !== undefined
}

/** Those before this turn are published for so many hours more, or for as long as was said already if that is less. */
export async function retireBefore(
  trx: Trx,
  { alg, turn, inHours }: { readonly alg: Algorithm; readonly turn: number; readonly inHours: number },
): Promise<void> {
  await trx
    .updateTable('signing_key')
    .set({ retired_at: sql<Date>`least(retired_at, portvakt_now() + make_interval(hours => ${inHours}::int))` })
    .where('alg', '=', alg)
    .where('turn', '<', turn)
    .execute()
}

/** All of them, also those that are retired: which master secret each needs, and whether it is published. */
export async function selectSealedKeys(db: Db) {
  return await db
    .selectFrom('signing_key')
    .select([
      'kid',
      'sealed_private_jwk as sealed',
      sql<boolean>`retired_at is null or retired_at > portvakt_now()`.as('isPublished'),
    ])
    .execute()
}

/** True unless another node was first. */
export async function replaceSealedKey(
  trx: Trx,
  { kid, from, to }: { readonly kid: string; readonly from: string; readonly to: string },
): Promise<boolean> {
  const row = await trx
    .updateTable('signing_key')
    .set({ sealed_private_jwk: to })
    .where('kid', '=', kid)
    .where('sealed_private_jwk', '=', from)
    .returning('kid')
    .executeTakeFirst()
  return row !== undefined
}
