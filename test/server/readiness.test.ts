import { setImmediate } from 'node:timers/promises'
import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { databaseCheck } from '../../src/server/database-check.js'
import { logReasons, openReadiness, type Reason } from '../../src/server/readiness.js'
import { layWire } from '../support/cuttable.js'
import { freshDatabase } from '../support/database.js'
import { silentLog } from '../support/silent-log.js'

/** A clock that the test moves: a wait ends when the clock has passed it. */
const clock = () => {
  let time = 0
  let waits: { readonly until: number; readonly end: () => void }[] = []
  return {
    now: () => time,
    after: async (milliseconds: number) =>
      await new Promise<void>((resolve) => void waits.push({ until: time + milliseconds, end: resolve })),
    pass: (milliseconds: number) => {
      time += milliseconds
      for (const { end } of waits.filter(({ until }) => until <= time)) end()
      waits = waits.filter(({ until }) => until > time)
    },
  }
}

const named = (reasons: readonly Reason[]) => reasons.map(({ name, blocks }) => `${name}${blocks ? ' blocks' : ''}`)

test('a database that takes a second is named as slow and keeps no traffic away until ten seconds have passed', async (t) => {
  const time = clock()
  const readiness = openReadiness(time)
  let answer = Promise.resolve<readonly Reason[]>([])
  readiness.add('database', async () => await answer)
  t.deepEqual(await readiness.reasons(), [])
  answer = new Promise(() => undefined)
  const lookAfter = async (milliseconds: number) => {
    const looking = readiness.reasons()
    time.pass(milliseconds)
    return named(await looking)
  }
  t.deepEqual(await lookAfter(1_000), ['database-slow'])
  t.deepEqual(await lookAfter(8_000), ['database-slow'])
  t.deepEqual(await lookAfter(1_000), ['database blocks'])
})

test('a check that has never answered, or that throws, keeps traffic away by its name', async (t) => {
  const time = clock()
  const readiness = openReadiness(time)
  readiness.add('clock', async () => await new Promise(() => undefined))
  readiness.add('keys', async () => await Promise.reject(new Error('broken')))
  const looking = readiness.reasons()
  await setImmediate()
  time.pass(1_000)
  t.deepEqual(named(await looking), ['clock blocks', 'keys blocks'])
})

const watched = async (t: ExecutionContext) => {
  const { owner, ownerUrl } = await freshDatabase(t)
  const wire = await layWire(t, ownerUrl)
  const look = async (nodeClock?: () => number) => {
    const closing: (() => unknown)[] = []
    const opened = { add: (_name: string, close: () => unknown) => void closing.push(close), closeAll: async () => {} }
    const reasons = await databaseCheck(wire.url, opened, nodeClock)()
    for (const close of closing) await close()
    return reasons
  }
  const alter = async (setting: string) =>
    await sql`alter database ${sql.id(new URL(ownerUrl).pathname.slice(1))} ${sql.raw(setting)}`.execute(owner)
  return { wire, look, alter }
}

test('readiness names a read-only database and a full disk, which keep no traffic away, and a missing database, which does (F-25)', async (t) => {
  const { wire, look, alter } = await watched(t)
  t.deepEqual(named(await look()), [])
  await alter('set default_transaction_read_only = on')
  t.deepEqual(named(await look()), ['database-read-only'])
  await alter('reset default_transaction_read_only')
  await alter(`set temp_file_limit = '8kB'`)
  t.deepEqual(named(await look()), ['database-disk'])
  await alter('reset temp_file_limit')
  t.deepEqual(named(await look()), [])
  await wire.cut()
  t.deepEqual(named(await look()), ['database blocks'])
})

test("a node whose clock is more than five seconds off the database's says so, and gets no traffic over thirty (F-35)", async (t) => {
  const { look } = await watched(t)
  const seen = async (offBy: number) => named(await look(() => Date.now() + offBy))
  for (const sign of [1, -1]) {
    t.deepEqual(await seen(sign * 4_000), [])
    t.deepEqual(await seen(sign * 6_000), ['clock'])
    t.deepEqual(await seen(sign * 28_000), ['clock'])
    t.deepEqual(await seen(sign * 3_600_000), ['clock blocks'])
  }
})

test('the log names each reason why a node is not ready, without waiting to be asked', async (t) => {
  const written: unknown[] = []
  const reason = { name: 'clock', words: 'This clock is wrong.', blocks: true }
  const warn = (facts: object, words: string) => void written.push({ ...facts, words })
  const stop = logReasons(
    { reasons: async () => await Promise.resolve([reason]) },
    { ...silentLog, info: () => t.fail(), warn, error: () => t.fail() },
  )
  t.teardown(stop)
  await setImmediate()
  t.deepEqual(written, [{ reason: 'clock', words: 'This clock is wrong.' }])
})
