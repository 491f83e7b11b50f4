import { sql, type SqlBool } from 'kysely'
import type { Db, Trx } from '../../database/database.js'
import { isReadOnly } from '../../database/unreachable.js'
import type { Policy } from '../../../config/policy.js'

export interface ClientSource {
  readonly clientId: string
  readonly source: string
}

type Limits = Policy['client']

/** Counts one more; the window begins anew with the first after it has passed. */
export async function countWrong(trx: Trx, { clientId, source }: ClientSource, { wrongMinutes }: Limits) {
  const hasPassed = sql<SqlBool>`known.since <= portvakt_now() - ${minutes(wrongMinutes)}`
  const { rows } = await sql<{ wrong: number; secondsLeft: number }>`
    insert into client_authentication as known (client_id, source, wrong) values (${clientId}, ${source}, 1)
    on conflict (client_id, source) do update set
      wrong = case when ${hasPassed} then 1 else known.wrong + 1 end,
      since = case when ${hasPassed} then portvakt_now() else known.since end
    returning wrong,
      ceil(extract(epoch from since + ${minutes(wrongMinutes)} - portvakt_now()))::int as "secondsLeft"`.execute(trx)
  return rows[0] ?? { wrong: 1, secondsLeft: wrongMinutes * 60 }
}

export interface Met {
  /** Too many were wrong, and none was right from there for a long time. */
  readonly isBarred: boolean
  /** One was right from there within a day. */
  readonly isNoted: boolean
}

export async function selectMet(db: Db, { clientId, source }: ClientSource, limits: Limits): Promise<Met> {
  const { rows } = await sql<Met>`
    select wrong >= ${limits.wrongPerSource} and since > portvakt_now() - ${minutes(limits.wrongMinutes)}
        and (last_right_at is null or last_right_at < portvakt_now() - ${days(limits.knownDays)}) as "isBarred",
      coalesce(last_right_at > portvakt_now() - interval '1 day', false) as "isNoted"
    from client_authentication where client_id = ${clientId} and source = ${source}`.execute(db)
  return rows[0] ?? { isBarred: false, isNoted: false }
}

/**
 * Noted once a day, so that a request that is right costs no write of its own. Where the database takes no changes, it is
 * noted another time: the secret is right all the same.
 */
export async function noteRight(db: Db, { clientId, source }: ClientSource): Promise<void> {
  await sql`
    insert into client_authentication (client_id, source, last_right_at) values (${clientId}, ${source}, portvakt_now())
    on conflict (client_id, source) do update set last_right_at = portvakt_now()`
    .execute(db)
    .catch((error: unknown) => {
      if (!isReadOnly(error)) throw error
    })
}

/** What neither bars anybody nor shows a source to be known. */
export async function deleteOldAuthentications(db: Db, limits: Limits, atMost: number): Promise<number> {
  const { rows } = await sql`
    delete from client_authentication where (client_id, source) in (
      select client_id, source from client_authentication old
      where since < portvakt_now() - ${minutes(limits.wrongMinutes)}
        and (last_right_at is null or last_right_at < portvakt_now() - ${days(limits.knownDays)})
      limit ${atMost} for update skip locked)
    returning 1`.execute(db)
  return rows.length
}

const minutes = (count: number) => sql`make_interval(mins => ${count}::int)`
const days = (count: number) => sql`make_interval(days => ${count}::int)`
