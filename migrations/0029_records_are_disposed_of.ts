import { sql, type Kysely } from 'kysely'

/**
 * What has been kept long enough goes, and of the audit by whole years, leaving the chain's head: an anchor holds the
 * number and the hash of the last event that went, and from there the chain is walked (security.md, T21).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_anchor (
      last_seq  bigint primary key,
      hash      bytea not null check (octet_length(hash) = 32),
      last_year int not null unique,
      closed_by uuid not null references account,
      closed_at timestamptz not null default portvakt_now()
    )`.execute(db)
  await sql`comment on table audit_anchor is
    'Where the chain of events begins since a period was closed. Events up to it may be removed, no others ever.'`.execute(
    db,
  )
  await anchoring(db)
  await removing(db)
  await sql`
    create table disposal (
      id          uuid primary key default gen_random_uuid(),
      class       text not null,
      before      date not null,
      ordered_by  uuid not null references account,
      ordered_at  timestamptz not null default portvakt_now(),
      source      text not null,
      request_id  text not null,
      expected    int not null check (expected > 0),
      removed     int not null default 0 check (removed >= 0),
      finished_at timestamptz
    )`.execute(db)
  await sql`create unique index one_disposal_of_a_class_at_a_time on disposal (class) where finished_at is null`.execute(
    db,
  )
  await sql`create index username_letter_posted on username_letter (posted_at) where posted_at is not null`.execute(db)
  await sql`create index permission_request_answered on permission_request (answered_at) where answer is not null`.execute(
    db,
  )
  await sql`create index account_ended on account (ended_at) where ended_at is not null`.execute(db)
  await sql`alter table person add column disposed_at timestamptz`.execute(db)
  await sql`alter table assurance add column disposed_at timestamptz`.execute(db)
  await sql`create sequence disposed_person`.execute(db)
}

/** The rule stands here and not in the program: whole years that ended at least five years ago, and the true hash. */
const anchoring = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create function audit_anchor_holds() returns trigger
    language plpgsql security definer set search_path = public as $$
    declare end_of_period timestamptz := make_timestamptz(new.last_year + 1, 1, 1, 0, 0, 0, 'Europe/Stockholm');
    begin
      if tg_op <> 'INSERT' then raise exception 'audit_anchor is append-only'; end if;
      if new.last_year + 6 > extract(year from portvakt_today()) then
        raise exception 'a period of the audit is closed five years after its end, not before';
      end if;
      if not exists (select from officer where account_id = new.closed_by and ended_at is null) then
        raise exception 'a period of the audit is closed by an officer';
      end if;
      if new.last_seq <= coalesce((select max(last_seq) from audit_anchor), 0)
        or new.last_seq >= (select seq from audit_head)
        or exists (select from audit_event where seq = new.last_seq and at >= end_of_period)
        or not exists (select from audit_event where seq = new.last_seq and hash = new.hash) then
        raise exception 'an anchor is the last event of its period';
      end if;
      return new;
    end $$`.execute(db)
  await sql`create trigger audit_anchor_holds before insert or update or delete on audit_anchor
    for each row execute function audit_anchor_holds()`.execute(db)
  await sql`create trigger audit_anchor_stays before truncate on audit_anchor
    for each statement execute function audit_is_append_only()`.execute(db)
  // By the first event of the time after: a clock that was set back leaves a little more than it must.
  await sql`
    create function audit_close_period(of_year int, officer_id uuid)
    returns table (last_seq bigint, hash bytea)
    language sql volatile security definer set search_path = public as $$
      insert into audit_anchor (last_seq, hash, last_year, closed_by)
      select event.seq, event.hash, of_year, officer_id
      from (select make_timestamptz(of_year + 1, 1, 1, 0, 0, 0, 'Europe/Stockholm') as at) period
      cross join lateral (
        select coalesce(
          (select min(seq) from audit_event where at >= period.at and at < period.at + interval '1 day') - 1,
          (select seq from audit_event where at < period.at order by at desc, seq desc limit 1)) as seq) last
      join audit_event event on event.seq = last.seq
      returning last_seq, hash
    $$`.execute(db)
}

const removing = async (db: Kysely<unknown>): Promise<void> => {
  await sql`drop trigger audit_event_append_only on audit_event`.execute(db)
  await sql`create trigger audit_event_append_only before update or truncate on audit_event
    for each statement execute function audit_is_append_only()`.execute(db)
  await sql`
    create function audit_event_is_anchored() returns trigger language plpgsql as $$
    begin
      if old.seq > coalesce((select max(last_seq) from audit_anchor), 0) then
        raise exception 'audit_event is append-only';
      end if;
      return old;
    end $$`.execute(db)
  await sql`create trigger audit_event_is_anchored before delete on audit_event
    for each row execute function audit_event_is_anchored()`.execute(db)
  await sql`
    create function audit_remove_anchored(at_most int) returns int
    language sql volatile security definer set search_path = public as $$
      with gone as (
        delete from audit_event where seq in (
          select seq from audit_event where seq <= (select max(last_seq) from audit_anchor) order by seq limit at_most)
        returning 1)
      select count(*)::int from gone
    $$`.execute(db)
}
