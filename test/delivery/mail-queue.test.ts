import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import test from 'ava'
import { sql } from 'kysely'
import type { MailJob } from '../../src/delivery/mail-job.js'
import type { MailTransport } from '../../src/delivery/transport.js'
import { giveBackLost } from '../../src/delivery/delivery.queries.js'
import { codeQueue } from '../../src/delivery/queues.js'
import { openDatabase } from '../../src/database/database.js'
import { enqueueMail } from '../../src/delivery/enqueue-mail.js'
import { mailQueueState, undeliveredMails } from '../../src/delivery/undelivered.js'
import { patience } from '../support/database.js'
import { accountId, aMail, job, outbox, startMailQueue, sleep, until } from './start-mail-queue.js'

test('a mail is sent once, and what became of it is told', async (t) => {
  const { handed, transport } = outbox()
  const mailQueue = await startMailQueue(t, { transport })
  await mailQueue.put(job)
  await mailQueue.open()
  t.true(await until(() => mailQueue.fates.length > 0))
  await sleep(1500)
  t.deepEqual(
    handed.map(({ mail }) => mail),
    [aMail],
  )
  t.regex(handed[0]?.messageId ?? '', /^<[0-9a-f-]{36}@localhost>$/)
  t.like(mailQueue.fates, [{ kind: 'mail-sent', result: 'done', about: accountId, details: { letter: job.kind } }])
  t.like(await mailQueueState(mailQueue.db), { waiting: 0, undelivered: 0 })
})

test('a change that is rolled back sends nothing (G2)', async (t) => {
  const { handed, transport } = outbox()
  const mailQueue = await startMailQueue(t, { transport })
  await t.throwsAsync(
    mailQueue.db.transaction().execute(async (trx) => {
      await enqueueMail(trx, job)
      throw new Error('the change did not hold')
    }),
  )
  t.is((await mailQueueState(mailQueue.db)).waiting, 0)
  await mailQueue.open()
  await sleep(1500)
  t.deepEqual(handed, [])
})

test('a mail for a later day waits for it', async (t) => {
  const { handed, transport } = outbox()
  const mailQueue = await startMailQueue(t, { transport })
  await mailQueue.put(job, { startAfter: new Date(Date.now() + 3 * 24 * 3600 * 1000) })
  await mailQueue.open()
  await sleep(1500)
  t.deepEqual(handed, [])
  t.is((await mailQueueState(mailQueue.db)).waiting, 1)
  await sql`update pgboss.job set start_after = clock_timestamp() - interval '1 second'`.execute(mailQueue.owner)
  t.true(await until(() => handed.length === 1))
})

test('what no longer holds when its turn comes is dropped (F-31, T3)', async (t) => {
  const { handed, transport } = outbox()
  const mailQueue = await startMailQueue(t, { transport, write: async () => undefined })
  await mailQueue.put(job)
  await mailQueue.open()
  t.true(await until(() => mailQueue.fates.length > 0))
  t.like(mailQueue.fates, [{ kind: 'mail-dropped', result: 'done' }])
  t.deepEqual(handed, [])
  t.true(await until(async () => (await mailQueueState(mailQueue.db)).waiting === 0))
  t.is((await mailQueueState(mailQueue.db)).undelivered, 0)
})

test('a mail that is not taken is tried again with the same Message-ID and the same code (F-06, G3)', async (t) => {
  const { handed, refused, transport } = outbox({ refusing: 2 })
  const mailQueue = await startMailQueue(t, { transport })
  await mailQueue.put(job)
  await mailQueue.open()
  t.true(await until(() => handed.length === 1))
  t.is(refused.length, 2)
  t.deepEqual([refused[0], refused[1]], [handed[0], handed[0]])
  t.true(await until(() => mailQueue.fates.length === 1))
  t.like(mailQueue.fates, [{ kind: 'mail-sent' }])
})

