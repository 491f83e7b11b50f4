import { randomBytes } from 'node:crypto'
import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { CannotStart } from '../../src/config.js'
import { openDatabase, serviceRole } from '../../src/database/database.js'
import { expectedSchema } from '../../src/database/expected-schema.js'
import { migrate } from '../../src/database/migrate.js'
import { patience, freshDatabase, onServer, serverForTests } from '../support/database.js'

/** An empty database, and the address of its owner. */
const emptyDatabase = async (t: ExecutionContext): Promise<string> => {
  const server = await serverForTests()
  const name = `e_${randomBytes(8).toString('hex')}`
  await onServer(server, `create database ${name}`)
  t.teardown(async () => await onServer(server, `drop database ${name} with (force)`))
  return `${server}/${name}`
}

/** Somebody who may connect, and serve unless it is said, and owns nothing. */
const somebodyElse = async (
  t: ExecutionContext,
  url: string,
  { mayServe = true, inherits = true } = {},
): Promise<string> => {
  const server = await serverForTests()
  const name = `u_${randomBytes(8).toString('hex')}`
  await onServer(server, `create role ${name} login password 'of-a-test' ${inherits ? 'inherit' : 'noinherit'}`)
  if (mayServe) await onServer(server, `grant ${serviceRole} to ${name}`)
  t.teardown(async () => await onServer(server, `drop role ${name}`))
  const address = new URL(url)
  address.username = name
  address.password = 'of-a-test'
  return address.href
}

test('two migrators at once migrate once (F-15)', async (t) => {
  const url = await emptyDatabase(t)
  const both = await Promise.all([migrate({ url }), migrate({ url })])
  const counts = both.map((outcome) => (outcome.kind === 'migrated' ? outcome.names.length : -1))
  t.is(Math.min(...counts), 0)
  t.true(Math.max(...counts) > 0)
})

test('a database newer than the code is refused', async (t) => {
  const { owner, ownerUrl } = await freshDatabase(t)
  await sql`insert into kysely_migration (name, timestamp) values ('9999_of_tomorrow', '')`.execute(owner)
  await t.throwsAsync(migrate({ url: ownerUrl }), { instanceOf: CannotStart, message: /newer.*9999_of_tomorrow/ })
})

test('a migration that sorts before one that the database has is refused in one line that names both', async (t) => {
  const { owner, ownerUrl } = await freshDatabase(t)
  await sql`delete from kysely_migration where name = '0001_clock_and_audit'`.execute(owner)
  const url = await somebodyElse(t, ownerUrl)
  for (const user of [ownerUrl, url]) {
    const error = await t.throwsAsync(migrate({ url: user }), { instanceOf: CannotStart })
    t.regex(error?.message ?? '', /^The migration 0001_clock_and_audit sorts before \d{4}_\w+, which [^\n]*$/)
  }
})

test('who may not change the schema is let through when there is nothing to change', async (t) => {
  const { ownerUrl } = await freshDatabase(t)
  const url = await somebodyElse(t, ownerUrl)
  t.deepEqual(await migrate({ url }), { kind: 'not-the-owner' })
})

test('a user who inherits no right is let through, since the service takes its role on every connection', async (t) => {
  const { ownerUrl } = await freshDatabase(t)
  const url = await somebodyElse(t, ownerUrl, { inherits: false })
  t.deepEqual(await migrate({ url, expected: expectedSchema }), { kind: 'not-the-owner' })
})

test('who may not change the schema is told so in one line when there is something to change', async (t) => {
  const url = await emptyDatabase(t)
  const error = await t.throwsAsync(migrate({ url: await somebodyElse(t, url) }), { instanceOf: CannotStart })
  t.regex(error?.message ?? '', /^The database lacks \d+ migrations[^\n]*npx portvakt migrate[^\n]*$/)
})

test('who may not take the role that serves is told so in one line, with what to do', async (t) => {
  const { ownerUrl } = await freshDatabase(t)
  const url = await somebodyElse(t, ownerUrl, { mayServe: false })
  const error = await t.throwsAsync(migrate({ url }), { instanceOf: CannotStart })
  t.regex(error?.message ?? '', /^The user (\w+) may neither [^\n]*grant portvakt_service to \1"\.$/)
})

test('what other modules put into the database comes after the schema, and the service may use it', async (t) => {
  const url = await emptyDatabase(t)
  const afterwards = async (given: string) => {
    const owner = openDatabase({ url: given, patience })
    await sql`create schema pgboss`.execute(owner)
    await sql`create table pgboss.job as select count(*)::int as accounts from account`.execute(owner)
    await owner.destroy()
  }
  await migrate({ url, afterwards: [afterwards] })
  const service = openDatabase({ url, role: serviceRole, patience })
  t.deepEqual((await sql`select accounts from pgboss.job`.execute(service)).rows, [{ accounts: 0 }])
  await service.destroy()
})
