import { sql, type Kysely } from 'kysely'

/**
 * Up to PostgreSQL 17 a type of plan that is turned off adds ten thousand million to the cost of a plan that needs it,
 * which is then compiled: each event took half a second under the lock of the chain. On whatever connection an event is
 * written, its functions are not compiled.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter function audit_chain() set jit = off`.execute(db)
  await sql`alter function audit_head_follows() set jit = off`.execute(db)
}
