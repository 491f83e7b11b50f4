import { sql, type Kysely } from 'kysely'

/**
 * A signatory whose name is like that of the appointed, or of the registering officer, is another person by that
 * officer's word. The word stands on the assurance, so that the officer who approves knows it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table assurance
      add column signatory_not_appointed boolean not null default false,
      add column signatory_not_registrar boolean not null default false`.execute(db)
  await sql`comment on column assurance.signatory_not_appointed is
    'The names are alike, and the registering officer has answered that they are two persons.'`.execute(db)
  await sql`comment on column assurance.signatory_not_registrar is
    'The registering officer has the signatory’s name, and has answered that they are two persons.'`.execute(db)
  await sql`
    update assurance set signatory_not_appointed = true
    where decision is null and exists (
      select from audit_event where kind = 'assurance-registered'
        and details ->> 'assurance' = assurance.id::text and details ->> 'isAnotherSignatory' = 'true')`.execute(db)
}
