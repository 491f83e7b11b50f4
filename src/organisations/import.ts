import type { Origin } from '../context/origin.js'
import { mapInTurns } from '../context/turns.js'
import { record } from '../audit/record.js'
import type { Trx } from '../database/database.js'
import { alikeIn, type Alike } from './importing/alike.js'
import { errorsIn, formsIn, readImportRow, type ImportRow, type RowError } from './import-row.js'
import type { OrganisationKind } from './organisation.js'
import { mergeOrganisations, mergeSchoolForms, type OrganisationRow } from './organisations.queries.js'

const rowsPerStatement = 500

export type ImportedOrganisations =
  | { readonly kind: 'imported'; readonly added: number; readonly changed: number; readonly unchanged: number }
  | { readonly kind: 'refused'; readonly errors: readonly RowError[] }
  /** Some are new by their code only, and nobody has said that they are. Nothing was changed. */
  | { readonly kind: 'alike'; readonly alike: readonly Alike[] }

/**
 * Reads organisations into the register: the whole file or nothing of it. The same file again changes nothing.
 * An organisation that the file does not name is left alone, and so is what the file does not tell about one.
 */
export async function importOrganisations(
  trx: Trx,
  input: {
    readonly rows: readonly ImportRow[]
    readonly kind: OrganisationKind
    readonly by?: string
    readonly from: Origin
    /** Those that resemble a known organisation are new all the same: somebody has looked, and said so. */
    readonly areNew?: boolean
    /** Told how many rows are in, after each batch. */
    readonly onProgress?: (done: number) => void
  },
): Promise<ImportedOrganisations> {
  const { kind, onProgress = () => {} } = input
  const rows = await mapInTurns(input.rows, readImportRow)
  const errors = rows.length === 0 ? emptyFile : await errorsIn(rows, kind)
  if (errors.length > 0) {
    const details = { kind, errors: errors.length }
    await record(trx, input.from, { kind: 'organisations-imported', result: 'refused', by: input.by, details })
    return { kind: 'refused', errors }
  }
  const alike = await alikeIn(trx, { rows, kind })
  if (alike.length > 0 && input.areNew !== true) return { kind: 'alike', alike }
  const added = new Set<string>()
  const touched = new Set<string>()
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const batch = rows.slice(start, start + rowsPerStatement)
    const merged = await mergeOrganisations(
      trx,
      batch.map((row) => stored(row, kind)),
    )
    const forms = batch.flatMap((row) =>
      (formsIn(row, kind) ?? []).map((schoolForm) => ({ code: row.code, schoolForm })),
    )
    const reformed = await mergeSchoolForms(trx, { kind, forms })
    for (const { code, isAdded } of merged) (isAdded ? added : touched).add(code)
    for (const code of reformed) if (!added.has(code)) touched.add(code)
    onProgress(start + batch.length)
  }
  const counts = { added: added.size, changed: touched.size, unchanged: rows.length - added.size - touched.size }
  await record(trx, input.from, { kind: 'organisations-imported', by: input.by, details: { kind, ...counts } })
  return { kind: 'imported', ...counts }
}

const emptyFile: readonly RowError[] = [{ row: 1, problem: { kind: 'empty' } }]

const stored = (row: ImportRow, kind: OrganisationKind): OrganisationRow => ({
  kind,
  code: row.code,
  name: row.name,
  reporting_method: 'web',
  street: told(row.street),
  postal_code: told(row.postalCode),
  locality: told(row.locality),
})

/** An empty cell tells nothing. */
const told = (cell: string | undefined) => (cell === undefined || cell === '' ? null : cell)
