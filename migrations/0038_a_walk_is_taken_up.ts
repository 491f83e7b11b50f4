import { sql, type Kysely } from 'kysely'

/** A walk along the chain whose worker is gone for good is taken up by another, or it would bar every later one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table audit_verification add walked_at timestamptz not null default portvakt_now()`.execute(db)
  await sql`comment on column audit_verification.walked_at is
    'When it last came further, or somebody was last told to go on.'`.execute(db)
}
