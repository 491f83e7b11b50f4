import { sql, type Kysely } from 'kysely'

/** A reopening by the command on the server has a reason, and no officer. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table account_ending
      drop constraint a_reopening_has_its_officer_and_its_reason,
      add constraint a_reopening_has_its_reason check (
        (reopened_at is null) = (reopen_reason is null) and (reopened_by is null or reopened_at is not null))`.execute(
    db,
  )
  await sql`comment on column account_ending.reopened_by is
    'The officer; null while it has not been reopened, and when the command on the server reopened it.'`.execute(db)
}
