import test from 'ava'
import { sql } from 'kysely'
import { emptyOldAssurances } from '../../src/organisations/assurances/assurances.queries.js'
import { history } from '../../src/database/roles.js'
import { administrator, grant, person, school } from '../permissions/fixture.js'
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

/** A closed row of each table whose columns the service writes later, with gaps where a value may be missing. */
const closed: Readonly<Record<string, string>> = {
  grant: `insert into "grant" (account_id, organisation_id, service, valid_from, ended_at, end_reason)
    values ($one, $school, 'studietider', '2026-01-01', now(), 'left')`,
  appointment: `insert into appointment (account_id, organisation_id, valid_from, ended_at, end_reason)
    values ($one, $school, '2026-01-01', now(), 'ended')`,
  assurance: `insert into assurance (organisation_id, signatory_name, signed_on, personal_identity_number, given_name,
      family_name, email, street, postal_code, locality, effect, registered_by, decision, decided_by, decided_at)
    values ($school, 'Berit Ask', '2026-01-10', '199107309800', 'Stina', 'Prov', 'stina@skolan.example', 'Storgatan 1',
      '55318', 'Jönköping', 'adds', $one, 'approved', $other, now())`,
  account_ending: `insert into account_ending (account_id, ended_by, reason, reopened_at, reopen_reason)
    values ($one, $other, 'slutat', now(), 'åter')`,
  permission_request: `insert into permission_request (account_id, organisation_id, service, words, answer, answered_at, answered_by)
    values ($one, $school, 'studietider', 'tack', 'withdrawn', now(), $one)`,
  ending_request: `insert into ending_request (account_id, organisation_id, asked_by, reason, decision, answer, decided_by, decided_at)
    values ($one, $school, $other, 'slutat', 'declined', 'nej', $other, now())`,
  agency_contact: `insert into agency_contact (organisation_id, name, telephone, is_responsible, removed_at)
    values ($school, 'Berit Ask', '010-1', true, now())`,
  former_email: `insert into former_email (account_id, email, told_at) values ($one, 'f@skolan.example', now())`,
  disposal: `insert into disposal (class, before, ordered_by, expected, source, request_id, removed, finished_at)
    values ('assurances', '2020-01-01', $one, 1, 'test', 'test', 1, now())`,
  username_letter: `insert into username_letter (account_id, posted_at, returned_at) values ($one, now(), now())`,
}

/** What an attacker would write: another person, another day, other words. */
const forged: Readonly<Record<string, string>> = {
  uuid: '(select id from account where id is distinct from $column limit 1)',
  text: `'forged'`,
  'timestamp with time zone': `now() - interval '1 year'`,
  integer: '7',
  ARRAY: `array['Någon annan', 'Annangatan 1']`,
}

test('the service’s role changes no column of a closed row of history, and fills no gap in it', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const organisationId = await school(db)
  const [one, other] = [await administrator(db, organisationId), await person(db, 'Rut')]
  const filled = (statement: string) =>
    sql.raw(
      statement
        .replaceAll('$school', `'${organisationId}'`)
        .replaceAll('$one', `'${one}'`)
        .replaceAll('$other', `'${other}'`),
    )
  await sql`update appointment set ended_at = portvakt_now(), end_reason = 'ended'`.execute(owner)
  for (const [table, { columns }] of Object.entries(history)) {
    if (columns.length === 0 || table === 'officer' || table === 'former_number') continue
    await filled(closed[table] ?? '').execute(owner)
    const { rows } = await sql<{ name: string; type: string }>`
      select column_name as name, data_type as type from information_schema.columns
      where table_schema = 'public' and table_name = ${table}`.execute(owner)
    for (const { name, type } of rows.filter((column) => columns.includes(column.name))) {
      if (name.startsWith('withheld_')) continue
      const forgery = filled(`update "${table}" set ${name} = ${(forged[type] ?? type).replace('$column', name)}`)
      await t.throwsAsync(
        forgery.execute(db),
        { message: /written once|only be emptied|stays as it is|a_disposed_assurance_is_empty/ },
        `${table}.${name}`,
      )
    }
  }
})

test('what an assurance says of people is emptied when it is disposed of, and never rewritten', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const organisationId = await school(db)
  const [one, other] = [await administrator(db, organisationId), await person(db, 'Rut')]
  await sql
    .raw(
      (closed['assurance'] ?? '')
        .replaceAll('$school', `'${organisationId}'`)
        .replaceAll('$one', `'${one}'`)
        .replaceAll('$other', `'${other}'`),
    )
    .execute(owner)
  const rewritten = sql`update assurance set personal_identity_number = '199107309818', disposed_at = portvakt_now()`
  await t.throwsAsync(rewritten.execute(db), { message: /a_disposed_assurance_is_empty/ })
  await t.throwsAsync(sql`update assurance set disposed_at = portvakt_now()`.execute(db), {
    message: /a_disposed_assurance_is_empty/,
  })
  await sql`update assurance set decided_at = decided_at - interval '20 years'`.execute(owner)
  t.is(await emptyOldAssurances(db, '2020-01-01', 10), 1)
})

/** Who did it stands in these tables as well, and may be changed there: each says why. */
const notHistory: Readonly<Record<string, string>> = {
  audit_event: 'not updatable at all',
  audit_head: 'not updatable at all',
  audit_anchor: 'not updatable at all',
  audit_verification: 'a walk along the record that goes on; its end is an audit event',
  organisation_file: 'a file that waits to be looked through, and is gone within a day',
  new_user_draft: 'a form that is being filled in, and is gone within a day',
  bulk_draft: 'a list that is being looked through, and is gone with its results',
}

test('each table that names who did something is history, or says why it is not', async (t) => {
  const { owner } = await freshDatabase(t)
  const { rows } = await sql<{ table: string }>`
    select distinct table_name as table from information_schema.columns
    join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and column_name ~ '(^|_)by$'`.execute(owner)
  const named = rows.map(({ table }) => table).filter((table) => !Object.hasOwn(history, table))
  t.deepEqual(
    named.toSorted(),
    Object.keys(notHistory)
      .filter((table) => named.includes(table))
      .toSorted(),
  )
})
