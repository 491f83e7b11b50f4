import test from 'ava'
import type { Db } from '../../src/database/database.js'
import { lockSessions, upsertSession } from '../../src/login/sessions/sessions.queries.js'
import { sessionCookieName, type EndReason } from '../../src/login/sessions/session.js'
import { endSession, endSessions, findSession, saveSession } from '../../src/login/sessions/sessions.js'
import { digest } from '../../src/context/keys.js'
import { freshDatabase } from '../support/database.js'
import { stopClockAt } from '../support/stop-clock.js'
import { testContext } from '../support/context.js'
import { person } from './fixture.js'

const context = testContext()
const noon = '2026-03-02T12:00:00Z'

test('a saved session is found by its identifier and by its name', async (t) => {
  const { db } = await freshDatabase(t)
  const accountId = await person(db, context, 'anna')
  t.true(await save(db, 'id1', { accountId }))
  for (const which of [{ idHash: digest('id1') }, { uid: 'uid1' }]) {
    t.like(await findSession(db, context, which), { uid: 'uid1', accountId, payload: { accountId } })
  }
  t.is(await findSession(db, context, { uid: 'uid2' }), undefined)
})

test('a session idle for thirty minutes is gone; one that is used goes on (R-58, T18)', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const accountId = await person(db, context, 'anna')
  await stopClockAt(owner, noon)
  await save(db, 'id1', { accountId })
  await stopClockAt(owner, '2026-03-02T12:29:59Z')
  t.truthy(await find(db))
  await save(db, 'id1', { accountId })
  await stopClockAt(owner, '2026-03-02T12:59:58Z')
  t.truthy(await find(db))
  await stopClockAt(owner, '2026-03-02T12:59:59Z')
  t.is(await find(db), undefined)
})

test('looking at a session is not using it', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, noon)
  await save(db, 'id1', {})
  for (const minute of ['10', '20', '29']) {
    await stopClockAt(owner, `2026-03-02T12:${minute}:00Z`)
    t.truthy(await find(db))
  }
  await stopClockAt(owner, '2026-03-02T12:30:00Z')
  t.is(await find(db), undefined)
})

test('a session ends twelve hours after signing in, however it is used and however often its identifier is new (R-59, T18)', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const accountId = await person(db, context, 'anna')
  const loginTs = new Date(noon).getTime() / 1000
  for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
    await stopClockAt(owner, new Date(new Date(noon).getTime() + minutes * 60_000).toISOString())
    if (minutes > 0) await end(db, `id${minutes - 20}`, 'replaced')
    t.true(await save(db, `id${minutes}`, { accountId, loginTs }))
  }
  await stopClockAt(owner, '2026-03-02T23:59:59Z')
  t.truthy(await find(db))
  await stopClockAt(owner, '2026-03-03T00:00:00Z')
  t.is(await find(db), undefined)
})

test('signing in anew begins the twelve hours anew', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const accountId = await person(db, context, 'anna')
  await stopClockAt(owner, noon)
  await save(db, 'id1', { accountId, loginTs: 1 })
  await stopClockAt(owner, '2026-03-02T12:20:00Z')
  await save(db, 'id1', { accountId, loginTs: 2 })
  t.deepEqual((await find(db))?.signedInAt, new Date('2026-03-02T12:20:00Z'))
})

test('an ended session is not found and not revived, whoever saves it once more', async (t) => {
  const { db } = await freshDatabase(t)
  const accountId = await person(db, context, 'anna')
  await save(db, 'id1', { accountId })
  t.is(await end(db, 'id1', 'signed-out'), accountId)
  t.is(await end(db, 'id1', 'signed-out'), undefined)
  t.false(await save(db, 'id1', { accountId }))
  t.is(await find(db), undefined)
})

test('an ended session is not revived under a new identifier', async (t) => {
  const { db } = await freshDatabase(t)
  const accountId = await person(db, context, 'anna')
  await save(db, 'id1', { accountId })
  await end(db, 'id1', 'signed-out')
  t.false(await save(db, 'id2', { accountId }))
  t.is(await find(db), undefined)
})

test('a session gets a new identifier and the old one is dead (F-12)', async (t) => {
  const { db } = await freshDatabase(t)
  const accountId = await person(db, context, 'anna')
  await save(db, 'id1', {})
  await end(db, 'id1', 'replaced')
  t.true(await save(db, 'id2', { accountId }))
  t.is(await findSession(db, context, { idHash: digest('id1') }), undefined)
  t.like(await findSession(db, context, { idHash: digest('id2') }), { accountId })
})

test('there are never two live sessions of one name (F-12)', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await save(db, 'id0', {})
  await end(db, 'id0', 'replaced')
  const saved = await Promise.all(Array.from({ length: 10 }, (_, number) => save(db, `id${number + 1}`, {})))
  t.is(saved.filter(Boolean).length, 1)
  t.is((await owner.selectFrom('session').where('ended_at', 'is', null).selectAll().execute()).length, 1)
})

