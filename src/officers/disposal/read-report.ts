import { noteReading } from '../../audit/note-reading.js'
import type { Db } from '../../database/database.js'
import type { Origin } from '../../context/origin.js'
import type { AppContext } from '../../context/app-context.js'
import { disposalReport, dueOf, type Due } from './order-disposal.js'
import type { ClassName } from './record-classes.js'

export interface Reader {
  readonly by: string
  readonly from: Origin
}

/** The disposal report; that it was read is itself an event. */
export async function readReport(db: Db, context: AppContext, { by, from }: Reader): Promise<readonly Due[]> {
  const report = await disposalReport(db, context)
  await db.transaction().execute(async (trx) => await noteReading(trx, from, { kind: 'disposal-report-shown', by }))
  return report
}

/** One class of it, with what an officer is about to confirm. */
export async function readClass(
  db: Db,
  context: AppContext,
  { by, from, name }: Reader & { readonly name: ClassName },
): Promise<Due> {
  const due = await dueOf(db, context, name)
  await db
    .transaction()
    .execute(
      async (trx) => await noteReading(trx, from, { kind: 'disposal-report-shown', by, details: { class: name } }),
    )
  return due
}
