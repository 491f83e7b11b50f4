import { sql, type Kysely } from 'kysely'

/**
 * History that is closed keeps its gaps too: where the command reopened an account, or the calendar ended a permission,
 * nobody's name is written in later. What a row says of people is emptied when it is disposed of, and never rewritten.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function written_once() returns trigger language plpgsql set search_path = public, pg_temp as $$
    declare
      column_name text;
      before jsonb := to_jsonb(old);
      after jsonb := to_jsonb(new);
    begin
      foreach column_name in array tg_argv loop
        if (before ->> tg_argv[0] is not null or before ->> column_name is not null)
          and before -> column_name is distinct from after -> column_name then
          raise exception '% of % is written once.', column_name, tg_table_name using errcode = 'check_violation';
        end if;
      end loop;
      return new;
    end $$`.execute(db)
  await sql`comment on function written_once() is
    'Its first argument is the moment that closes the row: from then on none of the named columns changes, not even one without a value.'`.execute(
    db,
  )
  await sql`
    create function emptied_only() returns trigger language plpgsql set search_path = public, pg_temp as $$
    declare
      column_name text;
      before jsonb := to_jsonb(old);
      after jsonb := to_jsonb(new);
    begin
      foreach column_name in array tg_argv[1:] loop
        if (before ->> tg_argv[0] is not null or before ->> column_name is not null)
          and before -> column_name is distinct from after -> column_name and after ->> column_name <> '–' then
          raise exception '% of % may only be emptied.', column_name, tg_table_name using errcode = 'check_violation';
        end if;
      end loop;
      return new;
    end $$`.execute(db)
  await sql`
    create function written_while() returns trigger language plpgsql set search_path = public, pg_temp as $$
    declare
      column_name text;
      before jsonb := to_jsonb(old);
      after jsonb := to_jsonb(new);
    begin
      if before ->> tg_argv[0] is null then
        return new;
      end if;
      foreach column_name in array tg_argv[1:] loop
        if before -> column_name is distinct from after -> column_name then
          raise exception '% of % stays as it is.', column_name, tg_table_name using errcode = 'check_violation';
        end if;
      end loop;
      return new;
    end $$`.execute(db)
  await sql`comment on function emptied_only() is
    'Once the first argument has a value, or they have one themselves, the named columns take no other value than a dash.'`.execute(
    db,
  )
  await sql`comment on function written_while() is
    'The named columns change only while the first argument, the moment that closes the row, has no value.'`.execute(db)
  for (const table of guardedBefore) {
    await sql`drop trigger what_has_been_written_stays on ${sql.table(table)}`.execute(db)
  }
  for (const [table, name, rule, ...columns] of guards) {
    await sql`
      create trigger ${sql.id(name)} before update on ${sql.table(table)} for each row
      when (current_user = 'portvakt_service')
      execute function ${sql.id(rule)}(${sql.join(columns.map((column) => sql.lit(column)))})`.execute(db)
  }
  await sql`update assurance set signatory_name = '–', given_name = '–', family_name = '–', email = '', street = '–',
    postal_code = '00000', locality = '–', personal_identity_number = '000000000000',
    reason = case when reason is not null then '–' end
    where disposed_at is not null`.execute(db)
  await sql`
    alter table assurance add constraint a_disposed_assurance_is_empty check (disposed_at is null or (
      decision is not null and signatory_name = '–' and given_name = '–' and family_name = '–' and email = ''
      and street = '–' and postal_code = '00000' and locality = '–' and personal_identity_number = '000000000000'
      and coalesce(reason, '–') = '–'))`.execute(db)
  await sql`
    create function changes_when_disposed_of() returns trigger language plpgsql set search_path = public, pg_temp as $$
    declare
      column_name text;
      before jsonb := to_jsonb(old);
      after jsonb := to_jsonb(new);
    begin
      if after ->> 'disposed_at' is not null then
        return new;
      end if;
      foreach column_name in array tg_argv loop
        if before -> column_name is distinct from after -> column_name then
          raise exception '% of % stays as it is.', column_name, tg_table_name using errcode = 'check_violation';
        end if;
      end loop;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger people_are_emptied before update on assurance for each row
    when (current_user = 'portvakt_service')
    execute function changes_when_disposed_of('signatory_name', 'given_name', 'family_name', 'email', 'street',
      'postal_code', 'locality', 'personal_identity_number')`.execute(db)
}

const guardedBefore = [
  'grant',
  'appointment',
  'assurance',
  'account_ending',
  'permission_request',
  'ending_request',
  'agency_contact',
  'former_email',
  'disposal',
] as const

type Guard = readonly [table: string, trigger: string, rule: string, ...columns: readonly string[]]

/** For each the moment that closes the row, and then what stays from there. */
const guards: readonly Guard[] = [
  ['grant', 'written_once', 'written_once', 'ended_at', 'ended_by', 'end_reason'],
  ['appointment', 'written_once', 'written_once', 'ended_at', 'ended_by', 'end_reason'],
  ['assurance', 'written_once', 'written_once', 'decided_at', 'decided_by', 'decision'],
  ['assurance', 'disposed_once', 'written_once', 'disposed_at'],
  ['assurance', 'emptied_only', 'emptied_only', 'decided_at', 'reason'],
  ['account_ending', 'written_once', 'written_once', 'reopened_at', 'reopened_by'],
  ['account_ending', 'emptied_only', 'emptied_only', 'reopened_at', 'reason', 'reopen_reason'],
  ['permission_request', 'written_once', 'written_once', 'answered_at', 'answered_by', 'answer', 'reason', 'grant_id'],
  ['permission_request', 'written_while', 'written_while', 'answered_at', 'account_id'],
  ['ending_request', 'written_once', 'written_once', 'decided_at', 'decided_by', 'decision', 'answer'],
  ['ending_request', 'written_while', 'written_while', 'decided_at', 'account_id'],
  ['agency_contact', 'written_once', 'written_once', 'removed_at', 'removed_by'],
  ['former_email', 'written_once', 'written_once', 'told_at'],
  ['disposal', 'written_once', 'written_once', 'finished_at'],
  ['disposal', 'written_while', 'written_while', 'finished_at', 'removed'],
  ['username_letter', 'posted_once', 'written_once', 'posted_at', 'posted_by'],
  ['username_letter', 'returned_once', 'written_once', 'returned_at', 'returned_by'],
  ['username_letter', 'written_while', 'written_while', 'posted_at', 'forwarded_to', 'printed_at'],
]
