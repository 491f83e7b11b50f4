import { sql, type Insertable } from 'kysely'
import type { Db, Trx } from '../database/database.js'
import type { ClientTable, SigningKeyTable } from '../database/schema.js'

/** Seconds since 1970 by the clock that decides. */
export async function secondsNow(db: Db): Promise<number> {
  const { rows } = await sql<{
    seconds: number
  }>`select floor(extract(epoch from portvakt_now()))::int as seconds`.execute(db)
  return rows[0]?.seconds ?? 0
}

/** A name with a zero byte cannot even be asked for, so nobody has it. */
export async function findClient(db: Db, id: string) {
  if (id.includes('\0')) return undefined
  return await db
    .selectFrom('client')
    .selectAll()
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
}

export async function upsertClient(trx: Trx, client: Insertable<ClientTable>): Promise<void> {
  await trx
    .insertInto('client')
    .values(client)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(client))
    .execute()
}

/** True when that changed anything. */
export async function upsertOwnTools(
  trx: Trx,
  client: Pick<Insertable<ClientTable>, 'id' | 'name_sv' | 'name_en' | 'home_uri' | 'redirect_uris'>,
): Promise<boolean> {
  const row: Insertable<ClientTable> = {
    ...client,
    auth_method: 'none',
    services: [],
    is_own_tool: true,
    disabled_at: null,
  }
  const changed = await trx
    .insertInto('client')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet(row)
        .where(
          sql<boolean>`(client.name_sv, client.name_en, client.home_uri, client.redirect_uris, client.is_own_tool,
              client.auth_method, client.disabled_at)
            is distinct from (excluded.name_sv, excluded.name_en, excluded.home_uri, excluded.redirect_uris,
              excluded.is_own_tool, excluded.auth_method, excluded.disabled_at)`,
        ),
    )
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
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
