import test from 'ava'
import type { LogoutNotice } from '../../src/delivery/notices/notice.js'
import { postNotices } from '../../src/delivery/notices/post-notices.js'
import { noticeState, untoldServices } from '../../src/delivery/notices/untold.js'
import { accountId, startMailQueue, until, type TestMailQueue } from './start-mail-queue.js'

const notice: LogoutNotice = { clientId: 'rapportering', accountId, sid: 'V1StGXR8_Z5jdHi6B-myT' }

test('a corrupt notice is set aside at once, alone, and the queue moves on', async (t) => {
  const told: LogoutNotice[] = []
  const mailQueue = await startMailQueue(t, {
    tellService: async (_db, _context, one) => (told.push(one), { kind: 'told' }),
  })
  const corrupt: readonly LogoutNotice[] = [
    { ...notice, sid: '' },
    { ...notice, clientId: '../x' },
    { ...notice, accountId: '7' },
  ]
  await put(mailQueue, [...corrupt, notice])
  await mailQueue.open()
  t.true(await until(() => mailQueue.fates.length === corrupt.length + 1))
  t.deepEqual(told, [notice])
  t.true(await until(async () => (await noticeState(mailQueue.db)).undelivered === corrupt.length))
  for (const dead of await untoldServices(mailQueue.db)) t.like(dead, { reason: 'corrupt', tries: 1 })
  t.is((await noticeState(mailQueue.db)).waiting, 0)
})

test('a service that answers nobody does not hold up the others', async (t) => {
  const told: string[] = []
  const released = Promise.withResolvers<void>()
  const mailQueue = await startMailQueue(t, {
    pace: { workers: 2 },
    tellService: async (_db, _context, { clientId }) => {
      if (clientId === 'tyst') await released.promise
      told.push(clientId)
      return { kind: 'told' }
    },
  })
  const silent = { ...notice, clientId: 'tyst' }
  await put(mailQueue, [silent, silent, silent, silent, notice])
  await mailQueue.open()
  t.true(await until(() => told.length > 0))
  t.deepEqual(told, ['rapportering'])
  released.resolve()
})

test('an error in telling is tried again', async (t) => {
  let tries = 0
  const mailQueue = await startMailQueue(t, {
    tellService: async () => {
      tries += 1
      if (tries === 1) throw new Error('a key could not be opened')
      return { kind: 'told' }
    },
  })
  await put(mailQueue, [notice])
  await mailQueue.open()
  t.true(await until(() => mailQueue.fates.length === 1))
  t.is(tries, 2)
})

const put = async ({ db }: TestMailQueue, notices: readonly LogoutNotice[]) =>
  await db.transaction().execute(async (trx) => await postNotices(trx, notices))
