import test from 'ava'
import { sql } from 'kysely'
import { limitsOf } from '../../src/login/sessions/limits/limits.js'
import { sessionsOf } from '../../src/login/sessions/own-sessions.js'
import { holdSession } from '../../src/login/sessions/sessions.queries.js'
import { findSession, makeRoom, saveSession } from '../../src/login/sessions/sessions.js'
import { whoIsSignedIn } from '../../src/login/sessions/who-is-signed-in.js'
import { digest } from '../../src/context/keys.js'
import { travel } from '../support/clock.js'
import { freshDatabase, type FreshDatabase } from '../support/database.js'
import { stopClockAt } from '../support/stop-clock.js'
import { testContext } from '../support/context.js'
import { person } from './fixture.js'

const context = testContext()

test('an administrator is signed out after fifteen minutes idle, a reporter after thirty (T18)', async (t) => {
  const app = await freshDatabase(t)
  const reporter = await signIn(app, 'anna')
  const administrator = await signIn(app, 'bo')
  await appoint(app, administrator)
  await travel(app.owner, '14 minutes 50 seconds')
  t.is(await isThere(app, administrator), 'everywhere')
  await travel(app.owner, '10 seconds')
  t.is(await isThere(app, administrator), 'nowhere')
  t.is(await isThere(app, reporter), 'everywhere')
  await travel(app.owner, '14 minutes 50 seconds')
  t.is(await isThere(app, reporter), 'everywhere')
  await travel(app.owner, '10 seconds')
  t.is(await isThere(app, reporter), 'nowhere')
})

test('an officer has no more time than an administrator', async (t) => {
  const app = await freshDatabase(t)
  const accountId = await signIn(app, 'bo')
  await app.owner.insertInto('officer').values({ account_id: accountId }).execute()
  await travel(app.owner, '14 minutes 50 seconds')
  t.is(await isThere(app, accountId), 'everywhere')
  await travel(app.owner, '10 seconds')
  t.is(await isThere(app, accountId), 'nowhere')
})

test('however busy, an administrator is signed out after eight hours, a reporter after twelve', async (t) => {
  const app = await freshDatabase(t)
  const reporter = await signIn(app, 'anna')
  const administrator = await signIn(app, 'bo')
  await appoint(app, administrator)
  const lasted = { reporter: 0, administrator: 0 }
  for (let minutes = 10; minutes <= 12 * 60 + 10; minutes += 10) {
    await travel(app.owner, '10 minutes')
    if (await isBusy(app, reporter)) lasted.reporter = minutes
    if (await isBusy(app, administrator)) lasted.administrator = minutes
  }
  t.deepEqual(lasted, { reporter: 12 * 60 - 10, administrator: 8 * 60 - 10 })
})

test('the stricter limits hold from the next request after the appointment began, until it ended', async (t) => {
  const app = await freshDatabase(t)
  await stopClockAt(app.owner, '2026-03-02T22:40:00Z')
  const accountId = await signIn(app, 'bo')
  await appoint(app, accountId, { from: '2026-03-03', to: '2026-03-03' })
  await stopClockAt(app.owner, '2026-03-02T22:58:00Z')
  t.is(await isThere(app, accountId), 'everywhere', 'tomorrow’s administrator is a reporter today')
  await stopClockAt(app.owner, '2026-03-02T23:00:00Z')
  t.is(await isThere(app, accountId), 'nowhere', 'midnight in Stockholm')
  await sql`update appointment set ended_at = portvakt_now()`.execute(app.owner)
  t.is(await isThere(app, accountId), 'everywhere', 'the appointment ended before anybody noticed')
})

test('who administers only what has closed is no administrator', async (t) => {
  const app = await freshDatabase(t)
  const accountId = await signIn(app, 'bo')
  await appoint(app, accountId)
  await sql`update organisation set closed_at = portvakt_now()`.execute(app.owner)
  await travel(app.owner, '20 minutes')
  t.is(await isThere(app, accountId), 'everywhere')
})

test('a session that is over takes no room from a new one', async (t) => {
  const app = await freshDatabase(t)
  const accountId = await signIn(app, 'bo')
  for (const name of ['b2', 'b3', 'b4', 'b5']) await open(app, accountId, name)
  await appoint(app, accountId)
  await travel(app.owner, '15 minutes')
  t.is((await app.db.transaction().execute(async (trx) => await makeRoom(trx, context, accountId))).ended, 0)
})

test('who is signed in knows how much time is left, for a reporter and for an administrator', async (t) => {
  const app = await freshDatabase(t)
  await stopClockAt(app.owner, '2026-03-02T12:00:00Z')
  const accountId = await signIn(app, 'bo')
  t.deepEqual(await timeLeft(app, accountId), { idle: 1800, absolute: 12 * 3600, warning: 300 })
  await stopClockAt(app.owner, '2026-03-02T12:10:00Z')
  t.deepEqual(await timeLeft(app, accountId), { idle: 1200, absolute: 12 * 3600 - 600, warning: 300 })
  await appoint(app, accountId)
  t.deepEqual(await timeLeft(app, accountId), { idle: 300, absolute: 8 * 3600 - 600, warning: 180 })
})

test('an administrator never has more time than everybody else', (t) => {
  const { session } = testContext({ policy: { session: { idleMinutes: 10, absoluteHours: 4 } } }).policy
  t.like(limitsOf(session, { isPrivileged: true }), { idleMinutes: 10, absoluteHours: 4 })
})

const browser = (name: string) => digest(`browser of ${name}`)

const open = async ({ db }: FreshDatabase, accountId: string, name: string): Promise<void> => {
  const payload = { loginTs: 4_000_000_000 }
  await saveSession(db, { idHash: browser(name), uid: name, accountId, payload })
}

/** An account whose session bears its own id as its name. */
const signIn = async (app: FreshDatabase, username: string): Promise<string> => {
  const accountId = await person(app.db, context, username, null)
  await open(app, accountId, accountId)
  return accountId
}

const appoint = async (
  { owner }: FreshDatabase,
  accountId: string,
  { from: first = '2026-01-01', to = null }: { readonly from?: string; readonly to?: string | null } = {},
): Promise<void> => {
  await sql`
    with school as (insert into organisation (kind, code, name) values ('school', '10001', 'Skolan') returning id)
    insert into appointment (account_id, organisation_id, valid_from, valid_to)
    select ${accountId}, id, ${first}, ${to} from school`.execute(owner)
}

/** The provider, our own pages, the list of sessions and the way to end one must agree. */
const isThere = async ({ db }: FreshDatabase, accountId: string): Promise<string> => {
  const which = { uid: accountId, accountId }
  const found = [
    (await findSession(db, context, { uid: accountId })) !== undefined,
    (await findSession(db, context, { idHash: browser(accountId) })) !== undefined,
    (await whoIsSignedIn(db, context, { idHash: browser(accountId), isActivity: false })) !== undefined,
    (await sessionsOf(db, context, accountId)).length > 0,
    await db.transaction().execute(async (trx) => await holdSession(trx, which, context.policy.session)),
  ]
  if (found.every(Boolean)) return 'everywhere'
  return found.some(Boolean) ? 'somewhere' : 'nowhere'
}

const isBusy = async ({ db }: FreshDatabase, accountId: string): Promise<boolean> =>
  (await whoIsSignedIn(db, context, { idHash: browser(accountId), isActivity: true })) !== undefined

const timeLeft = async ({ db }: FreshDatabase, accountId: string) =>
  (await whoIsSignedIn(db, context, { idHash: browser(accountId), isActivity: false }))?.timeLeft
