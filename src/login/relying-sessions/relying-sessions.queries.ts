import { sql, type RawBuilder } from 'kysely'
import type { Db, Trx } from '../../database/database.js'

const now = sql<Date>`portvakt_now()`

export interface RelyingSession {
  readonly uid: string
  readonly clientId: string
  readonly sid: string
  readonly accountId: string
}

export async function upsertRelyingSession(trx: Trx, { uid, clientId, sid, accountId }: RelyingSession): Promise<void> {
  await trx
    .insertInto('relying_session')
    .values({ uid, client_id: clientId, sid, account_id: accountId, told_at: now })
    .onConflict((known) => known.columns(['uid', 'client_id', 'sid']).doUpdateSet({ told_at: now }))
    .execute()
}

/** The session of ours that the relying service knows by this name, whether it is live or not. */
export async function findSessionUid(db: Db, known: Pick<RelyingSession, 'clientId' | 'sid'>) {
  const row = await db
    .selectFrom('relying_session')
    .where('client_id', '=', known.clientId)
    .where('sid', '=', known.sid)
    .select('uid')
    .executeTakeFirst()
  return row?.uid
}

/** Each is handed out once, so that nobody is told twice of one end. */
export async function takeRelyingSessions(
  trx: Trx,
  { uids, clientId }: { readonly uids: readonly string[]; readonly clientId?: string | undefined },
): Promise<readonly RelyingSession[]> {
  return await taken(
    trx,
    sql`where held.uid = any(${[...uids]}::text[])
      and (${clientId ?? null}::text is null or held.client_id = ${clientId ?? null})`,
  )
}

export interface Loss {
  readonly accountId: string
  readonly service: string
}

/** Each of an account's at a relying service that asks for a service the account has lost, handed out once. */
export async function takeRelyingSessionsFor(trx: Trx, losses: readonly Loss[]): Promise<readonly RelyingSession[]> {
  const accounts = losses.map(({ accountId }) => accountId)
  const services = losses.map(({ service }) => service)
  return await taken(
    trx,
    sql`using unnest(${accounts}::uuid[], ${services}::text[]) as lost (account_id, service), client
      where held.account_id = lost.account_id and client.id = held.client_id and lost.service = any(client.services)`,
  )
}

/** Everybody's at this relying service, each handed out once. */
export async function takeRelyingSessionsAt(trx: Trx, clientId: string): Promise<readonly RelyingSession[]> {
  return await taken(trx, sql`where held.client_id = ${clientId}`)
}

/** All of them go; handed out, the oldest first, are those of services that have an address to be told at. */
const taken = async (trx: Trx, which: RawBuilder<unknown>): Promise<readonly RelyingSession[]> => {
  const { rows } = await sql<RelyingSession>`
    with gone as (delete from relying_session held ${which}
      returning held.uid, held.client_id, held.sid, held.account_id, held.told_at)
    select gone.uid, gone.client_id as "clientId", gone.sid, gone.account_id as "accountId"
    from gone join client told on told.id = gone.client_id and told.backchannel_logout_uri is not null
    order by gone.told_at`.execute(trx)
  return rows
}

/** Those whose session is gone; a day is left for a session that is saved after what was given out in it. */
export async function deleteLooseRelyingSessions(db: Db, atMost: number): Promise<number> {
  const { rows } = await sql`
    delete from relying_session where (uid, client_id, sid) in (
      select uid, client_id, sid from relying_session loose
      where told_at < portvakt_now() - interval '1 day'
        and not exists (select from session where session.uid = loose.uid)
      limit ${atMost} for update skip locked)
    returning 1`.execute(db)
  return rows.length
}
