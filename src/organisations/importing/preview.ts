import type { Db, Trx } from '../../database/database.js'
import { mapInTurns } from '../../context/turns.js'
import { errorsIn, formsIn, readImportRow, type ImportRow, type RowError } from '../import-row.js'
import type { OrganisationKind } from '../organisation.js'
import { alikeIn, type Alike } from './alike.js'
import { deleteFile, insertFile, selectFile, selectKnown } from './organisation-import.queries.js'

/** What a row of a file would do, before anything is saved. */
export interface PreviewedRow {
  readonly row: ImportRow
  readonly state: 'new' | 'changed' | 'unchanged' | 'faulty'
  /** The name that it has now, when that is another. */
  readonly nameBefore?: string
}

export interface Preview {
  readonly rows: readonly PreviewedRow[]
  readonly errors: readonly RowError[]
  /** New by their code only: they need a yes. */
  readonly alike: readonly Alike[]
}

export async function previewOf(
  db: Db,
  { rows: cells, kind }: { readonly rows: readonly ImportRow[]; readonly kind: OrganisationKind },
): Promise<Preview> {
  const rows = await mapInTurns(cells, readImportRow)
  const errors = await errorsIn(rows, kind)
  const faulty = new Set(errors.map(({ row }) => row))
  const known = await selectKnown(db, { kind, codes: rows.map(({ code }) => code) })
  const byCode = new Map(known.map((one) => [one.code, one]))
  return {
    errors,
    alike: await alikeIn(db, { rows, kind }),
    rows: await mapInTurns(rows, (row): PreviewedRow => {
      if (faulty.has(row.row)) return { row, state: 'faulty' }
      const now = byCode.get(row.code)
      if (now === undefined) return { row, state: 'new' }
      const forms = formsIn(row, kind)?.toSorted().join(' ') ?? now.forms
      const isSame =
        row.name === now.name &&
        isTold(row.street, now.street) &&
        isTold(row.postalCode, now.postalCode) &&
        isTold(row.locality, now.locality) &&
        forms === now.forms
      if (isSame) return { row, state: 'unchanged' }
      return row.name === now.name ? { row, state: 'changed' } : { row, state: 'changed', nameBefore: now.name }
    }),
  }
}

export async function keepFile(trx: Trx, input: { readonly by: string; readonly bytes: Uint8Array }): Promise<string> {
  return await insertFile(trx, input)
}

export async function findFile(
  db: Db,
  input: { readonly id: string; readonly by: string },
): Promise<Uint8Array | undefined> {
  return (await selectFile(db, input))?.content
}

/** True for one of those who would do it. */
export async function throwAwayFile(trx: Trx, id: string): Promise<boolean> {
  return await deleteFile(trx, id)
}

/** An empty cell tells nothing, and leaves what there is. */
const isTold = (cell: string | undefined, now: string | null) => cell === undefined || cell === '' || cell === now
