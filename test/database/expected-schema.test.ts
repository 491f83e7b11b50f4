import test from 'ava'
import { sql } from 'kysely'
import { compareSchema } from '../../src/database/compare-schema.js'
import { expectedSchema } from '../../src/database/expected-schema.js'
import { readSchema } from '../../src/database/schema-objects.js'
import { migrateAll } from '../../src/server/migrate-all.js'
import { freshDatabase } from '../support/database.js'
import { command } from '../support/service.js'

test.serial('the expected schema is what the migrations make; npm run schema writes it', async (t) => {
  const { owner } = await freshDatabase(t)
  const found = await readSchema(owner)
  t.true(found.objects.length > 1_000)
  t.deepEqual(compareSchema(found, expectedSchema, { rights: true }), { missing: [], changed: [], excess: [] })
  const names = new Set(expectedSchema.map(({ name }) => name))
  t.deepEqual(
    found.objects.filter(({ name }) => !names.has(name)).map(({ name }) => name),
    [],
  )
})

const losses = {
  'a table': [
    sql`drop table organisation cascade`,
    /lacks .*table public\.organisation.*constraint public\.appointment/,
  ],
  'a column': [sql`alter table person drop column street cascade`, /lacks .*column public\.person\.street/],
  'a constraint': [
    sql`alter table "grant" drop constraint one_grant_at_a_time`,
    /lacks constraint public\."grant"\.one_grant_at_a_time\./,
  ],
  'an index': [sql`drop index grant_held`, /lacks index public\.grant_held\./],
  'a function': [sql`drop function audit_chain() cascade`, /lacks function public\.audit_chain\(\), trigger/],
  'a trigger': [
    sql`drop trigger audit_event_append_only on audit_event`,
    /lacks trigger public\.audit_event\.audit_event_append_only\./,
  ],
  'a table of the queue': [sql`drop table pgboss.warning`, /lacks table pgboss\.warning\./],
} as const

for (const [what, [loss, words]] of Object.entries(losses)) {
  test.serial(`migrate names ${what} that a restored database lacks, and refuses it`, async (t) => {
    const { owner, ownerUrl } = await freshDatabase(t)
    await loss.execute(owner)
    const error = await t.throwsAsync(migrateAll(ownerUrl), { name: 'CannotStart' })
    t.regex(error?.message ?? '', words)
  })
}

test.serial('migrate names a table that a migration changes and an older backup came back without', async (t) => {
  const { owner, ownerUrl } = await freshDatabase(t)
  await sql`delete from kysely_migration where name >= '0051'`.execute(owner)
  await sql`drop table organisation cascade`.execute(owner)
  const error = await t.throwsAsync(migrateAll(ownerUrl), { name: 'CannotStart' })
  t.regex(error?.message ?? '', /lacks what a migration changes \(relation "organisation" does not exist\)/)
})

test.serial('migrate names a trigger that is disabled and a function that is another one', async (t) => {
  const { owner, ownerUrl } = await freshDatabase(t)
  await sql`alter table audit_event disable trigger audit_event_append_only`.execute(owner)
  await sql`create or replace function audit_is_append_only() returns trigger language plpgsql
    set search_path = public, pg_temp as 'begin return null; end'`.execute(owner)
  const error = await t.throwsAsync(migrateAll(ownerUrl))
  t.regex(
    error?.message ?? '',
    /^Not as this version makes it: function public\.audit_is_append_only\(\), trigger public\.audit_event\.audit_event_append_only\./,
  )
})

test.serial(
  'migrate gives the role of the service the rights that it lacks, and takes those it must not have',
  async (t) => {
    const { owner, ownerUrl } = await freshDatabase(t)
    await sql`revoke insert on person from portvakt_service`.execute(owner)
    await sql`grant update on audit_event to portvakt_service`.execute(owner)
    await t.notThrowsAsync(migrateAll(ownerUrl))
    const found = await readSchema(owner)
    t.deepEqual(compareSchema(found, expectedSchema, { rights: true }), { missing: [], changed: [], excess: [] })
  },
)

test.serial(
  'migrate takes back a right on a column of the audit that the role of the service must not have',
  async (t) => {
    const { owner, ownerUrl } = await freshDatabase(t)
    await sql`grant update (kind) on audit_event to portvakt_service`.execute(owner)
    await t.notThrowsAsync(migrateAll(ownerUrl))
    const { objects } = await readSchema(owner)
    t.false(objects.some(({ name }) => name === 'right UPDATE on public.audit_event.kind'))
  },
)

test.serial('an operator’s own table and index are none of ours', async (t) => {
  const { owner, ownerUrl } = await freshDatabase(t)
  await sql`create table operators_own (id int)`.execute(owner)
  await sql`create index operators_own_index on person (locality)`.execute(owner)
  await t.notThrowsAsync(migrateAll(ownerUrl))
})

test.serial('on a version that nobody has tried, names are compared and definitions are not', async (t) => {
  const { owner } = await freshDatabase(t)
  const { objects } = await readSchema(owner)
  const reworded = objects.map(({ name, definition, table }) => ({ name, definition: `${definition} again`, table }))
  const compared = compareSchema({ objects: reworded, major: '19' }, expectedSchema, { rights: true })
  t.deepEqual(compared, { missing: [], changed: [], excess: [] })
})

for (const args of [['migrate'], ['restored']]) {
  test.serial(`npx portvakt ${args.join(' ')} says what a database lacks that was not restored whole`, async (t) => {
    const { owner, ownerUrl } = await freshDatabase(t)
    await sql`drop table organisation cascade`.execute(owner)
    const secret = 'ett-hemligt-ord-som-bara-finns-i-det-har-testet'
    const { code, out, err } = await command(args, { DATABASE_URL: ownerUrl, PORTVAKT_SECRET: secret })
    t.not(code, 0)
    t.regex(`${out}${err}`, /The database lacks .*table public\.organisation/)
  })
}
