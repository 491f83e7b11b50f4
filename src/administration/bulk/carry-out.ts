import { record } from '../../audit/record.js'
import type { Db, Trx } from '../../database/database.js'
import { today } from '../../database/today.js'
import { isUnreachable } from '../../database/unreachable.js'
import type { JobHandler } from '../../delivery/jobs/job.js'
import { addPersonUntold, type AddedPerson, type WishedGrant } from '../add/add-person.js'
import { tellOfAct } from '../../permissions/changes/tell-of-act.js'
import { validateNow, resultsOf } from './draft.js'
import type { Validated } from './validate.js'
import type { Mistake } from './mistake.js'
import { markFinished, selectConfirmed, settleRow, takeRow, type Outcome } from './add-people.queries.js'
import { readTyped } from './typed-row.js'
import type { Log } from '../../log.js'

/**
 * Carries out a confirmed file, row by row, each in a transaction of its own that also marks the row as done: whoever
 * is killed in between leaves whole rows behind them, and the next goes on with the first that is left (security.md
 * F-16). Each row is judged again by what is true at that moment. When all are done, everybody is told once.
 */
export const carryOutBulk: JobHandler<'bulk-adding'> = async (db, { draftId }, log) => {
  const file = await selectConfirmed(db, draftId)
  if (file === undefined) return 'done'
  for (let turn = 1; turn <= rowsAtATime; turn += 1) {
    const turned = await nextRow(db, file, log)
    if (turned === 'no-more') {
      await finish(db, file)
      return 'done'
    }
  }
  return 'more'
}

/** Well within the time that a worker holds a job. */
const rowsAtATime = 100

type File = NonNullable<Awaited<ReturnType<typeof selectConfirmed>>>
type Turned = 'turned' | 'no-more'

/** A row that failed is tried once more. If it fails for a reason of ours it does not stop the others. */
const nextRow = async (db: Db, file: File, log: Log): Promise<Turned> => {
  for (let isAgain = false; ; isAgain = true) {
    const at: { row?: number } = {}
    try {
      return await db.transaction().execute(async (trx) => await turnRow(trx, file, at))
    } catch (error) {
      // A database that is away is waited for, by the worker that holds the job.
      if (at.row === undefined || isUnreachable(error)) throw error
      log.error({ draft: file.id, row: at.row, err: error }, 'a row of a file could not be carried out')
      if (isAgain) return await markFailed(db, file, at.row)
    }
  }
}

const turnRow = async (trx: Trx, file: File, at: { row?: number }): Promise<Turned> => {
  const taken = await takeRow(trx, file.id)
  if (taken === undefined || taken.typed === null) return 'no-more'
  at.row = taken.row
  const { by, organisationId, confirmedOn: day } = file
  const typed = [readTyped(taken.row, taken.typed)]
  const [validated] = await validateNow(trx, { typed, by, organisationId, day })
  if (validated === undefined) throw new Error('A row was not judged.')
  await settleRow(trx, { draftId: file.id, row: taken.row, ...(await carryOutRow(trx, file, validated)) })
  return 'turned'
}

const markFailed = async (db: Db, { id: draftId }: File, row: number): Promise<Turned> =>
  await db.transaction().execute(async (trx): Promise<Turned> => {
    await settleRow(trx, { draftId, row, outcome: 'failed' })
    return 'turned'
  })

interface Settled {
  readonly outcome: Outcome
  readonly mistakes?: readonly Mistake[]
}

const carryOutRow = async (trx: Trx, file: File, validated: Validated): Promise<Settled> => {
  if (validated.kind === 'wrong') return { outcome: 'refused', mistakes: validated.mistakes }
  if (validated.kind === 'nothing') return { outcome: 'nothing' }
  const { organisationId, act, by, address, requestId } = file
  const added = await addPersonUntold(trx, {
    person: validated.kind === 'new' ? validated.person : { personalIdentityNumber: validated.number },
    organisationId,
    grants: notBefore(await today(trx), validated.grants),
    act,
    by,
    from: { address, requestId },
  })
  return settledBy(added)
}

const settledBy = (added: AddedPerson): Settled => {
  if (added.kind === 'added') return { outcome: added.isNew ? 'added' : 'granted' }
  if (added.kind === 'unknown-person') return { outcome: 'refused', mistakes: [{ column: 'number', why: 'missing' }] }
  return { outcome: 'refused', mistakes: added.services.map(mistakeOf) }
}

const mistakeOf = ({ service, reason }: { readonly service: string; readonly reason: string }): Mistake => {
  switch (reason) {
    case 'to-themselves':
      return { column: 'number', why: 'themselves' }
    case 'no-such-account':
    case 'no-such-organisation':
      return { why: reason }
    case 'not-offered':
    case 'not-theirs':
      return { column: service, why: reason }
    case 'ends-before-it-starts':
    case 'in-the-past':
      return { column: 'to', why: reason }
    default:
      return { column: service, why: 'overlaps', words: [] }
  }
}

/** What was to hold from the day that it was confirmed holds from today, if midnight has passed since. */
const notBefore = (day: string, grants: readonly WishedGrant[]): readonly WishedGrant[] =>
  grants.map((grant) => (grant.validFrom < day ? { ...grant, validFrom: day } : grant))

const finish = async (db: Db, file: File): Promise<void> =>
  await db.transaction().execute(async (trx) => {
    if (!(await markFinished(trx, file.id))) return
    await tellOfAct(trx, { act: file.act })
    const { counts, all } = await resultsOf(trx, file.id)
    const { address, requestId, by, organisationId } = file
    await record(
      trx,
      { address, requestId },
      {
        kind: 'bulk-added',
        by,
        organisation: organisationId,
        details: {
          rows: all,
          added: counts.added,
          granted: counts.granted,
          nothing: counts.nothing,
          refused: counts.refused,
          failed: counts.failed,
        },
      },
    )
  })
