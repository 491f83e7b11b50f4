import { record } from '../../audit/record.js'
import type { Db } from '../../database/database.js'
import { enqueueJob } from '../../delivery/jobs/enqueue-job.js'
import type { Origin } from '../../context/origin.js'
import { previewOf, type Draft } from './draft.js'
import { markConfirmed } from './add-people.queries.js'

export type Confirmed =
  | { readonly kind: 'confirmed' }
  /** By the same person, in another tab or with a second press: it is carried out once. */
  | { readonly kind: 'already-confirmed' }
  | { readonly kind: 'has-mistakes' }
  /** What was shown is not what it would be now. */
  | { readonly kind: 'changed-meanwhile' }
  | { readonly kind: 'nothing-to-do' }

/** Starts the work, when the file is without mistakes and comes to just what was shown. */
export async function confirm(
  db: Db,
  input: { readonly draft: Draft; readonly mark: string; readonly by: string; readonly from: Origin },
): Promise<Confirmed> {
  const { draft, mark, by, from } = input
  if (draft.isConfirmed) return { kind: 'already-confirmed' }
  const preview = await previewOf(db, draft, by)
  if (preview.mark !== mark) return { kind: 'changed-meanwhile' }
  if (preview.validated.some(({ kind }) => kind === 'wrong')) return { kind: 'has-mistakes' }
  if (preview.validated.every(({ kind }) => kind === 'nothing')) return { kind: 'nothing-to-do' }
  return await db.transaction().execute(async (trx): Promise<Confirmed> => {
    if (!(await markConfirmed(trx, { id: draft.id, typedBy: by, from }))) return { kind: 'already-confirmed' }
    await enqueueJob(trx, { kind: 'bulk-adding', draftId: draft.id })
    await record(trx, from, {
      kind: 'bulk-confirmed',
      by,
      organisation: draft.organisationId,
      details: { rows: preview.validated.length },
    })
    return { kind: 'confirmed' }
  })
}
