import { sql, type Kysely } from 'kysely'

/**
 * What has been ended, decided or answered stays so: the service's role writes these columns once. Which columns it may
 * write at all is granted by name (database/roles.ts).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function written_once() returns trigger language plpgsql set search_path = public, pg_temp as $$
    declare
      column_name text;
      before jsonb := to_jsonb(old);
      after jsonb := to_jsonb(new);
    begin
      foreach column_name in array tg_argv loop
        if before ->> column_name is not null and before -> column_name is distinct from after -> column_name then
          raise exception '% of % is written once.', column_name, tg_table_name using errcode = 'check_violation';
        end if;
      end loop;
      return new;
    end $$`.execute(db)
  for (const [table, columns] of Object.entries(once)) {
    await sql`
      create trigger what_has_been_written_stays before update on ${sql.table(table)} for each row
      when (current_user = 'portvakt_service')
      execute function written_once(${sql.join(columns.map((column) => sql.lit(column)))})`.execute(db)
  }
}

const once: Readonly<Record<string, readonly string[]>> = {
  grant: ['ended_at', 'ended_by', 'end_reason'],
  appointment: ['ended_at', 'ended_by', 'end_reason'],
  assurance: ['decision', 'decided_by', 'decided_at', 'disposed_at'],
  account_ending: ['reopened_at', 'reopened_by'],
  permission_request: ['answer', 'answered_at', 'answered_by', 'grant_id'],
  ending_request: ['decision', 'decided_by', 'decided_at', 'answer'],
  agency_contact: ['removed_at', 'removed_by'],
  former_email: ['told_at'],
  disposal: ['finished_at'],
}
