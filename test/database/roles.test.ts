import test from 'ava'
import { sql } from 'kysely'
import { history } from '../../src/database/roles.js'
import { administrator, grant, person, school } from '../permissions/cast.js'
import { travel } from '../support/clock.js'
import { freshDatabase } from '../support/database.js'

const insertEvent = sql`insert into audit_event (kind, result) values ('signed-in', 'done')`

test('the service adds audit events and reads them', async (t) => {
  const { db } = await freshDatabase(t)
  await insertEvent.execute(db)
  const { rows } = await sql<{ seq: string }>`select seq from audit_event`.execute(db)
  t.deepEqual(rows, [{ seq: '1' }])
})

for (const [act, statement] of Object.entries({
  'change an audit event': sql`update audit_event set kind = 'x'`,
  'delete an audit event': sql`delete from audit_event`,
  'empty the audit': sql`truncate audit_event`,
  'move the head of the audit chain': sql`update audit_head set seq = 0`,
  'make a table': sql`create table anything (id int)`,
  'change a table': sql`alter table account add column anything int`,
  'drop a table': sql`drop table account`,
  'replace the clock': sql`create or replace function portvakt_now() returns timestamptz language sql as 'select now()'`,
  'list a person who holds nothing': sql`insert into listed_person select id, id, 'a', ' a', null, null, 'a' from account`,
  'forget a migration': sql`delete from kysely_migration`,
})) {
  test(`the service may not ${act} (R-95, R-92)`, async (t) => {
    const { db } = await freshDatabase(t)
    await t.throwsAsync(statement.execute(db), { message: /permission denied|must be owner/ })
  })
}

test('not even the owner changes an audit event (R-92, T21)', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await insertEvent.execute(db)
  await t.throwsAsync(sql`update audit_event set kind = 'x'`.execute(owner), { message: /append-only/ })
})

test('the clock of a test moves on from where it stands', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await travel(owner, '30 minutes')
  await travel(owner, '1 second')
  const { rows } = await sql<{ s: string }>`
    select extract(epoch from portvakt_now() - clock_timestamp())::text as s`.execute(db)
  t.true(Math.abs(Number(rows[0]?.s) - 1801) < 1)
})

test('the service’s role changes no column that tells history, other than those that the code ends or decides with', async (t) => {
  const { db, owner } = await freshDatabase(t)
  for (const [table, { columns, isKept }] of Object.entries(history)) {
    const { rows } = await sql<{ name: string }>`
      select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = ${table}`.execute(owner)
    t.true(rows.length > 0, table)
    for (const { name } of rows) {
      const update = sql`update ${sql.table(table)} set ${sql.ref(name)} = default where false`.execute(db)
      if (columns.includes(name)) await t.notThrowsAsync(update, `${table}.${name}`)
      else await t.throwsAsync(update, { message: /permission denied/ }, `${table}.${name}`)
    }
    const deletion = sql`delete from ${sql.table(table)} where false`.execute(db)
    if (isKept) await t.throwsAsync(deletion, { message: /permission denied/ }, table)
    else await t.notThrowsAsync(deletion, table)
  }
})

test('the service’s role revives no permission, appointment or officer that has ended', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const organisationId = await school(db)
  const [by, one] = [await administrator(db, organisationId), await person(db, 'Rut')]
  const granted = await grant(db, { accountId: one, organisationId, by })
  t.is(granted.kind, 'granted')
  for (const account_id of [one, by]) await owner.insertInto('officer').values({ account_id }).execute()
  await sql`update "grant" set ended_at = portvakt_now(), end_reason = 'left'`.execute(db)
  await sql`update appointment set ended_at = portvakt_now(), end_reason = 'ended'`.execute(db)
  await sql`update officer set ended_at = portvakt_now() where account_id = ${one}`.execute(db)
  for (const table of ['grant', 'appointment', 'officer']) {
    const revival = sql`update ${sql.table(table)} set ended_at = null where ended_at is not null`.execute(db)
    await t.throwsAsync(revival, { message: /written once|stays ended/ }, table)
  }
})