test('a mail that is never taken is given up in the end, and lies where it can be seen', async (t) => {
  const { refused, transport } = outbox({ refusing: 100 })
  const mailQueue = await startMailQueue(t, { transport })
  await mailQueue.put(job)
  await mailQueue.open()
  t.true(await until(async () => (await mailQueueState(mailQueue.db)).undelivered === 1))
  t.is(refused.length, 4)
  const [dead] = await undeliveredMails(mailQueue.db)
  t.like(dead, { kind: 'one-time-password', accountId, reason: 'given up: 451 4.7.1', tries: 4 })
  t.like(mailQueue.fates, [{ kind: 'mail-undeliverable', result: 'refused', about: accountId }])
})

test('a corrupt mail is set aside at once, alone, and the queue moves on (F-32)', async (t) => {
  const { handed, transport } = outbox()
  const mailQueue = await startMailQueue(t, {
    transport,
    write: async (_db, one) => (one.kind === 'one-time-password' ? aMail : undefined),
  })
  const corrupt: readonly unknown[] = [{ kind: 'no-such-kind' }, { kind: 'one-time-password', id: "1' or '1" }, 7, null]
  for (const payload of corrupt) await mailQueue.put(payload as MailJob)
  await mailQueue.put(job)
  await mailQueue.open()
  t.true(await until(() => handed.length === 1 && mailQueue.fates.length === corrupt.length + 1))
  t.true(await until(async () => (await mailQueueState(mailQueue.db)).undelivered === corrupt.length))
  for (const dead of await undeliveredMails(mailQueue.db)) t.like(dead, { reason: 'corrupt', tries: 1 })
  t.is((await mailQueueState(mailQueue.db)).waiting, 0)
})

test('two workers send a mail once (F-42)', async (t) => {
  const first = outbox()
  const second = outbox()
  const mailQueue = await startMailQueue(t)
  const pace = { workers: 1 }
  await Promise.all([
    mailQueue.open({ transport: first.transport, pace }),
    mailQueue.open({ transport: second.transport, pace }),
  ])
  let posted = 0
  while (first.handed.length === 0 || second.handed.length === 0) {
    for (let each = 0; each < 6; each += 1) await mailQueue.put(job)
    posted += 6
    t.true(await until(() => mailQueue.fates.length === posted))
  }
  await sleep(1000)
  const ids = [...first.handed, ...second.handed].map(({ messageId }) => messageId)
  t.is(ids.length, posted)
  t.is(new Set(ids).size, posted)
})

test('the mail of a worker that was killed is taken over within a lease (F-05, G7)', async (t) => {
  const { handed, transport } = outbox()
  const mailQueue = await startMailQueue(t, { transport, leaseSeconds: 10 })
  await mailQueue.put(job)
  const program = fileURLToPath(new URL('./hanging-worker.js', import.meta.url))
  const worker = spawn(process.execPath, [program, mailQueue.ownerUrl], { stdio: ['ignore', 'pipe', 'inherit'] })
  t.teardown(() => worker.kill('SIGKILL'))
  const [taken] = (await once(worker.stdout, 'data')) as [Buffer]
  worker.kill('SIGKILL')
  await mailQueue.open()
  await sleep(1000)
  t.deepEqual(handed, [], 'it is still lent')
  t.true(await until(() => handed.length === 1))
  t.is(handed[0]?.messageId, taken.toString('utf8').trim())
})

test('a one-time password leaves while every worker for other mails is held up', async (t) => {
  const sent: string[] = []
  const released = Promise.withResolvers<void>()
  const transport: MailTransport = {
    send: async (mail) => {
      if (mail.subject !== aMail.subject) await released.promise
      sent.push(mail.subject)
      return 'sent'
    },
    close: () => undefined,
  }
  const notice = { ...aMail, subject: 'Ditt lösenord är bytt' }
  const mailQueue = await startMailQueue(t, {
    transport,
    leaseSeconds: 60,
    write: async (_db, one) => (one.kind === 'one-time-password' ? aMail : notice),
  })
  for (let each = 0; each < 5; each += 1) {
    await mailQueue.put({ kind: 'session-limit', accountId, at: '2026-03-02T12:00:00Z' })
  }
  await mailQueue.open({ pace: { workers: 1 } })
  await mailQueue.put(job)
  t.true(await until(() => sent.length > 0))
  t.is(sent[0], aMail.subject)
  released.resolve()
  t.true(await until(() => sent.length === 6))
})

