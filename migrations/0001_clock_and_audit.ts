import { sql, type Kysely } from 'kysely'

/** One clock for every decision, and an append-only, hash-chained record of what was done. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists btree_gist`.execute(db)
  await sql`
    create function portvakt_now() returns timestamptz language sql volatile parallel restricted
    as 'select clock_timestamp()'`.execute(db)
  await sql`
    comment on function portvakt_now() is
    'The only clock that decides. Tests replace it to travel in time; nothing else may.'`.execute(db)
  await sql`
    create function portvakt_today() returns date language sql volatile parallel restricted
    as $$select (portvakt_now() at time zone 'Europe/Stockholm')::date$$`.execute(db)

  await sql`
    create table audit_event (
      seq           bigint primary key,
      at            timestamptz not null,
      kind          text not null,
      result        text not null check (result in ('done', 'refused')),
      actor_id      uuid,
      about_id      uuid,
      organisation_id uuid,
      source        text,
      request_id    text,
      details       jsonb not null default '{}',
      previous_hash bytea not null check (octet_length(previous_hash) = 32),
      hash          bytea not null unique check (octet_length(hash) = 32)
    )`.execute(db)
  await sql`create index audit_event_about on audit_event (about_id, seq)`.execute(db)
  await sql`create index audit_event_actor on audit_event (actor_id, seq)`.execute(db)
  await sql`create index audit_event_organisation on audit_event (organisation_id, seq)`.execute(db)
  await sql`
    create table audit_head (
      only_one boolean primary key default true check (only_one),
      seq      bigint not null,
      hash     bytea not null
    )`.execute(db)
  await sql`insert into audit_head (seq, hash) values (0, sha256('portvakt'))`.execute(db)

  // Every insert is chained by the database itself; the head's row lock puts simultaneous writers in line.
  await sql`
    create function audit_chain() returns trigger language plpgsql security definer set search_path = public as $$
    declare head audit_head;
    begin
      select * into head from audit_head for update;
      new.seq := head.seq + 1;
      new.at := portvakt_now();
      new.previous_hash := head.hash;
      new.hash := sha256(head.hash || convert_to(jsonb_build_array(
        new.seq, extract(epoch from new.at)::text, new.kind, new.result, new.actor_id, new.about_id,
        new.organisation_id, new.source, new.request_id, new.details)::text, 'UTF8'));
      update audit_head set seq = new.seq, hash = new.hash;
      return new;
    end $$`.execute(db)
  await sql`create trigger audit_event_chained before insert on audit_event
    for each row execute function audit_chain()`.execute(db)
  await sql`
    create function audit_is_append_only() returns trigger language plpgsql as $$
    begin raise exception 'audit_event is append-only'; end $$`.execute(db)
  await sql`create trigger audit_event_append_only before update or delete or truncate on audit_event
    for each statement execute function audit_is_append_only()`.execute(db)
}
