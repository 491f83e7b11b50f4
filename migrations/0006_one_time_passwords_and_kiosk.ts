import { sql, type Kysely } from 'kysely'

/** One-time passwords are rows from which the code is derived; the kiosk's steps are rows bound to a browser. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table one_time_password (
      id          uuid primary key default gen_random_uuid(),
      purpose     text not null check (purpose in ('initial', 'reset')),
      name_key    bytea not null check (octet_length(name_key) = 32),
      account_id  uuid references account,
      key_id      text not null,
      language    text not null check (language in ('sv', 'en')),
      attempts    int not null default 0 check (attempts >= 0),
      ordered_at  timestamptz not null default portvakt_now(),
      sent_from   timestamptz not null,
      expires_at  timestamptz not null,
      used_at     timestamptz,
      replaced_at timestamptz,
      is_throttled boolean not null default false,
      constraint a_code_is_used_or_replaced_not_both check (used_at is null or replaced_at is null)
    )`.execute(db)
  await sql`comment on column one_time_password.account_id is
    'Null for a name that does not exist: the order is counted and forgotten like any other, and no code fits it.'`.execute(
    db,
  )
  await sql`comment on column one_time_password.is_throttled is
    'An order beyond the limits: nothing is mailed and no code fits it, but its page looks like any other.'`.execute(db)
  await sql`create unique index one_live_code_per_name on one_time_password (name_key, purpose)
    where used_at is null and replaced_at is null and not is_throttled`.execute(db)
  await sql`create index one_time_password_ordered on one_time_password (name_key, ordered_at)`.execute(db)
  await sql`create index one_time_password_account on one_time_password (account_id)`.execute(db)
  await sql`create index one_time_password_expires on one_time_password (expires_at)`.execute(db)
  await sql`
    create table kiosk_visit (
      id_hash    bytea primary key check (octet_length(id_hash) = 32),
      step       text not null check (step in ('enter-code', 'choose-password', 'done')),
      name_key   bytea not null,
      account_id uuid references account,
      code_id    uuid references one_time_password on delete set null,
      proof      text check (proof in ('password', 'initial', 'reset')),
      interaction_uid text,
      opened_at  timestamptz not null default portvakt_now(),
      expires_at timestamptz not null,
      constraint a_password_is_chosen_by_a_proved_person
        check (step <> 'choose-password' or (account_id is not null and proof is not null))
    )`.execute(db)
  await sql`create index kiosk_visit_account on kiosk_visit (account_id)`.execute(db)
  await sql`create index kiosk_visit_code on kiosk_visit (code_id)`.execute(db)
  await sql`create index kiosk_visit_expires on kiosk_visit (expires_at)`.execute(db)
}
