import test from 'ava'
import { sql } from 'kysely'
import { postNotices } from '../../src/delivery/notices/post-notices.js'
import { deadLetterQueue, deadNoticeQueue } from '../../src/delivery/queues.js'
import { enqueueMail } from '../../src/delivery/enqueue-mail.js'
import type { Fate } from '../../src/delivery/send.js'
import { tellGivenUp } from '../../src/delivery/tell-given-up.js'
import { freshDatabase } from '../support/database.js'
import { accountId } from './start-mail-queue.js'

const job = { kind: 'session-limit', accountId, at: '2026-03-02T12:00:00Z' } as const

for (const [how, output, reason] of [
  ['its workers died', null, 'interrupted'],
  ['it could not be written', { reason: 'not-written' }, 'not-written'],
] as const) {
  test(`a mail that the queue itself gave up is told of once: ${how}`, async (t) => {
    const { db } = await freshDatabase(t)
    await db.transaction().execute(async (trx) => await enqueueMail(trx, job))
    await sql`update pgboss.job set name = ${deadLetterQueue}, source_output = ${JSON.stringify(output)}::jsonb`.execute(
      db,
    )
    const fates: Fate[] = []
    const tell = async (_trx: unknown, fate: Fate) => void fates.push(fate)
    t.is(await tellGivenUp(db, tell), 1)
    t.is(await tellGivenUp(db, tell), 0)
    t.like(fates, [{ kind: 'mail-undeliverable', about: accountId, details: { letter: job.kind, reason } }])
  })
}

test('a mail whose end was told when it was given up is not told of again', async (t) => {
  const { db } = await freshDatabase(t)
  await db.transaction().execute(async (trx) => await enqueueMail(trx, job))
  const told = JSON.stringify({ reason: '550 5.1.1', about: accountId, isTold: true })
  await sql`update pgboss.job set name = ${deadLetterQueue}, source_output = ${told}::jsonb`.execute(db)
  t.is(await tellGivenUp(db, async () => undefined), 0)
})

test('a notice that the queue itself gave up is told of once', async (t) => {
  const { db } = await freshDatabase(t)
  const notice = { clientId: 'rapportering', accountId, sid: 'V1StGXR8_Z5jdHi6B-myT' }
  await db.transaction().execute(async (trx) => await postNotices(trx, [notice]))
  await sql`update pgboss.job set name = ${deadNoticeQueue}`.execute(db)
  const fates: Fate[] = []
  const tell = async (_trx: unknown, fate: Fate) => void fates.push(fate)
  t.is(await tellGivenUp(db, tell), 1)
  t.is(await tellGivenUp(db, tell), 0)
  const details = { client: 'rapportering', reason: 'interrupted' }
  t.like(fates, [{ kind: 'relying-service-not-told', about: accountId, details }])
})
