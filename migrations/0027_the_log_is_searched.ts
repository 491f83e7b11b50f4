import { sql, type Kysely } from 'kysely'

/** Events are found by kind and by time as quickly among millions, and what a walk along the chain found is kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index audit_event_kind on audit_event (kind, seq)`.execute(db)
  await sql`create index audit_event_at on audit_event (at)`.execute(db)
  await sql`create index audit_event_actor_kind on audit_event (actor_id, kind, seq) where actor_id is not null`.execute(
    db,
  )
  await sql`
    create index audit_event_organisation_kind on audit_event (organisation_id, kind, seq)
    where organisation_id is not null`.execute(db)
  await sql`
    create table audit_verification (
      id          uuid primary key default gen_random_uuid(),
      asked_by    uuid not null references account,
      asked_at    timestamptz not null default portvakt_now(),
      source      text not null,
      request_id  text not null,
      up_to       bigint not null,
      first_seq   bigint not null,
      walked_to   bigint not null,
      walked_hash bytea not null check (octet_length(walked_hash) = 32),
      finished_at timestamptz,
      broken_at   bigint,
      broken_why  text check (broken_why in ('changed', 'missing', 'cut-off')),
      constraint what_is_broken_is_so_in_some_way check ((broken_at is null) = (broken_why is null)),
      constraint a_broken_chain_is_walked_no_further check (broken_at is null or finished_at is not null)
    )`.execute(db)
  await sql`comment on table audit_verification is
    'A walk along the chain of events, some of it at a time: how far it has come, and what it found.'`.execute(db)
  await sql`
    create unique index one_verification_at_a_time on audit_verification ((true)) where finished_at is null`.execute(db)
  await sql`create index audit_verification_finished on audit_verification (finished_at)`.execute(db)
}
