/** Carries out a confirmed list in a process of its own: to be killed. */
import { carryOutBulk } from '../../../src/administration/bulk/carry-out.js'
import { openDatabase, serviceRole } from '../../../src/database/database.js'
import { patience } from '../../support/database.js'
import { silentLog } from '../../support/silent-log.js'

const [url = '', draftId = ''] = process.argv.slice(2)
const db = openDatabase({ url, role: serviceRole, patience })
const job = { kind: 'bulk-adding', draftId } as const
while ((await carryOutBulk(db, job, silentLog)) === 'more');
await db.destroy()
