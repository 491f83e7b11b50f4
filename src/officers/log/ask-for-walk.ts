import { beginNightlyWalk, beginWalk, standingWalk, type BeginWalk, type BegunWalk } from '../../audit/chain/walk.js'
import type { Db, Trx } from '../../database/database.js'
import { enqueueJob } from '../../delivery/jobs/enqueue-job.js'

/** The worker walks along the whole chain, unless it does already. */
export async function askForWalk(trx: Trx, input: BeginWalk): Promise<BegunWalk['kind']> {
  const begun = await beginWalk(trx, input)
  if (begun.kind === 'begun') await enqueueJob(trx, { kind: 'audit-verifying', verificationId: begun.verificationId })
  return begun.kind
}

/** The same each night, without anybody asking. True when it began now. */
export async function walkTonight(db: Db): Promise<boolean> {
  return await db.transaction().execute(async (trx) => {
    const verificationId = await beginNightlyWalk(trx)
    if (verificationId !== undefined) await enqueueJob(trx, { kind: 'audit-verifying', verificationId })
    return verificationId !== undefined
  })
}

/** A walk whose worker is gone for good is gone on with. True when one was. */
export async function takeUpWalk(db: Db): Promise<boolean> {
  return await db.transaction().execute(async (trx) => {
    const verificationId = await standingWalk(trx)
    if (verificationId !== undefined) await enqueueJob(trx, { kind: 'audit-verifying', verificationId })
    return verificationId !== undefined
  })
}