test('all of an account’s sessions end at once, and nobody else’s', async (t) => {
  const { db } = await freshDatabase(t)
  const [anna, bo] = [await person(db, context, 'anna'), await person(db, context, 'bo')]
  for (const name of ['1', '2', '3']) await save(db, `id${name}`, { accountId: anna, uid: `anna${name}` })
  await save(db, 'id4', { accountId: bo, uid: 'bo' })
  t.is(await endAll(db, { accountId: anna }), 3)
  t.is(await endAll(db, { accountId: anna }), 0)
  for (const name of ['1', '2', '3']) t.is(await findSession(db, context, { uid: `anna${name}` }), undefined)
  t.truthy(await findSession(db, context, { uid: 'bo' }))
})

test('who changes the own password keeps the own session, also under its next identifier', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const accountId = await person(db, context, 'anna')
  await stopClockAt(owner, noon)
  const loginTs = new Date(noon).getTime() / 1000
  await save(db, 'id1', { accountId, uid: 'mine', loginTs })
  await save(db, 'id2', { accountId, uid: 'another', loginTs })
  await stopClockAt(owner, '2026-03-02T12:05:00Z')
  t.is(await endAll(db, { accountId, exceptIdHash: digest('id1') }), 1)
  t.truthy(await findSession(db, context, { uid: 'mine' }))
  await end(db, 'id1', 'replaced')
  t.true(await save(db, 'id3', { accountId, uid: 'mine', loginTs }))
})

test('a sign-in proved before all sessions were ended opens none afterwards', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const accountId = await person(db, context, 'anna')
  await stopClockAt(owner, '2026-03-02T12:05:00Z')
  await endAll(db, { accountId })
  t.false(await save(db, 'id1', { accountId, loginTs: new Date(noon).getTime() / 1000 }))
  t.true(await save(db, 'id2', { accountId, loginTs: new Date('2026-03-02T12:05:00Z').getTime() / 1000 }))
})

test('a session that is being replaced when all are ended does not come back', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const accountId = await person(db, context, 'anna')
  await stopClockAt(owner, noon)
  const loginTs = new Date(noon).getTime() / 1000
  await save(db, 'id1', { accountId, loginTs })
  await end(db, 'id1', 'replaced')
  await stopClockAt(owner, '2026-03-02T12:00:01Z')
  await endAll(db, { accountId })
  t.false(await save(db, 'id2', { accountId, loginTs }))
})

test('a save that is under way waits for the ending of all sessions, and then finds itself ended', async (t) => {
  const { db } = await freshDatabase(t)
  const accountId = await person(db, context, 'anna')
  await save(db, 'id1', { accountId })
  const trx = await db.startTransaction().execute()
  await endSessions(trx, { accountId, reason: 'password-changed' })
  const saving = save(db, 'id1', { accountId })
  await new Promise((resolve) => void setTimeout(resolve, 100))
  await trx.commit().execute()
  t.false(await saving)
})

test('a sign-in that is being saved while all sessions are ended waits, and opens none', async (t) => {
  const { db } = await freshDatabase(t)
  const accountId = await person(db, context, 'anna')
  const trx = await db.startTransaction().execute()
  await endSessions(trx, { accountId, reason: 'password-changed' })
  const saving = save(db, 'id1', { accountId, loginTs: 1 })
  await new Promise((resolve) => void setTimeout(resolve, 200))
  await trx.commit().execute()
  t.false(await saving)
})

test('of two saves of one name the second waits for the first, and finds that it may not', async (t) => {
  const { db } = await freshDatabase(t)
  const trx = await db.startTransaction().execute()
  await lockSessions(trx, 'uid1')
  await upsertSession(trx, {
    idHash: digest('id1'),
    uid: 'uid1',
    accountId: null,
    provedAt: null,
    payload: {},
    source: null,
  })
  const saving = save(db, 'id2', {})
  await new Promise((resolve) => void setTimeout(resolve, 200))
  await trx.commit().execute()
  t.false(await saving)
})

test('what an ended session held is forgotten, and no identifier is stored', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const accountId = await person(db, context, 'anna')
  await save(db, 'the-cookie', { accountId })
  const stored = async () => await owner.selectFrom('session').selectAll().execute()
  t.notRegex(JSON.stringify(await stored()), /the-cookie/)
  await endAll(db, { accountId })
  t.like((await stored())[0], { payload: {}, end_reason: 'password-changed' })
})

test('over https the cookie belongs to this host alone', (t) => {
  t.is(sessionCookieName(true), '__Host-portvakt_session')
  t.is(sessionCookieName(false), 'portvakt_session')
})

interface Saved {
  readonly accountId?: string
  readonly uid?: string
  readonly loginTs?: number
}

const save = async (db: Db, id: string, { accountId, uid = 'uid1', loginTs }: Saved) =>
  await saveSession(db, {
    idHash: digest(id),
    uid,
    accountId,
    payload: { uid, accountId, ...(accountId !== undefined && { loginTs: loginTs ?? 4_000_000_000 }) },
  })
const find = async (db: Db) => await findSession(db, context, { uid: 'uid1' })
const end = async (db: Db, id: string, reason: EndReason) =>
  await db.transaction().execute((trx) => endSession(trx, { idHash: digest(id), reason }))
const endAll = async (db: Db, input: { readonly accountId: string; readonly exceptIdHash?: Buffer }) =>
  await db.transaction().execute((trx) => endSessions(trx, { ...input, reason: 'password-changed' }))
