import { sql, type Kysely } from 'kysely'

/**
 * A stranger elsewhere uses up nobody's orders: they are counted by network, and apart from those of a network where the
 * name has succeeded lately. Codes that were ordered in different browsers stand beside each other. Guesses at a
 * familiar name have a limit of the day, and kept answers one of their source.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table one_time_password add column network text, add column is_familiar boolean not null default false,
      add column stands_for uuid references one_time_password on delete set null,
      add constraint only_an_order_beyond_the_limits_stands_for_another check (stands_for is null or is_throttled)`.execute(
    db,
  )
  await sql`comment on column one_time_password.is_familiar is
    'Ordered from a network where the name had succeeded lately: counted apart from the orders of strangers.'`.execute(
    db,
  )
  await sql`comment on column one_time_password.stands_for is
    'The code that the same browser had when it ordered beyond the limits: what fits that one fits here.'`.execute(db)
  await sql`drop index one_live_code_per_name`.execute(db)
  await sql`create unique index one_live_initial_code_per_name on one_time_password (name_key)
    where purpose = 'initial' and used_at is null and replaced_at is null and not is_throttled`.execute(db)
  await sql`create index one_time_password_stands_for on one_time_password (stands_for)`.execute(db)
  await sql`
    alter table familiar_name add column tries_today int not null default 0 check (tries_today >= 0),
      add column today_since timestamptz`.execute(db)
  await sql`alter table kept_answer add column source text`.execute(db)
  await sql`create index kept_answer_source on kept_answer (source)`.execute(db)
  await sql`create index kept_answer_browser on kept_answer (browser)`.execute(db)
}
