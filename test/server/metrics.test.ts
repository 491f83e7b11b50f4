import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { goOn } from '../../src/audit/chain/walk.js'
import { enqueueJob } from '../../src/delivery/jobs/enqueue-job.js'
import { openPool, serviceRole } from '../../src/database/database.js'
import { walkTonight } from '../../src/officers/log/ask-for-walk.js'
import { measureApp, openMetrics } from '../../src/server/metrics.js'
import { job as letter, startMailQueue } from '../delivery/start-mail-queue.js'
import { travel } from '../support/clock.js'
import { patience } from '../support/database.js'
import { stopClockAt } from '../support/stop-clock.js'
import { testContext } from '../support/context.js'
import { silentLog } from '../support/silent-log.js'

/** The app's numbers, each time as a monitor that comes for the first time reads them. */
const opened = async (t: ExecutionContext) => {
  const mailQueue = await startMailQueue(t)
  const pool = openPool({ url: mailQueue.ownerUrl, size: 1, role: serviceRole, patience })
  t.teardown(async () => await pool.end())
  const number = async (name: string) => {
    const metrics = openMetrics()
    measureApp(metrics, { db: mailQueue.db, context: testContext(), pool })
    return new RegExp(`^${name} (.*)$`, 'm').exec(await metrics.metrics())?.[1]
  }
  return { mailQueue, number }
}

test('a monitor is told how many mails wait, and since when, the first time that it asks', async (t) => {
  const { mailQueue, number } = await opened(t)
  t.is(await number('portvakt_mail_waiting'), '0')
  await mailQueue.put(letter)
  await mailQueue.put(letter)
  t.is(await number('portvakt_mail_waiting'), '2')
  await sql`update pgboss.job set start_after = clock_timestamp() - interval '90 seconds'`.execute(mailQueue.owner)
  t.true(Number(await number('portvakt_mail_oldest_seconds')) >= 90)
  t.is(await number('portvakt_mail_undelivered'), '0')
})

test('a monitor is told how many jobs wait, and how many have failed for good', async (t) => {
  const { mailQueue, number } = await opened(t)
  const job = { kind: 'bulk-adding', draftId: '00000000-0000-4000-8000-00000000000d' } as const
  await mailQueue.db.transaction().execute(async (trx) => await enqueueJob(trx, job))
  t.is(await number('portvakt_jobs_waiting'), '1')
  t.is(await number('portvakt_jobs_undone'), '0')
  await sql`update pgboss.job set name = 'undone-chores'`.execute(mailQueue.owner)
  t.is(await number('portvakt_jobs_waiting'), '0')
  t.is(await number('portvakt_jobs_undone'), '1')
})

test('a monitor is told whether the chain was found whole, and how long ago; of a chain never walked, nothing', async (t) => {
  const { mailQueue, number } = await opened(t)
  const { db, owner } = mailQueue
  const walk = async () => {
    await stopClockAt(owner, `2026-03-0${(day += 1)}T03:00:00Z`)
    t.true(await walkTonight(db))
    const { id } = await db
      .selectFrom('audit_verification')
      .select('id')
      .where('finished_at', 'is', null)
      .executeTakeFirstOrThrow()
    await goOn(db, { verificationId: id }, silentLog)
  }
  let day = 1
  for (let event = 0; event < 3; event += 1) {
    await sql`insert into audit_event (kind, result) values ('signed-in', 'done')`.execute(owner)
  }
  t.is(await number('portvakt_audit_chain_broken'), 'Nan')
  await walk()
  t.is(await number('portvakt_audit_chain_broken'), '0')
  await travel(owner, '2 hours')
  t.true(Number(await number('portvakt_audit_chain_walked_seconds')) >= 7200)
  await sql`alter table audit_event disable trigger audit_event_append_only`.execute(owner)
  await sql`update audit_event set result = 'refused' where seq = 2`.execute(owner)
  await walk()
  t.is(await number('portvakt_audit_chain_broken'), '1')
})

test('a database that does not answer makes no numbers, and no accident', async (t) => {
  const { mailQueue, number } = await opened(t)
  t.is(await number('portvakt_mail_waiting'), '0')
  await mailQueue.db.destroy()
  t.is(await number('portvakt_mail_waiting'), 'Nan')
  t.is(await number('portvakt_audit_chain_broken'), 'Nan')
  t.is(await number('portvakt_hashing_running'), '0')
})
