import { readFileSync } from 'node:fs'
import test from 'ava'
import { sql } from 'kysely'
import { freshDatabase } from '../support/database.js'

/** Every column that schema.ts names, as `table.column`, and whether its type allows null. */
const described = (): readonly string[] => {
  const source = readFileSync('src/database/schema.ts', 'utf8')
  const tables = [...(/interface Database \{([^}]*)\}/.exec(source)?.[1] ?? '').matchAll(/(\w+): (\w+)/g)]
  return tables.flatMap(([, table, type]) => {
    const body = new RegExp(`interface ${type} \\{([^}]*)\\}`).exec(source)?.[1] ?? ''
    return [...body.matchAll(/^ {2}(\w+): (.+)$/gm)].map(([, column, of = '']) =>
      line(table, column, /^Maybe|\| null/.test(of)),
    )
  })
}

const line = (table = '', column = '', isNullable = false) => `${table}.${column}${isNullable ? ' or null' : ''}`

test('schema.ts tells every table and column of the database, and which may be empty', async (t) => {
  const { owner } = await freshDatabase(t)
  const { rows } = await sql<{ table: string; column: string; nullable: boolean }>`
    select table_name as table, column_name as column, is_nullable = 'YES' as nullable
    from information_schema.columns where table_schema = 'public' and table_name not like 'kysely%'`.execute(owner)
  const migrated = rows.map(({ table, column, nullable }) => line(table, column, nullable))
  const told = described()
  t.deepEqual(
    told.filter((column) => !migrated.includes(column)),
    [],
    'schema.ts tells what is not there',
  )
  t.deepEqual(
    migrated.filter((column) => !told.includes(column)),
    [],
    'schema.ts lacks what is there',
  )
})
