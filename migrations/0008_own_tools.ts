import { sql, type Kysely } from 'kysely'

/** Our own tools sign people in as a relying service does, but ask for no service: everybody with an account may come. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table client
      add column is_own_tool boolean not null default false,
      add constraint our_own_tools_ask_for_no_service check (not is_own_tool or services = '{}')`.execute(db)
}
