import { sql } from 'kysely'
import type { Db, Trx } from '../../database/database.js'

/** One artefact of the provider: found by its model and the digest of its id, never by the id alone. */
export interface RecordKey {
  readonly model: string
  readonly idHash: Buffer
}

export interface NewRecord extends RecordKey {
  readonly payload: Readonly<Record<string, unknown>>
  readonly uid?: string | undefined
  readonly grantId?: string | undefined
  readonly accountId?: string | undefined
  readonly clientId?: string | undefined
  readonly expiresInSeconds?: number | undefined
  /** Seconds since 1970: never after this, however long it may live otherwise. */
  readonly endsAt?: number | undefined
}

export interface FoundRecord {
  readonly payload: Readonly<Record<string, unknown>>
  readonly consumedAt: Date | null
}

/** Saves it; one that was used up stays as it was used. */
export async function saveRecord(db: Db, artefact: NewRecord): Promise<void> {
  const row = rowOf(artefact)
  await db
    .insertInto('oidc_record')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['model', 'id_hash'])
        .doUpdateSet({ payload: row.payload, expires_at: row.expires_at })
        .where('oidc_record.consumed_at', 'is', null),
    )
    .execute()
}

/** True for the first who brings it, false for everybody after. */
export async function insertOnce(db: Db, artefact: NewRecord): Promise<boolean> {
  const row = await db
    .insertInto('oidc_record')
    .values(rowOf(artefact))
    .onConflict((conflict) => conflict.columns(['model', 'id_hash']).doNothing())
    .returning('model')
    .executeTakeFirst()
  return row !== undefined
}

export interface InteractionAnswer {
  readonly idHash: Buffer
  readonly result: Readonly<Record<string, unknown>>
  /** The session that the interaction began in has ended, and the answer belongs to none. */
  readonly leavesSession?: boolean
}

/**
 * True for the first answer, however many are given at once; the first stands. What an earlier interaction of the same
 * request found out is carried along, and a sign-in gets its time by the database's clock.
 */
export async function answerInteraction(db: Db, answer: InteractionAnswer): Promise<boolean> {
  const { idHash, result, leavesSession = false } = answer
  const { rows } = await sql`
    update oidc_record
    set payload = case when ${leavesSession} then payload - 'session' else payload end || jsonb_build_object('result',
      coalesce(payload -> 'lastSubmission', '{}') || jsonb_set(${JSON.stringify(result)}::jsonb, '{login,ts}',
        to_jsonb(floor(extract(epoch from portvakt_now())))))
    where model = 'Interaction' and id_hash = ${idHash} and expires_at > portvakt_now() and payload -> 'result' is null
    returning 1`.execute(db)
  return rows.length > 0
}

/** True when the row was there to be changed. */
export async function updateRecord(db: Db, artefact: NewRecord): Promise<boolean> {
  const row = rowOf(artefact)
  const updated = await db
    .updateTable('oidc_record')
    .set({ payload: row.payload, expires_at: row.expires_at })
    .where('model', '=', artefact.model)
    .where('id_hash', '=', artefact.idHash)
    .returning('model')
    .executeTakeFirst()
  return updated !== undefined
}

/** A session has one live grant per client: false when another request was first, and its grant is the one to use. */
export async function insertGrant(db: Db, grant: NewRecord): Promise<boolean> {
  const row = rowOf(grant)
  const inserted = await db
    .insertInto('oidc_record')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['uid', 'client_id'])
        .where('model', '=', sql.lit('Grant'))
        .doUpdateSet({ ...row, created_at: sql<Date>`portvakt_now()` })
        .where('oidc_record.expires_at', '<=', sql<Date>`portvakt_now()`),
    )
    .returning('model')
    .executeTakeFirst()
  return inserted !== undefined
}

/** The id of the grant that this session already gave this client. */
export async function findGrantId(db: Db, given: { uid: string; clientId: string }): Promise<string | undefined> {
  const row = await liveGrants(db)
    .select('grant_id')
    .where('uid', '=', given.uid)
    .where('client_id', '=', given.clientId)
    .executeTakeFirst()
  return row?.grant_id ?? undefined
}

/** Which grant a session gave to which client. */
export async function grantsOfSession(db: Db, uid: string) {
  return await liveGrants(db).select(['client_id as clientId', 'grant_id as grantId']).where('uid', '=', uid).execute()
}

/** What has expired is not there; what was used up stays, so that a second use is seen for what it is. */
export async function findRecord(db: Db, { model, idHash }: RecordKey): Promise<FoundRecord | undefined> {
  return await db
    .selectFrom('oidc_record')
    .select(['payload', 'consumed_at as consumedAt'])
    .where('model', '=', model)
    .where('id_hash', '=', idHash)
    .where((row) =>
      row.or([
        row('expires_at', 'is', null),
        row('expires_at', '>', sql<Date>`portvakt_now()`),
        row('consumed_at', 'is not', null),
      ]),
    )
    .executeTakeFirst()
}

