import test from 'ava'
import { sql } from 'kysely'
import { openPool, serviceRole } from '../../src/database/database.js'
import { enqueueJob } from '../../src/delivery/jobs/enqueue-job.js'
import { jobQueueState, failedJobs } from '../../src/delivery/jobs/failed-jobs.js'
import { giveBackLost, lostLease } from '../../src/delivery/delivery.queries.js'
import { jobQueue, queueOn } from '../../src/delivery/queues.js'
import { patience } from '../support/database.js'
import { command } from '../support/service.js'
import { startMailQueue, until } from './start-mail-queue.js'

const draftId = '00000000-0000-4000-8000-00000000000d'
const bulkJob = { kind: 'bulk-adding', draftId } as const

test('a job that fails at every try is given up once, and can be seen by a number and by a command', async (t) => {
  let tries = 0
  const done = async () => 'done' as const
  const fails = async () => {
    tries += 1
    throw new Error('as always')
  }
  const mailQueue = await startMailQueue(t, {
    handlers: { 'bulk-adding': fails, 'audit-verifying': done, disposing: done },
  })
  await mailQueue.db.transaction().execute(async (trx) => await enqueueJob(trx, bulkJob))
  t.like(await jobQueueState(mailQueue.db), { waiting: 1, undelivered: 0 })
  await mailQueue.open()
  t.true(await until(async () => (await jobQueueState(mailQueue.db)).undelivered === 1))
  t.is(tries, 4, 'once, and three times more')
  t.like(await jobQueueState(mailQueue.db), { waiting: 0, undelivered: 1 })
  const [undone, ...more] = await failedJobs(mailQueue.db)
  t.deepEqual(more, [])
  t.like(undone, { kind: 'bulk-adding', about: draftId, tries: 4 })
  const said = await command(['job', 'undone'], { DATABASE_URL: mailQueue.ownerUrl })
  t.is(said.code, 0, said.err)
  t.regex(said.out, new RegExp(`bulk-adding  ${draftId}  4 tries`))
})

test('a job that has failed for good is tried again, once, when the operator says so', async (t) => {
  let isMended = false
  let dones = 0
  const done = async () => 'done' as const
  const mended = async () => {
    if (!isMended) throw new Error('not yet')
    dones += 1
    return 'done' as const
  }
  const mailQueue = await startMailQueue(t, {
    handlers: { 'bulk-adding': mended, 'audit-verifying': done, disposing: done },
  })
  await mailQueue.db.transaction().execute(async (trx) => await enqueueJob(trx, bulkJob))
  await mailQueue.open()
  t.true(await until(async () => (await jobQueueState(mailQueue.db)).undelivered === 1))
  const [undone] = await failedJobs(mailQueue.db)
  isMended = true
  const retry = async (id = undone?.id ?? '') =>
    await command(['job', 'retry', id], { DATABASE_URL: mailQueue.ownerUrl })
  const first = await retry()
  t.is(first.code, 0, first.err)
  t.true(await until(async () => dones === 1))
  t.deepEqual(await failedJobs(mailQueue.db), [])
  t.is((await retry()).code, 1, 'once more')
  t.is((await retry('17')).code, 2, 'no id')
  t.like(await jobQueueState(mailQueue.db), { waiting: 0, undelivered: 0 })
  t.is(dones, 1)
})

test('pg-boss marks a job whose lease was lost with the words that we give it back by', async (t) => {
  const mailQueue = await startMailQueue(t)
  await mailQueue.db.transaction().execute(async (trx) => await enqueueJob(trx, bulkJob))
  const pool = openPool({ url: mailQueue.ownerUrl, size: 2, role: serviceRole, patience })
  t.teardown(async () => await pool.end())
  const boss = queueOn(pool, { supervisionSeconds: 1 })
  await boss.start()
  t.teardown(async () => await boss.stop({ graceful: false }))
  t.is((await boss.fetch(jobQueue)).length, 1)
  await sql`update pgboss.job set started_on = started_on - interval '1 hour'`.execute(mailQueue.owner)
  const job = async () => {
    const { rows } = await sql<{ state: string; output: unknown; due: boolean }>`
      select state, output, start_after <= clock_timestamp() as due from pgboss.job`.execute(mailQueue.owner)
    return rows[0]
  }
  await boss.supervise(jobQueue)
  t.true(await until(async () => (await job())?.state === 'retry'))
  t.deepEqual((await job())?.output, lostLease, 'the library has changed its words: follow it in lostLease')
  await giveBackLost(mailQueue.db, [jobQueue])
  t.like(await job(), { state: 'retry', output: null, due: true })
})
