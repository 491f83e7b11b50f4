import { createHash } from 'node:crypto'
import { record } from '../../audit/record.js'
import type { Db, Trx } from '../../database/database.js'
import { today } from '../../database/today.js'
import type { Sheets } from '../../tables/tables.messages.js'
import type { Origin } from '../../context/origin.js'
import { validate, numbersIn, type Validated, type KnownPerson } from './validate.js'
import {
  countOutcomes,
  deleteDraft,
  deleteOldDrafts,
  insertDraft,
  selectDraft,
  selectKnown,
  selectRows,
} from './add-people.queries.js'
import { readMistakes, type Mistake } from './mistake.js'
import { readTyped, type TypedRow } from './typed-row.js'
import { uuidInAnyCase } from '../../database/uuid.js'

/**
 * A file of people that an administrator has sent, looks through, and confirms or throws away. The rows lie in the
 * database as they were typed, and are judged anew each time: nothing rests on what was true when they were sent.
 */
export interface Draft {
  readonly id: string
  readonly organisationId: string
  readonly isConfirmed: boolean
  readonly isFinished: boolean
  /** Of a workbook with several filled sheets: the one that was read, and those that were not. */
  readonly sheets: Sheets
}

/** Undefined for another's, for one that is a day old, and for none, which look the same. */
export async function findDraft(
  db: Db,
  input: { readonly id: string; readonly typedBy: string },
): Promise<Draft | undefined> {
  const row = uuidInAnyCase.test(input.id) ? await selectDraft(db, input) : undefined
  if (row === undefined) return undefined
  const { sheet, otherSheets, ...draft } = row
  return { ...draft, sheets: { ...(sheet !== null && { sheet }), otherSheets } }
}

/** Keeps the rows to be looked through. That somebody asked who is known here leaves its trace. */
export async function openDraft(
  trx: Trx,
  input: {
    readonly typedBy: string
    readonly organisationId: string
    readonly rows: readonly TypedRow[]
    readonly sheets?: Sheets
    readonly from: Origin
  },
): Promise<string> {
  const { typedBy, organisationId, rows, from } = input
  const id = await insertDraft(trx, input)
  const known = await knownAmong(trx, { organisationId, numbers: numbersIn(rows, await today(trx)) })
  await record(trx, from, {
    kind: 'bulk-previewed',
    by: typedBy,
    organisation: organisationId,
    details: { rows: rows.length, known: known.size },
  })
  return id
}

export interface Preview {
  readonly typed: readonly TypedRow[]
  readonly validated: readonly Validated[]
  /** Of what is shown: whoever confirms says which preview they saw. */
  readonly mark: string
}

/** Every row as it will be, by what is true now. */
export async function previewOf(db: Db, draft: Draft, by: string): Promise<Preview> {
  const rows = await selectRows(db, draft.id)
  const typed = rows.flatMap(({ row, typed: stored }) => (stored === null ? [] : [readTyped(row, stored)]))
  const validated = await validateNow(db, { typed, by, organisationId: draft.organisationId, day: await today(db) })
  return { typed, validated, mark: createHash('sha256').update(JSON.stringify(validated)).digest('base64url') }
}

export async function validateNow(
  db: Db,
  input: {
    readonly typed: readonly TypedRow[]
    readonly by: string
    readonly organisationId: string
    readonly day: string
  },
): Promise<readonly Validated[]> {
  const { typed, by, organisationId, day } = input
  const known = await knownAmong(db, { organisationId, numbers: numbersIn(typed, day) })
  return await validate(typed, { today: day, by, known })
}

export interface Results {
  readonly counts: Readonly<Record<'waiting' | 'added' | 'granted' | 'nothing' | 'refused' | 'failed', number>>
  readonly all: number
}

export async function resultsOf(db: Db, draftId: string): Promise<Results> {
  const counted = await countOutcomes(db, draftId)
  const count = (outcome: string | null) => counted.find((found) => found.outcome === outcome)?.rows ?? 0
  const counts = {
    waiting: count(null),
    added: count('added'),
    granted: count('granted'),
    nothing: count('nothing'),
    refused: count('refused'),
    failed: count('failed'),
  }
  return { counts, all: counted.reduce((sum, { rows }) => sum + rows, 0) }
}

/** Those that could not be saved, and why; none are told of a row that failed. */
export async function leftOutOf(
  db: Db,
  draftId: string,
): Promise<readonly { readonly row: number; readonly mistakes: readonly Mistake[] }[]> {
  const rows = await selectRows(db, draftId)
  return rows
    .filter(({ outcome }) => outcome === 'refused' || outcome === 'failed')
    .map(({ row, mistakes }) => ({ row, mistakes: readMistakes(mistakes) }))
}

export async function throwAway(trx: Trx, input: { readonly id: string; readonly typedBy: string }): Promise<void> {
  await deleteDraft(trx, input)
}

/** Forgets what nobody confirmed in a day, and what has been done for a day. */
export async function sweepBulk(db: Db): Promise<number> {
  return await deleteOldDrafts(db)
}

const knownAmong = async (
  db: Db,
  input: { readonly organisationId: string; readonly numbers: readonly string[] },
): Promise<ReadonlyMap<string, KnownPerson>> => {
  const known = new Map<string, KnownPerson>()
  for (const { number, accountId, isEnded, service, validFrom, validTo } of await selectKnown(db, input)) {
    const held = known.get(number)?.held ?? []
    const grant =
      service === null || validFrom === null ? [] : [{ service, validFrom, ...(validTo !== null && { validTo }) }]
    known.set(number, { accountId, isEnded, held: [...held, ...grant] })
  }
  return known
}
