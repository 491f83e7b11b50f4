import { sql, type Kysely } from 'kysely'

/**
 * Thousands of events in one statement take hundreds of milliseconds, and not the square of it: the head is written once
 * for each statement, where it was written for each event, and every one after it had to pass its former versions. The
 * head is locked before the first event as before, so simultaneous writers stand in one line.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // The last event is found by the index also while the statistics say that the table is small, as they do while
  // thousands are being added to it.
  await sql`
    create or replace function audit_chain() returns trigger
    language plpgsql security definer set search_path = public set enable_seqscan = off set enable_sort = off as $$
    declare
      head audit_head;
      former record;
    begin
      select * into head from audit_head for update;
      -- What this very statement has written before it.
      select event.seq, event.hash into former from audit_event event
        where event.seq > head.seq order by event.seq desc limit 1;
      if found then
        head.seq := former.seq;
        head.hash := former.hash;
      end if;
      new.seq := head.seq + 1;
      new.at := portvakt_now();
      new.previous_hash := head.hash;
      new.hash := sha256(head.hash || convert_to(jsonb_build_array(
        new.seq, extract(epoch from new.at)::text, new.kind, new.result, new.actor_id, new.about_id,
        new.organisation_id, new.source, new.request_id, new.details)::text, 'UTF8'));
      if new.kind in ('signed-in', 'sign-in-locked', 'one-time-password-ordered') then
        insert into event_day (day, kind, events) values ((new.at at time zone 'Europe/Stockholm')::date, new.kind, 1)
        on conflict (day, kind) do update set events = event_day.events + 1;
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create function audit_head_follows() returns trigger
    language plpgsql security definer set search_path = public set enable_seqscan = off set enable_sort = off as $$
    begin
      update audit_head set seq = last.seq, hash = last.hash
      from (select event.seq, event.hash from audit_event event
        where event.seq > (select seq from audit_head) order by event.seq desc limit 1) last;
      return null;
    end $$`.execute(db)
  await sql`create trigger audit_head_follows after insert on audit_event
    for each statement execute function audit_head_follows()`.execute(db)
}
