import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import type { AssuranceContent } from '../../organisations/assurances/assurance.js'
import { registerAssurance, type RegisteredAssurance } from '../../organisations/assurances/register-assurance.js'
import type { Scan } from '../../organisations/assurances/scan.js'
import type { Origin } from '../../context/origin.js'
import { knownPerson, type KnownPerson } from './detail/find-detail.js'

export type RegisteredFromForm =
  | RegisteredAssurance
  /** The number is somebody's who is called something else here: a wrong number, or a new name. */
  | { readonly kind: 'other-name'; readonly known: KnownPerson }

/** Registers a paper, unless its number turns out to be another's, and the officer has not said that it is the same person. */
export async function registerFromForm(
  trx: Trx,
  input: {
    readonly content: AssuranceContent
    readonly scan?: Scan
    /** Of whom the officer has been told, and has said that it is the same person. */
    readonly sameAs: string
    readonly by: string
    readonly from: Origin
  },
): Promise<RegisteredFromForm> {
  const { content, sameAs, by, from } = input
  const known = await knownPerson(trx, content.appointed)
  const isTold = known?.hasOtherName === true && known.accountId !== by
  if (!isTold || known.accountId === sameAs) return await registerAssurance(trx, input)
  await record(trx, from, { kind: 'number-checked', by, about: known.accountId, organisation: content.organisationId })
  return { kind: 'other-name', known }
}
