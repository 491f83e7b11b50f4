import { findAccount, findByNumber } from '../../../accounts/find.js'
import { noteReading } from '../../../audit/note-reading.js'
import { record } from '../../../audit/record.js'
import type { Db, Trx } from '../../../database/database.js'
import type { Appointed, Assurance } from '../../../organisations/assurances/assurance.js'
import { findAssurance } from '../../../organisations/assurances/decide-assurance.js'
import { findOrganisationById, type FoundOrganisation } from '../../../organisations/find.js'
import { fullName, isSameName } from '../../../values/names.js'
import type { Origin } from '../../../context/origin.js'
import { selectAround, selectStanding, type Around, type Standing } from '../assurances.queries.js'

/** Whose number stands on a paper, when it is somebody's here. */
export interface KnownPerson {
  readonly accountId: string
  readonly name: string
  readonly isProtected: boolean
  readonly isEnded: boolean
  /** The number is one person's and the name another's, or the person has got a new name. */
  readonly hasOtherName: boolean
  readonly email: string | null
  readonly standing: Standing
}

export async function knownPerson(db: Db, appointed: Appointed): Promise<KnownPerson | undefined> {
  const found = await findByNumber(db, appointed.personalIdentityNumber)
  const account = found && (await findAccount(db, found.accountId))
  if (account === undefined) return undefined
  const name = fullName(account)
  return {
    accountId: account.id,
    name,
    isProtected: account.hasProtectedIdentity,
    isEnded: account.isEnded,
    hasOtherName: !isSameName(name, fullName(appointed)),
    email: account.email,
    standing: await selectStanding(db, { accountId: account.id, number: appointed.personalIdentityNumber }),
  }
}

export interface AssuranceDetail {
  readonly assurance: Assurance
  readonly organisation: FoundOrganisation | undefined
  readonly around: Around | undefined
  readonly known: KnownPerson | undefined
}

/** A paper, with all that belongs to it. */
export async function findDetail(db: Db, id: string): Promise<AssuranceDetail | undefined> {
  const assurance = await findAssurance(db, id)
  if (assurance === undefined) return undefined
  return {
    assurance,
    organisation: await findOrganisationById(db, assurance.organisationId),
    around: await selectAround(db, id),
    known: await knownPerson(db, assurance.appointed),
  }
}

/** That the paper was read, or that what on it is masked was shown on purpose (product.md, rules 11 and 12). */
export async function noteLook(
  trx: Trx,
  { assurance, known }: AssuranceDetail,
  { by, from, shows }: { readonly by: string; readonly from: Origin; readonly shows: boolean },
): Promise<void> {
  const event = {
    by,
    about: known?.accountId,
    organisation: assurance.organisationId,
    details: { assurance: assurance.id },
  }
  if (!shows) return await noteReading(trx, from, { kind: 'assurance-shown', ...event })
  await record(trx, from, { kind: known?.isProtected === true ? 'protected-details-shown' : 'number-shown', ...event })
}
