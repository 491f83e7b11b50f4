import { sql, type Kysely } from 'kysely'

/** Wrong attempts are counted by the typed name and by their source; sessions end for good. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table login_attempts (
      name_key     bytea primary key check (octet_length(name_key) = 32),
      failures     int not null check (failures > 0),
      locked_until timestamptz,
      last_at      timestamptz not null
    )`.execute(db)
  await sql`comment on table login_attempts is
    'Keyed by a keyed digest of the typed name, known or invented: the two cannot be told apart here either.'`.execute(
    db,
  )
  await sql`create index login_attempts_last_at on login_attempts (last_at)`.execute(db)
  await sql`
    create table lock_notice (
      account_id uuid primary key references account,
      mailed_at  timestamptz not null
    )`.execute(db)
  await sql`comment on table lock_notice is
    'When the person was last told of a lock: at most once a day, however often it happens.'`.execute(db)
  await sql`
    create table source_attempts (
      source         text not null,
      counted        text not null check (counted in ('failure', 'order')),
      since          timestamptz not null,
      attempts       int not null check (attempts >= 0),
      turned_away_at timestamptz,
      primary key (source, counted, since)
    )`.execute(db)
  await sql`create index source_attempts_since on source_attempts (since)`.execute(db)
  await sql`
    create table session (
      id_hash      bytea primary key check (octet_length(id_hash) = 32),
      uid          text not null,
      account_id   uuid references account,
      opened_at    timestamptz not null default portvakt_now(),
      signed_in_at timestamptz,
      proved_at    timestamptz,
      last_seen_at timestamptz not null default portvakt_now(),
      ended_at     timestamptz,
      end_reason   text,
      source       text,
      payload      jsonb not null,
      constraint an_ended_session_has_a_reason check ((ended_at is null) = (end_reason is null)),
      constraint a_signed_in_session_has_an_account check ((account_id is null) = (signed_in_at is null))
    )`.execute(db)
  await sql`create unique index one_live_session_per_uid on session (uid) where ended_at is null`.execute(db)
  await sql`create index session_uid on session (uid)`.execute(db)
  await sql`create index session_account on session (account_id) where ended_at is null`.execute(db)
  await sql`create index session_last_seen on session (last_seen_at)`.execute(db)
  await sql`
    create table relying_session (
      uid        text not null,
      client_id  text not null,
      sid        text not null,
      account_id uuid not null references account,
      told_at    timestamptz not null default portvakt_now(),
      primary key (uid, client_id, sid)
    )`.execute(db)
  await sql`comment on table relying_session is
    'What a relying service was told that our session is called there (sid): it is told when that ends.'`.execute(db)
  await sql`create index relying_session_told on relying_session (told_at)`.execute(db)
  await sql`
    create table sessions_ended (
      account_id uuid primary key references account,
      at         timestamptz not null
    )`.execute(db)
  await sql`comment on table sessions_ended is
    'No sign-in proved before this moment opens a session any more, even if its session is saved only now.'`.execute(db)
}
