import type { Trx, Db } from '../../database/database.js'
import { spelledPlainly } from '../../values/line.js'
import { mapInTurns } from '../../context/turns.js'
import type { ImportRow } from '../import-row.js'
import type { NewOrganisation, OrganisationKind } from '../organisation.js'
import { selectRegister } from './organisation-import.queries.js'

/** A row with a new code, and the organisation that it most likely is: known, or of an earlier row. */
export interface Alike {
  readonly row: number
  readonly code: string
  readonly name: string
  readonly other: { readonly code: string; readonly name: string }
  /** `zeros`: the codes differ by zeros in front only. `name`: the same name in the same place. */
  readonly why: 'zeros' | 'name'
}

/**
 * The rows whose code is new, though they most likely are an organisation that is there: a spreadsheet takes the zeros
 * off a code. None of them is added without somebody's yes.
 */
export async function alikeIn(
  db: Db | Trx,
  { rows, kind }: { readonly rows: readonly ImportRow[]; readonly kind: OrganisationKind },
): Promise<readonly Alike[]> {
  return await alikeAmong(await selectRegister(db, kind), rows)
}

/** The organisation of this kind that a single one most likely is, itself apart; undefined when it resembles none. */
export async function alikeTo(
  db: Db | Trx,
  { kind, code, name, locality }: Resembling,
  { itself }: { readonly itself?: string } = {},
): Promise<Alike | undefined> {
  const register = (await selectRegister(db, kind)).filter((known) => known.code !== itself)
  const [alike] = await alikeAmong(register, [{ row: 1, code, name, locality: locality ?? '' }])
  return alike
}

type Resembling = Pick<NewOrganisation, 'kind' | 'code' | 'name' | 'locality'>

const alikeAmong = async (register: readonly Known[], rows: readonly ImportRow[]): Promise<readonly Alike[]> => {
  const codes = new Set(register.map(({ code }) => code))
  if (rows.every(({ code }) => codes.has(code))) return []
  const byCode = new Map<string, Known>()
  const byName = new Map<string, Known>()
  const keep = (known: Known) => {
    byCode.set(withoutZeros(known.code), known)
    byName.set(nameAndPlace(known), known)
  }
  await mapInTurns(register, keep)
  const found = await mapInTurns(rows, (row): readonly Alike[] => {
    if (codes.has(row.code)) return []
    const sameCode = byCode.get(withoutZeros(row.code))
    const other = sameCode ?? byName.get(nameAndPlace(row))
    keep(row)
    if (other === undefined || other.code === row.code) return []
    const { code, name } = other
    return [{ row: row.row, code: row.code, name: row.name, other: { code, name }, why: sameCode ? 'zeros' : 'name' }]
  })
  return found.flat()
}

interface Known {
  readonly code: string
  readonly name: string
  readonly locality?: string | null
}

const withoutZeros = (code: string) => code.replace(/^0+/, '')

/** Without what people write differently: capitals, hyphens, full stops, spaces. */
const plain = (words: string) =>
  spelledPlainly(words)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

const nameAndPlace = ({ name, locality }: Known) => `${plain(name)} ${plain(locality ?? '')}`
