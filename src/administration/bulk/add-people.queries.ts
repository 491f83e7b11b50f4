import { sql } from 'kysely'
import type { Db, Trx } from '../../database/database.js'
import type { Sheets } from '../../tables/tables.messages.js'
import type { Origin } from '../../context/origin.js'
import { writeMistakes, type Mistake } from './mistake.js'
import { writeTyped, type TypedRow } from './typed-row.js'

export async function insertDraft(
  trx: Trx,
  input: {
    readonly typedBy: string
    readonly organisationId: string
    readonly rows: readonly TypedRow[]
    readonly sheets?: Sheets
  },
): Promise<string> {
  const { id } = await trx
    .insertInto('bulk_draft')
    .values({
      typed_by: input.typedBy,
      organisation_id: input.organisationId,
      sheet: input.sheets?.sheet ?? null,
      other_sheets: [...(input.sheets?.otherSheets ?? [])],
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('bulk_row')
    .values(input.rows.map((typed) => ({ draft_id: id, row_number: typed.row, typed: writeTyped(typed) })))
    .execute()
  return id
}

/** Only its owner finds it, and an unconfirmed one only for a day. */
export async function selectDraft(db: Db, input: { readonly id: string; readonly typedBy: string }) {
  return await db
    .selectFrom('bulk_draft')
    .where('id', '=', input.id)
    .where('typed_by', '=', input.typedBy)
    .where((row) => row.or([row('confirmed_at', 'is not', null), row('opened_at', '>', aDayAgo)]))
    .select([
      'id',
      'organisation_id as organisationId',
      sql<boolean>`confirmed_at is not null`.as('isConfirmed'),
      sql<boolean>`finished_at is not null`.as('isFinished'),
      'sheet',
      'other_sheets as otherSheets',
    ])
    .executeTakeFirst()
}

export async function selectRows(db: Db, draftId: string) {
  return await db
    .selectFrom('bulk_row')
    .where('draft_id', '=', draftId)
    .orderBy('row_number')
    .select(['row_number as row', 'typed', 'outcome', 'mistakes'])
    .execute()
}

export async function countOutcomes(db: Db, draftId: string) {
  return await db
    .selectFrom('bulk_row')
    .where('draft_id', '=', draftId)
    .groupBy('outcome')
    .select(['outcome', sql<number>`count(*)::int`.as('rows')])
    .execute()
}

/** Whose numbers these are, and what they have from today on at this organisation alone. */
export async function selectKnown(
  db: Db,
  input: { readonly numbers: readonly string[]; readonly organisationId: string },
) {
  return await db
    .selectFrom('person')
    .innerJoin('account', 'account.person_id', 'person.id')
    .leftJoin('grant', (join) =>
      join
        .onRef('grant.account_id', '=', 'account.id')
        .on('grant.organisation_id', '=', input.organisationId)
        .on('grant.ended_at', 'is', null)
        .on((row) =>
          row.or([row('grant.valid_to', 'is', null), row('grant.valid_to', '>=', sql<string>`portvakt_today()`)]),
        ),
    )
    .where('person.personal_identity_number', '=', sql<string>`any(${[...input.numbers]}::text[])`)
    .select([
      'person.personal_identity_number as number',
      'account.id as accountId',
      sql<boolean>`account.ended_at is not null`.as('isEnded'),
      'grant.service',
      'grant.valid_from as validFrom',
      'grant.valid_to as validTo',
    ])
    .execute()
}

/** Once: of two who confirm the same file, one does. */
export async function markConfirmed(
  trx: Trx,
  input: { readonly id: string; readonly typedBy: string; readonly from: Origin },
): Promise<boolean> {
  const row = await trx
    .updateTable('bulk_draft')
    .set({
      confirmed_at: sql<Date>`portvakt_now()`,
      confirmed_on: sql<string>`portvakt_today()`,
      source: input.from.address,
      request_id: input.from.requestId,
    })
    .where('id', '=', input.id)
    .where('typed_by', '=', input.typedBy)
    .where('confirmed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** What is to be carried out, and for whom. */
export async function selectConfirmed(db: Db, id: string) {
  return await db
    .selectFrom('bulk_draft')
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .select([
      'id',
      'typed_by as by',
      'organisation_id as organisationId',
      'act',
      sql<string>`confirmed_on`.as('confirmedOn'),
      sql<string>`source`.as('address'),
      sql<string>`request_id`.as('requestId'),
    ])
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
}

/** The next row that nobody has done or is doing; it is held until the transaction ends. */
export async function takeRow(trx: Trx, draftId: string) {
  return await trx
    .selectFrom('bulk_row')
    .where('draft_id', '=', draftId)
    .where('outcome', 'is', null)
    .orderBy('row_number')
    .limit(1)
    .select(['row_number as row', 'typed'])
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

export type Outcome = 'added' | 'granted' | 'nothing' | 'refused' | 'failed'

/** What was typed goes with it. False when the row was done already. */
export async function settleRow(
  trx: Trx,
  input: {
    readonly draftId: string
    readonly row: number
    readonly outcome: Outcome
    readonly mistakes?: readonly Mistake[]
  },
): Promise<boolean> {
  const row = await trx
    .updateTable('bulk_row')
    .set({
      outcome: input.outcome,
      typed: null,
      mistakes: input.mistakes === undefined ? null : writeMistakes(input.mistakes),
    })
    .where('draft_id', '=', input.draftId)
    .where('row_number', '=', input.row)
    .where('outcome', 'is', null)
    .returning('row_number')
    .executeTakeFirst()
  return row !== undefined
}

/** Once, and not before every row is done. */
export async function markFinished(trx: Trx, id: string): Promise<boolean> {
  const row = await trx
    .updateTable('bulk_draft')
    .set({ finished_at: sql<Date>`portvakt_now()` })
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .where((draft) =>
      draft.not(
        draft.exists(
          draft.selectFrom('bulk_row').where('draft_id', '=', id).where('outcome', 'is', null).select('row_number'),
        ),
      ),
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** What was confirmed stays until it is done, and then for a day. */
export async function deleteDraft(trx: Trx, input: { readonly id: string; readonly typedBy: string }): Promise<void> {
  await trx
    .deleteFrom('bulk_draft')
    .where('id', '=', input.id)
    .where('typed_by', '=', input.typedBy)
    .where('confirmed_at', 'is', null)
    .execute()
}

export async function deleteOldDrafts(db: Db): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('bulk_draft')
    .where((row) =>
      row.or([
        row.and([row('confirmed_at', 'is', null), row('opened_at', '<=', aDayAgo)]),
        row('finished_at', '<=', aDayAgo),
      ]),
    )
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

const aDayAgo = sql<Date>`portvakt_now() - interval '1 day'`
