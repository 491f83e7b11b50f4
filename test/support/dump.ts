import { sql } from 'kysely'
import type { Db } from '../../src/database/database.js'

/**
 * Every row of every table, those of the queue included, by table: to find what should not be there, and to prove that
 * nothing has changed. The owner's connection.
 */
export async function dump(owner: Db, except: readonly string[] = []): Promise<Readonly<Record<string, string[]>>> {
  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`.execute(owner)
  const dumped: Record<string, string[]> = {}
  for (const { name } of tables.filter((table) => !except.some((left) => table.name.startsWith(left)))) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t order by 1`.execute(owner)
    dumped[name] = rows.map(({ row }) => row)
  }
  return dumped
}

/** What has come and gone between two dumps, a line each. */
export function changes(
  before: Readonly<Record<string, string[]>>,
  after: Readonly<Record<string, string[]>>,
): string[] {
  const gone = (of: Readonly<Record<string, string[]>>, from: Readonly<Record<string, string[]>>, sign: string) =>
    Object.entries(of).flatMap(([name, rows]) =>
      rows.filter((row) => !from[name]?.includes(row)).map((row) => `${sign} ${name} ${row}`),
    )
  return gone(before, after, '-').concat(gone(after, before, '+'))
}

/** That somebody signed in is there is noted at every request of theirs; it is not what a form asks for. */
export async function forgetPresence(owner: Db): Promise<void> {
  await owner
    .updateTable('session')
    .set((row) => ({ last_seen_at: row.ref('opened_at') }))
    .execute()
}
