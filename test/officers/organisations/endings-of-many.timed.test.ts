import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { verifyAudit } from '../../../src/audit/chain/verify.js'
import { closeOrganisation, mergeOrganisation } from '../../../src/officers/organisations/ending/end-organisation.js'
import { administrator, from, person, school, together } from '../../permissions/fixture.js'
import { insertManyPeople } from '../../support/many-people.js'
import { freshDatabase } from '../../support/database.js'

/** A school where thousands of people hold five thousand permissions, signed in to a relying service; some ask for more. */
async function schoolWithManyPeople(t: ExecutionContext) {
  const { db, owner } = await freshDatabase(t)
  const [organisationId, by] = [await school(db), await person(db, 'Karin')]
  await administrator(db, organisationId)
  await insertManyPeople(owner, { code: '20001', people: 3700 })
  await sql`
    insert into client (id, name_sv, name_en, home_uri, auth_method, redirect_uris, services)
    values ('rapportering', 'Rapportering', 'Reporting', 'https://rp.example', 'none', '{https://rp.example/cb}',
      '{studietider}')`.execute(owner)
  await sql`update client set backchannel_logout_uri = 'https://tjanst.example/ut' where id = 'rapportering'`.execute(
    owner,
  )
  await sql`
    insert into relying_session (uid, client_id, sid, account_id, told_at)
    select 'u' || id, 'rapportering', 's' || id, id, now() from account`.execute(owner)
  await sql`
    insert into permission_request (account_id, organisation_id, service, words)
    select id, ${organisationId}, 'studietider', '' from account where id <> ${by} order by id limit 1000`.execute(
    owner,
  )
  const { version } = await owner
    .selectFrom('organisation')
    .select('version')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  const action = { organisationId, version, act: randomUUID(), by, from }
  const count = async (statement: ReturnType<typeof sql<{ n: number }>>) =>
    (await statement.execute(owner)).rows[0]?.n ?? -1
  const live = sql<{ n: number; people: number; signedIn: number }>`
    select count(*)::int n, count(distinct account_id)::int people,
      (count(distinct account_id) filter (where service = 'studietider'))::int "signedIn" from "grant"
    where organisation_id = ${organisationId} and ended_at is null and coalesce(valid_to, 'infinity') >= portvakt_today()`
  const held = (await live.execute(owner)).rows[0]
  if (held === undefined || held.n < 5000) throw new Error(`no crowd: ${held?.n}`)
  return { db, owner, organisationId, action, count, held }
}

const told = (kind: string) => sql<{ n: number }>`select count(*)::int n from audit_event where kind = ${kind}`
const queued = (name: string) => sql<{ n: number }>`select count(*)::int n from pgboss.job where name = ${name}`

test.serial(
  'a school with five thousand permissions closes in seconds, every one with its trace, its mail and its notice',
  async (t) => {
    const { db, organisationId, action, count, held } = await schoolWithManyPeople(t)
    const began = performance.now()
    t.is((await together(db, async (trx) => await closeOrganisation(trx, action))).kind, 'closed')
    const seconds = (performance.now() - began) / 1000
    t.log(`${seconds.toFixed(1)} s`)
    t.true(seconds < 20, `${seconds} s`)
    const live = sql<{ n: number }>`
    select count(*)::int n from "grant" where organisation_id = ${organisationId} and ended_at is null
      and coalesce(valid_to, 'infinity') >= portvakt_today()`
    t.is(await count(live), 0)
    t.is(await count(told('permission-ended')), held.n)
    t.is(await count(told('permission-request-answered')), 1000)
    t.is(await count(queued('logout-notices')), held.signedIn)
    t.is(await count(queued('letters')), held.people + 1 + 1000)
    t.is((await verifyAudit(db)).kind, 'whole')
  },
)

test.serial(
  'a school with five thousand permissions goes into another in seconds, and every one goes on there',
  async (t) => {
    const { db, action, count, held } = await schoolWithManyPeople(t)
    const into = await school(db, { code: '20002' })
    const began = performance.now()
    t.is((await together(db, async (trx) => await mergeOrganisation(trx, { ...action, into }))).kind, 'closed')
    const seconds = (performance.now() - began) / 1000
    t.log(`${seconds.toFixed(1)} s`)
    t.true(seconds < 30, `${seconds} s`)
    const live = sql<{ n: number }>`
    select count(*)::int n from "grant" where organisation_id = ${into} and ended_at is null`
    t.is(await count(live), held.n)
    t.is(await count(told('permission-granted')), held.n)
    t.is(await count(told('appointment-started')), 2)
    t.is((await verifyAudit(db)).kind, 'whole')
  },
)

test.serial(
  'while thousands of permissions end, nobody waits for the record until it is written, and then not long',
  async (t) => {
    const { db, owner, action } = await schoolWithManyPeople(t)
    const waits: number[] = []
    const closing = new AbortController()
    const signIns = (async () => {
      while (!closing.signal.aborted) {
        const began = performance.now()
        await sql`insert into audit_event (kind, result) values ('signed-in', 'done')`.execute(owner)
        waits.push(performance.now() - began)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    })()
    const start = performance.now()
    const outcome = await together(db, async (trx) => await closeOrganisation(trx, action))
    const whole = performance.now() - start
    closing.abort()
    await signIns
    t.is(outcome.kind, 'closed')
    const longest = Math.max(...waits)
    t.log(`the longest of ${waits.length} waits: ${longest.toFixed(0)} ms`)
    t.true(longest < whole / 2, `${longest} of ${whole} ms`)
  },
)
