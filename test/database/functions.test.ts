import test from 'ava'
import { sql } from 'kysely'
import { freshDatabase } from '../support/database.js'

interface OurFunction {
  readonly name: string
  readonly language: string
  readonly settings: readonly string[]
  readonly definition: string
}

const ourFunctions = sql<OurFunction>`
  select proname as name, lanname as language, coalesce(proconfig, '{}') as settings,
    pg_get_functiondef(function.oid) as definition
  from pg_proc function join pg_language on pg_language.oid = prolang
  where pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend where objid = function.oid and deptype = 'e')
  order by 1`

const searchPath = ({ settings }: OurFunction) => settings.find((setting) => setting.startsWith('search_path='))

test('every PL/pgSQL function sets its search path, and every search path ends with pg_temp', async (t) => {
  const { owner } = await freshDatabase(t)
  const { rows } = await ourFunctions.execute(owner)
  t.true(rows.length > 20)
  const wrong = rows.filter((row) =>
    searchPath(row) === undefined ? row.language !== 'sql' : searchPath(row) !== 'search_path=public, pg_temp',
  )
  t.deepEqual(
    wrong.map(({ name }) => name),
    [],
  )
})

// The bodies of SQL functions are read when they are made; those of PL/pgSQL only when they run.
test('every SQL function that sets no search path can be made with an empty one, as pg_restore does', async (t) => {
  const { owner } = await freshDatabase(t)
  await owner.transaction().execute(async (trx) => {
    await sql`set local search_path = ''`.execute(trx)
    const { rows } = await ourFunctions.execute(trx)
    const bare = rows.filter((row) => searchPath(row) === undefined && row.language === 'sql')
    t.true(bare.length > 5)
    for (const { name, definition } of bare) await t.notThrowsAsync(sql.raw(definition).execute(trx), name)
  })
})

test('a temporary table of the service does not take the place of the head of the audit chain', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await db.connection().execute(async (connection) => {
    await sql`create temporary table audit_head as select true as only_one, 100::bigint as seq, sha256('forged') as hash`.execute(
      connection,
    )
    await sql`grant all on audit_head to public`.execute(connection)
    await sql`insert into public.audit_event (kind, result) values ('signed-in', 'done')`.execute(connection)
  })
  const { rows } = await sql<{ seq: string }>`select seq from audit_event`.execute(owner)
  t.deepEqual(rows, [{ seq: '1' }])
})
