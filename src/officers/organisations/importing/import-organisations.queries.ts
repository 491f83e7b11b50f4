import { sql } from 'kysely'
import type { Db } from '../../../database/database.js'

export interface ImportRow {
  readonly at: Date
  readonly added: number
  readonly changed: number
  readonly unchanged: number
}

/** What an officer read in last, as the audit tells it. */
export async function selectLastImport(db: Db, accountId: string): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`
    select at, (details ->> 'added')::int as added, (details ->> 'changed')::int as changed,
      (details ->> 'unchanged')::int as unchanged
    from audit_event
    where actor_id = ${accountId}::uuid and kind = 'organisations-imported' and result = 'done'
    order by seq desc limit 1`.execute(db)
  return rows[0]
}
