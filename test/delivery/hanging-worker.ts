/** A worker in a process of its own that takes a mail, says so, and never comes to an end: to be killed. */
import { openDatabase, openPool, serviceRole } from '../../src/database/database.js'
import { startWorker } from '../../src/delivery/worker.js'
import { patience } from '../support/database.js'
import { testContext } from '../support/context.js'
import { aMail, writersOf } from './start-mail-queue.js'
import { silentLog } from '../support/silent-log.js'

const url = process.argv[2] ?? ''
await startWorker(openDatabase({ url, role: serviceRole, patience }), testContext(), {
  pool: openPool({ url, size: 2, role: serviceRole, patience }),
  transport: {
    send: async (_mail, messageId) => {
      process.stdout.write(`${messageId}\n`)
      return await new Promise<'sent'>(() => undefined)
    },
    close: () => undefined,
  },
  writers: writersOf(async () => aMail),
  handlers: { 'bulk-adding': async () => 'done', 'audit-verifying': async () => 'done', disposing: async () => 'done' },
  tell: async () => undefined,
  tellService: async () => ({ kind: 'told' }),
  log: silentLog,
  pace: { workers: 1, lookSeconds: 0.5 },
})