/** True for exactly one caller, however many ask at once. */
export async function consumeRecord(db: Db, { model, idHash }: RecordKey): Promise<boolean> {
  const row = await db
    .updateTable('oidc_record')
    .set({ consumed_at: sql<Date>`portvakt_now()` })
    .where('model', '=', model)
    .where('id_hash', '=', idHash)
    .where('consumed_at', 'is', null)
    .returning('model')
    .executeTakeFirst()
  return row !== undefined
}

export async function removeRecord(db: Db, { model, idHash }: RecordKey): Promise<void> {
  await db.deleteFrom('oidc_record').where('model', '=', model).where('id_hash', '=', idHash).execute()
}

/**
 * An interaction that has been answered is gone, but for which service it was: who comes back to its page by Back is led
 * on to that service, for as long as a session lives.
 */
export async function finishInteraction(db: Db, idHash: Buffer): Promise<void> {
  await sql`
    update oidc_record
    set model = 'FinishedInteraction', client_id = payload #>> '{params,client_id}', payload = '{}', uid = null,
      account_id = null, expires_at = portvakt_now() + interval '12 hours'
    where model = 'Interaction' and id_hash = ${idHash}`.execute(db)
}

/** The client that asked for this sign-in, whether it is under way, finished or over, as long as anything is kept. */
export async function clientOfInteraction(db: Db, idHash: Buffer): Promise<string | undefined> {
  const { rows } = await sql<{ clientId: string | null }>`
    select coalesce(client_id, payload #>> '{params,client_id}') as "clientId" from oidc_record
    where model in ('Interaction', 'FinishedInteraction') and id_hash = ${idHash} limit 1`.execute(db)
  return rows[0]?.clientId ?? undefined
}

export async function removeByGrant(db: Db, { model, grantId }: { model: string; grantId: string }): Promise<void> {
  await db.deleteFrom('oidc_record').where('model', '=', model).where('grant_id', '=', grantId).execute()
}

/** Whose family a used artefact belongs to. */
export async function findFamily(db: Db, { model, idHash }: RecordKey) {
  return await db
    .selectFrom('oidc_record')
    .select(['grant_id as grantId', 'account_id as accountId', 'client_id as clientId'])
    .where('model', '=', model)
    .where('id_hash', '=', idHash)
    .executeTakeFirst()
}

/** The grant and everything it gave: codes, access tokens, refresh tokens. */
export async function removeFamily(trx: Trx, grantId: string): Promise<number> {
  const removed = await trx.deleteFrom('oidc_record').where('grant_id', '=', grantId).executeTakeFirst()
  return Number(removed.numDeletedRows)
}

/**
 * Deletes what has expired, at most so many rows at a time; one node at a time, the others pass by.
 * A code that was used stays until its grant ends: without it a second use could not be told from an invented code.
 */
export async function sweepRecords(trx: Trx, batch: number): Promise<number> {
  const { rows } = await sql<{ swept: number }>`
    with alone as (select pg_try_advisory_xact_lock(hashtext('portvakt oidc sweep')) as is_ours),
    over as (
      select r.model, r.id_hash from oidc_record r, alone
      where alone.is_ours and r.expires_at <= portvakt_now()
        and not (r.consumed_at is not null and exists (
          select from oidc_record g
          where g.model = 'Grant' and g.grant_id = r.grant_id and g.expires_at > portvakt_now()))
      limit ${batch}),
    gone as (
      delete from oidc_record r using over
      where r.model = over.model and r.id_hash = over.id_hash returning 1)
    select count(*)::int as swept from gone`.execute(trx)
  return rows[0]?.swept ?? 0
}

/** Codes, tokens, grants and sign-ins under way, of everybody. */
export async function removeEverything(trx: Trx): Promise<void> {
  await trx.deleteFrom('oidc_record').execute()
}

const liveGrants = (db: Db) =>
  db
    .selectFrom('oidc_record')
    .where('model', '=', 'Grant')
    .where('expires_at', '>', sql<Date>`portvakt_now()`)

const rowOf = (artefact: NewRecord) => ({
  model: artefact.model,
  id_hash: artefact.idHash,
  payload: JSON.stringify(artefact.payload),
  uid: artefact.uid ?? null,
  grant_id: artefact.grantId ?? null,
  account_id: artefact.accountId ?? null,
  client_id: artefact.clientId ?? null,
  expires_at:
    artefact.expiresInSeconds === undefined
      ? null
      : sql<Date>`least(portvakt_now() + make_interval(secs => ${artefact.expiresInSeconds}),
          to_timestamp(${artefact.endsAt ?? null}::float))`,
})
