import { sql } from 'kysely'
import type { Db } from '../../database/database.js'

/** Names of accounts; null of who has protected identity. */
export async function selectNames(db: Db, accountIds: readonly string[]) {
  const { rows } = await sql<{ id: string; name: string | null }>`
    select account.id,
      case when not person.has_protected_identity then concat_ws(' ', person.given_name, person.family_name) end as name
    from account join person on person.id = account.person_id
    where account.id::text = any(${[...accountIds]}::text[])`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
