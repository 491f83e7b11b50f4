import { sql, type Kysely } from 'kysely'

/**
 * How often a client has failed to authenticate from one source, and when it last succeeded from there. A row without a
 * client counts names that nobody has registered.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table client_authentication (
      client_id     text not null,
      source        text not null,
      since         timestamptz not null default portvakt_now(),
      wrong         int not null default 0 check (wrong >= 0),
      last_right_at timestamptz,
      primary key (client_id, source)
    )`.execute(db)
  await sql`create index client_authentication_since on client_authentication (since)`.execute(db)
}
