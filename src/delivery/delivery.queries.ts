import { sql } from 'kysely'
import type { Db, Trx } from '../database/database.js'

/** As pg-boss keeps it. */
export interface DeadLetter {
  readonly id: string
  readonly payload: unknown
  readonly outcome: unknown
  readonly tries: number
  readonly posted_at: Date
  readonly given_up_at: Date
}

const deadLetter = sql`id, data as payload, source_output as outcome, coalesce(source_retry_count, 0) + 1 as tries,
  coalesce(source_created_on, created_on) as posted_at, created_on as given_up_at`

/** What was given up, the latest first. */
export async function deadLetters(db: Db, { queue, limit }: { readonly queue: string; readonly limit: number }) {
  const { rows } = await sql<DeadLetter>`
    select ${deadLetter} from pgboss.job where name = ${queue} and state = 'created'
    order by created_on desc, id limit ${limit}`.execute(db)
  return rows
}

/** Those that nobody has told of, each to one caller only. */
export async function takeUntold(trx: Trx, queue: string): Promise<readonly DeadLetter[]> {
  const { rows } = await sql<DeadLetter>`
    update pgboss.job set output = '{"isTold": true}'
    where name = ${queue} and state = 'created' and output is null
      and not coalesce(source_output @> '{"isTold": true}', false)
    returning ${deadLetter}`.execute(trx)
  return rows
}

/** Takes it from among the dead, for one caller only. */
export async function takeDeadLetter(trx: Trx, { queue, id }: { readonly queue: string; readonly id: string }) {
  const { rows } = await sql<DeadLetter>`
    update pgboss.job set state = 'completed', completed_on = clock_timestamp()
    where name = ${queue} and id = ${id}::uuid and state = 'created'
    returning ${deadLetter}`.execute(trx)
  return rows[0]
}

/** How pg-boss marks a job whose lease was lost: a contract test holds it to these words. */
export const lostLease = { value: { message: 'job timed out' } }

/**
 * A worker that died is no failure of its job, which goes back to the queue at once, as it was: neither delayed nor
 * counted as a try. After a day it counts, so that a job that kills every worker ends among the dead.
 */
export async function giveBackLost(db: Db, queues: readonly string[]): Promise<void> {
  await sql`
    update pgboss.job set start_after = clock_timestamp(), output = null,
      started_on = case when created_on < clock_timestamp() - interval '1 day' then started_on end
    where name = any(${[...queues]}::text[]) and state = 'retry'
      and output @> ${JSON.stringify(lostLease)}::jsonb`.execute(db)
}

/** How many wait, how long the oldest that is due has waited, and how many are dead. */
export async function queueLengths(
  db: Db,
  { queues, dead }: { readonly queues: readonly string[]; readonly dead: string },
) {
  const isWaiting = sql`name = any(${[...queues]}::text[]) and state < 'completed'`
  const { rows } = await sql<{ waiting: number; oldest_seconds: number; dead: number }>`
    select
      count(*) filter (where ${isWaiting})::int as waiting,
      coalesce(max(extract(epoch from clock_timestamp() - start_after))
        filter (where ${isWaiting} and start_after <= clock_timestamp()), 0)::float8
        as oldest_seconds,
      count(*) filter (where name = ${dead} and state = 'created')::int as dead
    from pgboss.job where name = any(${[...queues, dead]}::text[])`.execute(db)
  return rows[0] ?? { waiting: 0, oldest_seconds: 0, dead: 0 }
}
