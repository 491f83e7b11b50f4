import { sql, type Insertable } from 'kysely'
import type { Db, Trx } from '../database/database.js'
import type { ClientTable } from '../database/schema.js'
import type { Registration } from './client.js'

const now = sql<Date>`portvakt_now()`

const columns = [
  'id',
  'version',
  'name_sv as nameSv',
  'name_en as nameEn',
  'home_uri as homeUri',
  'auth_method as authMethod',
  'jwks',
  'redirect_uris as redirectUris',
  'post_logout_redirect_uris as postLogoutRedirectUris',
  'backchannel_logout_uri as backchannelLogoutUri',
  'services',
  'id_token_signed_response_alg as idTokenSignedResponseAlg',
  'is_first_party as isFirstParty',
  'is_own_tool as isOwnTool',
  'may_refresh as mayRefresh',
  'secret_made_at as secretMadeAt',
  'former_secret_ends_at as formerSecretEndsAt',
  'created_at as createdAt',
  'changed_at as changedAt',
  'disabled_at as disabledAt',
] as const

export type ClientRow = NonNullable<Awaited<ReturnType<typeof selectClient>>>

/** A name with a zero byte cannot even be asked for, so nobody has it. */
export async function selectClient(db: Db, id: string) {
  if (id.includes('\0')) return undefined
  return await db.selectFrom('client').select(columns).where('id', '=', id).executeTakeFirst()
}

/** To the end of the transaction nobody else changes it. */
export async function holdClient(trx: Trx, id: string) {
  if (id.includes('\0')) return undefined
  return await trx.selectFrom('client').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Those of others, by name; our own tools are nobody's to change. */
export async function selectClients(db: Db) {
  return await db
    .selectFrom('client')
    .select(columns)
    .where('is_own_tool', '=', false)
    .orderBy('name_sv', (order) => order.collate('sv-x-icu'))
    .orderBy('id')
    .execute()
}

/** The secret that counts, and the one before it as long as that counts too; sealed. */
export async function selectSecrets(db: Db, id: string) {
  return await db
    .selectFrom('client')
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .select([
      'sealed_secret as sealedSecret',
      sql<string | null>`case when former_secret_ends_at > portvakt_now() then former_sealed_secret end`.as(
        'formerSealedSecret',
      ),
    ])
    .executeTakeFirst()
}

/** Every client's, also of one that is turned off: it may be turned on again. */
export async function selectEverySecret(db: Db) {
  return await db
    .selectFrom('client')
    .where('sealed_secret', 'is not', null)
    .select([
      'id',
      'sealed_secret as sealed',
      'former_sealed_secret as former',
      sql<boolean>`coalesce(former_secret_ends_at > portvakt_now(), false)`.as('isFormerInUse'),
    ])
    .execute()
}

/** True unless somebody else was first. What the client is given does not change, so its version does not either. */
export async function replaceSealed(
  trx: Trx,
  { id, from, to, column }: Readonly<Record<'id' | 'from' | 'to', string>> & { readonly column: SealedColumn },
): Promise<boolean> {
  const row = await trx
    .updateTable('client')
    .set({ [column]: to })
    .where('id', '=', id)
    .where(column, '=', from)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export type SealedColumn = 'sealed_secret' | 'former_sealed_secret'

/** False when the id is taken, also by one that is turned off. */
export async function insertClient(trx: Trx, client: Insertable<ClientTable>): Promise<boolean> {
  const row = await trx
    .insertInto('client')
    .values({ ...client, ...(client.sealed_secret && { secret_made_at: now }) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function upsertClient(trx: Trx, client: Insertable<ClientTable>): Promise<void> {
  const row = { ...client, ...(client.sealed_secret && { secret_made_at: now }) }
  await trx
    .insertInto('client')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ ...row, changed_at: now, version: sql<number>`client.version + 1` }),
    )
    .execute()
}

export interface Versioned {
  readonly id: string
  readonly version: number
}

/** What becomes of the secret: it stays, another takes its place, or there is none any more. */
export type SecretChange =
  | { readonly kind: 'kept' }
  | { readonly kind: 'made'; readonly sealed: string; readonly formerWorksForHours: number }
  | { readonly kind: 'removed' }

/** True for the one who has read what is changed; false when somebody else has changed it since. */
export async function updateClient(
  trx: Trx,
  { id, version }: Versioned,
  change: Partial<ReturnType<typeof rowOf>>,
  secret: SecretChange,
): Promise<boolean> {
  const row = await trx
    .updateTable('client')
    .set({ ...change, ...secretOf(secret), changed_at: now, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('is_own_tool', '=', false)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

const secretOf = (secret: SecretChange) => {
  if (secret.kind === 'kept') return {}
  const former = { former_sealed_secret: null, former_secret_ends_at: null }
  if (secret.kind === 'removed') return { ...former, sealed_secret: null, secret_made_at: null }
  const made = { sealed_secret: secret.sealed, secret_made_at: now }
  if (secret.formerWorksForHours === 0) return { ...former, ...made }
  return {
    ...made,
    former_sealed_secret: sql<string>`sealed_secret`,
    former_secret_ends_at: sql<Date>`portvakt_now() + make_interval(hours => ${secret.formerWorksForHours}::int)`,
  }
}

/** True when that turned it off or on; what it was given is gone then, by a trigger. */
export async function turnClient(trx: Trx, id: string, to: 'off' | 'on'): Promise<boolean> {
  const row = await trx
    .updateTable('client')
    .set({ disabled_at: to === 'off' ? now : null, changed_at: now, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('disabled_at', to === 'off' ? 'is' : 'is not', null)
    .where('is_own_tool', '=', false)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
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

/** The columns that a registration fills. */
export const rowOf = (registration: Registration) => ({
  name_sv: registration.name.sv,
  name_en: registration.name.en,
  home_uri: registration.homeUri,
  auth_method: registration.authMethod,
  jwks: registration.publicKeys === undefined ? null : JSON.stringify(registration.publicKeys),
  redirect_uris: [...registration.redirectUris],
  post_logout_redirect_uris: [...registration.postLogoutRedirectUris],
  backchannel_logout_uri: registration.backchannelLogoutUri ?? null,
  services: [...registration.services],
  id_token_signed_response_alg: registration.idTokenSignedResponseAlg,
  may_refresh: registration.mayRefresh,
  is_first_party: registration.isFirstParty,
})
