/** A worker of the queues in a process of its own that carries out lists: to be killed. */
import { openDatabase, openPool, serviceRole } from '../../../src/database/database.js'
import { startWorker } from '../../../src/delivery/worker.js'
import { handlers, tellAudit, writers } from '../../../src/mails.js'
import { patience } from '../../support/database.js'
import { testContext } from '../../support/context.js'
import { silentLog } from '../../support/silent-log.js'

const url = process.argv[2] ?? ''
await startWorker(openDatabase({ url, role: serviceRole, patience }), testContext(), {
  pool: openPool({ url, size: 2, role: serviceRole, patience }),
  transport: { send: async () => 'sent', close: () => undefined },
  writers,
  handlers,
  tell: tellAudit,
  tellService: async () => ({ kind: 'told' }),
  log: silentLog,
  pace: { workers: 1, lookSeconds: 0.5, supervisionSeconds: 1 },
})
