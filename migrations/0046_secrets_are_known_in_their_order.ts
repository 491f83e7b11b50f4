import { sql, type Kysely } from 'kysely'

/**
 * Which master secrets have been the newest at some node, in their order: what rests on an older one is put under the
 * newest, and a node that does not know a newer one judges nobody. The pepper of each is kept sealed, so that a
 * password which nobody has used since goes on when its secret is dropped.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table master_secret (
      id            text primary key check (id ~ '^[0-9a-f]{8}$'),
      newest_since  timestamptz not null,
      sealed_pepper text not null
    )`.execute(db)
  await sql`comment on column master_secret.id is
    'Derived from the secret, and no secret itself: it stands beside what was sealed, hashed or derived under it.'`.execute(
    db,
  )
  await sql`comment on column master_secret.newest_since is
    'When a node first had it as its newest; -infinity when that was before this was written down.'`.execute(db)
}
