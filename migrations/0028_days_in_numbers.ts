import { sql, type Kysely } from 'kysely'

/**
 * How many of some kinds of events there were each day, and how many held each permission: counted when they are
 * written, so that a chart of a month reads a few rows and not millions of events.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table event_day (
      day    date not null,
      kind   text not null,
      events int not null check (events > 0),
      primary key (day, kind)
    )`.execute(db)
  await sql`comment on table event_day is 'Derived: events of a day in Stockholm. Only the chain’s trigger writes it.'`.execute(
    db,
  )
  // As before, and the day is counted: who writes an event holds the head, so no two wait for the same count.
  await sql`
    create or replace function audit_chain() returns trigger
    language plpgsql security definer set search_path = public as $$
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
      if new.kind in ('signed-in', 'sign-in-locked', 'one-time-password-ordered') then
        insert into event_day (day, kind, events) values ((new.at at time zone 'Europe/Stockholm')::date, new.kind, 1)
        on conflict (day, kind) do update set events = event_day.events + 1;
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    insert into event_day (day, kind, events)
    select (at at time zone 'Europe/Stockholm')::date, kind, count(*) from audit_event
    where kind in ('signed-in', 'sign-in-locked', 'one-time-password-ordered') group by 1, 2`.execute(db)
  await sql`
    create table permission_day (
      day        date not null,
      service    text not null references service,
      holders    int not null check (holders >= 0),
      counted_at timestamptz not null default portvakt_now(),
      primary key (day, service)
    )`.execute(db)
  await sql`comment on table permission_day is
    'Derived: how many had a permission that held that day. Counted anew now and then while the day lasts.'`.execute(db)
}
