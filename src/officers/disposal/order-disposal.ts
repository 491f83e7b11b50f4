import { record } from '../../audit/record.js'
import type { Counted } from '../../database/counted-by.js'
import type { Db } from '../../database/database.js'
import { enqueueJob } from '../../delivery/jobs/enqueue-job.js'
import { fromWithin, type Origin } from '../../context/origin.js'
import type { AppContext } from '../../context/app-context.js'
import { addRemoved, finishDisposal, insertDisposal, selectDisposal, selectYearsAgo } from './disposal.queries.js'
import { classNamed, classNames, recordClasses, type ClassName } from './record-classes.js'

/** What would go of a class, if an officer said so today. */
export interface Due extends Counted {
  readonly name: ClassName
  readonly years: number
  /** What is older than this day goes. */
  readonly before: string
}

/** The disposal report: every class, also those of which nothing would go. */
export async function disposalReport(db: Db, context: AppContext): Promise<readonly Due[]> {
  return await Promise.all(classNames.map(async (name) => await dueOf(db, context, name)))
}

export async function dueOf(db: Db, context: AppContext, name: ClassName): Promise<Due> {
  const { years: yearsOf, due } = recordClasses[name]
  const years = yearsOf(context.policy)
  const before = await selectYearsAgo(db, years)
  return { name, years, before, ...(await due(db, before)) }
}

export interface OrderDisposal {
  readonly name: ClassName
  /** As it stood in the report that the officer has seen: nothing that is younger goes. */
  readonly before: string
  readonly by: string
  readonly from: Origin
}

export type OrderedDisposal = 'ordered' | 'nothing' | 'under-way' | 'not-yet'

export async function orderDisposal(
  db: Db,
  context: AppContext,
  { name, before, by, from }: OrderDisposal,
): Promise<OrderedDisposal> {
  const { years, due } = recordClasses[name]
  if (before > (await selectYearsAgo(db, years(context.policy)))) return 'not-yet'
  const { count } = await due(db, before)
  if (count === 0) return 'nothing'
  return await db.transaction().execute(async (trx) => {
    const { address: source, requestId } = from
    const id = await insertDisposal(trx, { class: name, before, by, source, requestId, expected: count })
    if (id === undefined) return 'under-way'
    await enqueueJob(trx, { kind: 'disposing', disposalId: id })
    await record(trx, from, { kind: 'disposal-ordered', by, details: { class: name, before, expected: count } })
    return 'ordered'
  })
}

const batch = 1_000
const batchesAtOnce = 10

/** Some of it. It may be called again after any part of it, and beside itself: what has gone does not go again. */
export async function goOnDisposing(db: Db, { disposalId }: { readonly disposalId: string }): Promise<'done' | 'more'> {
  const disposal = await selectDisposal(db, disposalId)
  const name = disposal && classNamed(disposal.class)
  if (disposal === undefined || name === undefined || disposal.finishedAt !== null) return 'done'
  const { before, orderedBy: by } = disposal
  for (let turn = 0; turn < batchesAtOnce; turn += 1) {
    const removed = await recordClasses[name].dispose(db, { before, by, atMost: batch })
    await addRemoved(db, disposalId, removed)
    if (removed < batch) return await finish(db, { id: disposalId, name, before, by })
  }
  return 'more'
}

interface Finished {
  readonly id: string
  readonly name: ClassName
  readonly before: string
  readonly by: string
}

const finish = async (db: Db, { id, name, before, by }: Finished): Promise<'done'> => {
  await db.transaction().execute(async (trx) => {
    const removed = await finishDisposal(trx, id)
    if (removed === undefined) return
    await record(trx, fromWithin('chore'), { kind: 'records-disposed', by, details: { class: name, before, removed } })
  })
  return 'done'
}