test('a mail whose workers died goes back at once, and not a try of it is gone', async (t) => {
  const { handed, transport } = outbox()
  const mailQueue = await startMailQueue(t, { transport })
  await mailQueue.put(job)
  const lost = sql`
    update pgboss.job set state = 'retry', started_on = clock_timestamp(), retry_count = 2,
      start_after = clock_timestamp() + interval '15 minutes', output = '{"value": {"message": "job timed out"}}'`
  await lost.execute(mailQueue.owner)
  await giveBackLost(mailQueue.db, [codeQueue])
  const { rows } =
    await sql`select start_after <= clock_timestamp() as due, started_on, retry_count from pgboss.job`.execute(
      mailQueue.owner,
    )
  t.deepEqual(rows, [{ due: true, started_on: null, retry_count: 2 }])
  await lost.execute(mailQueue.owner)
  await mailQueue.open()
  t.true(await until(() => handed.length === 1))
  const done = await sql<{ tries: number }>`select retry_count as tries from pgboss.job`.execute(mailQueue.owner)
  t.deepEqual(done.rows, [{ tries: 2 }], 'claimed anew without a count')
})

test('a mail that has killed its workers for a day is counted again', async (t) => {
  const mailQueue = await startMailQueue(t)
  await mailQueue.put(job)
  await sql`
    update pgboss.job set state = 'retry', started_on = clock_timestamp(), created_on = clock_timestamp() - interval '2 days',
      output = '{"value": {"message": "job timed out"}}'`.execute(mailQueue.owner)
  await giveBackLost(mailQueue.db, [codeQueue])
  const { rows } = await sql`select started_on is not null as counts from pgboss.job`.execute(mailQueue.owner)
  t.deepEqual(rows, [{ counts: true }])
})

test('a mail that hangs does not hold up the others (F-29)', async (t) => {
  const { handed, transport } = outbox()
  const released = Promise.withResolvers<void>()
  let hanging = 0
  const hangsOnce: MailTransport = {
    send: async (mail, messageId) => {
      hanging += 1
      if (hanging === 1) await released.promise
      return await transport.send(mail, messageId)
    },
    close: () => undefined,
  }
  const mailQueue = await startMailQueue(t, { transport: hangsOnce })
  for (let posted = 0; posted < 4; posted += 1) await mailQueue.put(job)
  await mailQueue.open()
  const different = () => new Set(handed.map(({ messageId }) => messageId)).size
  t.true(await until(() => different() >= 3))
  released.resolve()
  t.true(await until(() => different() === 4))
})

test('a database that goes away and comes back is waited for', async (t) => {
  const { handed, transport } = outbox()
  const mailQueue = await startMailQueue(t, { transport })
  await mailQueue.put(job)
  const place = new URL(mailQueue.ownerUrl)
  const name = sql.id(place.pathname.slice(1))
  place.pathname = '/postgres'
  const above = openDatabase({ url: place.href, size: 1, patience })
  t.teardown(async () => await above.destroy())
  await mailQueue.open({
    transport: { ...transport, send: async (...mail) => (await sleep(1500), await transport.send(...mail)) },
  })
  await sleep(700)
  await sql`alter database ${name} allow_connections false`.execute(above)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = ${new URL(mailQueue.ownerUrl).pathname.slice(1)}`.execute(above)
  await sleep(3000)
  await sql`alter database ${name} allow_connections true`.execute(above)
  t.true(await until(() => mailQueue.fates.length > 0))
  t.true(handed.length > 0)
  t.is(new Set(handed.map(({ messageId }) => messageId)).size, 1)
  t.true(await until(async () => (await mailQueueState(mailQueue.db)).waiting === 0))
})

test('the service’s role can neither change the queues nor lay new ones', async (t) => {
  const mailQueue = await startMailQueue(t)
  await t.throwsAsync(sql`alter table pgboss.job add column stranger text`.execute(mailQueue.db))
  await t.throwsAsync(sql`create table pgboss.stranger (id int)`.execute(mailQueue.db))
})
