import test from 'ava'
import { sql } from 'kysely'
import { freshDatabase } from '../support/database.js'

for (const who of ['db', 'owner'] as const) {
  test(`a connection of the ${who === 'db' ? 'service' : 'owner'} has no statement compiled`, async (t) => {
    const database = await freshDatabase(t)
    t.deepEqual((await sql`show jit`.execute(database[who])).rows, [{ jit: 'off' }])
  })
}

test('a function that turns a type of plan off is never compiled, whoever calls it', async (t) => {
  const { owner } = await freshDatabase(t)
  const { rows } = await sql<{ name: string; settings: readonly string[] }>`
    select proname as name, proconfig as settings from pg_proc
    where pronamespace = 'public'::regnamespace and array_to_string(proconfig, ' ') like '%enable_%'`.execute(owner)
  t.true(rows.length >= 2)
  t.deepEqual(
    rows.filter(({ settings }) => !settings.includes('jit=off')).map(({ name }) => name),
    [],
  )
})
