import { detailsFrom, unusable } from '../../accounts/details/details.js'
import { readPersonalIdentityNumber } from '../../accounts/personal-identity-number.js'
import type { Db } from '../../database/database.js'
import { today } from '../../database/today.js'
import { faultsIn, type Paper, type PaperFault } from '../../organisations/assurances/assurance.js'
import { findOrganisation } from '../../organisations/find.js'
import { organisationKinds } from '../../organisations/organisation.js'
import { isDay } from '../../text/moment.js'

/** The form by which a signed paper is registered, as it was typed. */
export const paperFields = [
  'kind',
  'code',
  'signatoryName',
  'signedOn',
  'personnummer',
  'givenName',
  'familyName',
  'email',
  'street',
  'postalCode',
  'locality',
  'effect',
  'lastDay',
] as const
export type PaperField = (typeof paperFields)[number]
export type TypedPaper = Readonly<Record<PaperField, string>>

export interface Mistake {
  readonly field: PaperField
  readonly what: Exclude<PaperField, 'signatoryName'> | PaperFault | 'awaits-already' | 'appoints-themselves'
}

export type ReadPaper =
  | { readonly kind: 'read'; readonly paper: Paper }
  | { readonly kind: 'mistaken'; readonly mistakes: readonly Mistake[] }

/** The paper; or all that must be mended, at once, in the order of the form. */
export async function readPaper(db: Db, typed: TypedPaper): Promise<ReadPaper> {
  const day = await today(db)
  const paper = await asFarAsItGoes(db, typed, day)
  const malformed = malformedIn(typed, paper)
  const faults = faultsIn(paper, day).map((what) => ({ field: fieldOf[what], what }))
  const mistakes = [
    ...malformed.map((field) => ({ field, what: field })),
    ...faults.filter(({ field }) => field === 'signatoryName' || !malformed.includes(field)),
  ]
  if (mistakes.length === 0) return { kind: 'read', paper }
  const placeOf = ({ field }: Mistake) => paperFields.indexOf(field)
  return { kind: 'mistaken', mistakes: mistakes.toSorted((one, other) => placeOf(one) - placeOf(other)) }
}

/** What cannot be read is empty. */
const asFarAsItGoes = async (db: Db, typed: TypedPaper, day: string): Promise<Paper> => {
  const kind = organisationKinds.find((known) => known === typed.kind)
  const organisation = kind && (await findOrganisation(db, { kind, code: typed.code.trim() }))
  const { email, street, postalCode, locality, ...names } = detailsFrom(typed)
  return {
    organisationId: organisation === undefined || organisation.isClosed ? '' : organisation.id,
    signatoryName: typed.signatoryName.normalize('NFC').trim(),
    signedOn: typed.signedOn,
    appointed: {
      ...names,
      personalIdentityNumber: readPersonalIdentityNumber(typed.personnummer, day) ?? '',
      email: email ?? '',
      street: street ?? '',
      postalCode: postalCode ?? '',
      locality: locality ?? '',
    },
    effect: typed.effect === 'replaces' ? 'replaces' : 'adds',
    ...(typed.lastDay !== '' && { lastDay: typed.lastDay }),
  }
}

type Malformed = Exclude<PaperField, 'signatoryName'>

const malformedIn = (typed: TypedPaper, { organisationId, appointed }: Paper): readonly Malformed[] => {
  const isKind = organisationKinds.some((known) => known === typed.kind)
  const wrong: readonly (Malformed | false)[] = [
    !isKind && 'kind',
    isKind && organisationId === '' && 'code',
    !isDay(typed.signedOn) && 'signedOn',
    appointed.personalIdentityNumber === '' && 'personnummer',
    ...unusable(detailsFrom(typed)),
    appointed.street === '' && 'street',
    appointed.postalCode === '' && 'postalCode',
    appointed.locality === '' && 'locality',
    !['adds', 'replaces'].includes(typed.effect) && 'effect',
    typed.lastDay !== '' && !isDay(typed.lastDay) && 'lastDay',
  ]
  return [...new Set(wrong.filter((field) => field !== false))]
}

const fieldOf = {
  'signatory-missing': 'signatoryName',
  'signatory-is-appointed': 'signatoryName',
  'signed-in-the-future': 'signedOn',
  'signed-before-1990': 'signedOn',
  'last-day-has-passed': 'lastDay',
} as const satisfies Record<PaperFault, PaperField>
