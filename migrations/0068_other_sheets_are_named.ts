import { sql, type Kysely } from 'kysely'

/** A workbook with people has one sheet that is read. Which one, and which others hold something, stands on the draft. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table bulk_draft
      add column sheet text,
      add column other_sheets text[] not null default '{}'`.execute(db)
  await sql`comment on column bulk_draft.other_sheets is
    'Filled sheets of the same workbook, which are not read.'`.execute(db)
}
