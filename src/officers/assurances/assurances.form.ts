import { isBlank } from '../../values/characters.js'
import { findByUsername } from '../../accounts/find.js'
import { detailsFrom, unusable, whyUnusable } from '../../accounts/details/details.js'
import {
  checkPersonalIdentityNumber,
  readPersonalIdentityNumber,
  type CheckedNumber,
} from '../../accounts/personal-identity-number.js'
import type { Db } from '../../database/database.js'
import { today } from '../../database/today.js'
import { administratorsOf } from '../../organisations/administrators-of.js'
import { faultsIn, type AssuranceContent, type AssuranceFault } from '../../organisations/assurances/assurance.js'
import { readScan as scanIn, scanBytesAtMost, type Scan, type WhyNoScan } from '../../organisations/assurances/scan.js'
import { findOrganisation } from '../../organisations/find.js'
import { isOrganisationCode, organisationKinds, readOrganisationCode } from '../../organisations/organisation.js'
import { readDay } from '../../values/day.js'
import { readLine } from '../../values/line.js'
import { isSameName } from '../../values/names.js'

/** The form by which a signed paper is registered, as it was typed. */
export const assuranceFields = [
  'kind',
  'code',
  'signatoryName',
  'otherSignatory',
  'notRegistrar',
  'signedOn',
  'personnummer',
  'givenName',
  'familyName',
  'hasOneName',
  'email',
  'street',
  'postalCode',
  'locality',
  'country',
  'effect',
  'replaced',
  'lastDay',
] as const
export type AssuranceField = (typeof assuranceFields)[number]
export type AssuranceForm = Readonly<Record<AssuranceField, string>>

/** Asked when the number turns out to be another's: whether it is the same person, and of whom that is said. */
export const sameFields = ['samePerson', 'sameAs'] as const
export type TypedForm = AssuranceForm & Readonly<Record<(typeof sameFields)[number], string>>

export interface Mistake {
  readonly field: AssuranceField | 'scan'
  readonly what:
    | Malformed
    | 'malformed-code'
    | 'no-number'
    | Exclude<CheckedNumber['kind'], 'number'>
    | AssuranceFault
    | 'awaits-already'
    | 'appointed-already'
    | 'appoints-themselves'
    | 'signed-by-registrar'
    | 'scan-too-large'
    | `scan-${WhyNoScan}`
}

export type ParsedAssuranceForm =
  | { readonly kind: 'read'; readonly content: AssuranceContent }
  | { readonly kind: 'mistaken'; readonly mistakes: readonly Mistake[] }

/** The paper; or all that must be mended, at once, in the order of the form. */
export async function parseAssuranceForm(db: Db, typed: AssuranceForm): Promise<ParsedAssuranceForm> {
  const day = await today(db)
  const content = await asFarAsItGoes(db, typed, day)
  const malformed = malformedIn(typed, content)
  const faults = faultsIn(content, day).map((what) => ({ field: fieldOf[what], what }))
  const mistakes = [
    ...malformed.map((field) => ({ field, what: causeOf(field, typed, day) })),
    ...faults.filter(({ field }) => field === 'signatoryName' || !malformed.includes(field)),
  ]
  if (mistakes.length === 0) return { kind: 'read', content }
  const placeOf = ({ field }: Mistake) => assuranceFields.findIndex((known) => known === field)
  return { kind: 'mistaken', mistakes: mistakes.toSorted((one, other) => placeOf(one) - placeOf(other)) }
}

/** Which mistake it is, where a field can have several. */
const causeOf = (field: Malformed, typed: AssuranceForm, day: string): Mistake['what'] => {
  if (field === 'code') return isOrganisationCode(readOrganisationCode(typed.code)) ? 'code' : 'malformed-code'
  if (field !== 'personnummer') return field
  if (isBlank(typed.personnummer)) return 'no-number'
  const checked = checkPersonalIdentityNumber(typed.personnummer, day)
  return checked.kind === 'number' ? field : checked.kind
}

/** What cannot be read is empty. */
const asFarAsItGoes = async (db: Db, typed: AssuranceForm, day: string): Promise<AssuranceContent> => {
  const kind = organisationKinds.find((known) => known === typed.kind)
  const organisation = kind && (await findOrganisation(db, { kind, code: typed.code }))
  const { email, street, postalCode, locality, country, ...names } = detailsFrom(typed)
  const lastDay = readDay(typed.lastDay)
  const replaces = organisation && (await replacedAt(db, organisation.id, typed))
  return {
    organisationId: organisation === undefined || organisation.isClosed ? '' : organisation.id,
    signatoryName: readLine(typed.signatoryName),
    ...(typed.otherSignatory === 'ja' && { isAnotherSignatory: true }),
    ...(typed.notRegistrar === 'ja' && { isNotRegistrar: true }),
    signedOn: readDay(typed.signedOn) ?? '',
    appointed: {
      ...names,
      personalIdentityNumber: readPersonalIdentityNumber(typed.personnummer, day) ?? '',
      email: email ?? '',
      street: street ?? '',
      postalCode,
      locality: locality ?? '',
      country,
    },
    effect: typed.effect === 'adds' ? 'adds' : 'replaces',
    ...(replaces !== undefined && { replaces }),
    ...(lastDay !== undefined && { lastDay }),
  }
}

/** The one who administers it today and has that name, or that username; nobody when it could be two. */
const replacedAt = async (db: Db, organisationId: string, typed: AssuranceForm): Promise<string | undefined> => {
  if (typed.effect !== 'replaces-one') return undefined
  const byUsername = (await findByUsername(db, typed.replaced))?.id
  const meant = (await administratorsOf(db, organisationId)).filter(
    ({ accountId, name }) => accountId === byUsername || (name !== undefined && isSameName(name, typed.replaced)),
  )
  return meant.length === 1 ? meant[0]?.accountId : undefined
}

type Malformed = Exclude<AssuranceField, 'signatoryName' | 'otherSignatory' | 'notRegistrar' | 'hasOneName'>

const malformedIn = (typed: AssuranceForm, content: AssuranceContent): readonly Malformed[] => {
  const { organisationId, appointed, replaces, signedOn, lastDay } = content
  const isKind = organisationKinds.some((known) => known === typed.kind)
  const wrong: readonly (Malformed | false)[] = [
    !isKind && 'kind',
    isKind && organisationId === '' && 'code',
    signedOn === '' && 'signedOn',
    appointed.personalIdentityNumber === '' && 'personnummer',
    ...unusable(typed),
    appointed.street === '' && 'street',
    whyUnusable('postalCode', appointed.postalCode ?? '', appointed.country) !== undefined && 'postalCode',
    appointed.locality === '' && 'locality',
    !['adds', 'replaces', 'replaces-one'].includes(typed.effect) && 'effect',
    typed.effect === 'replaces-one' && organisationId !== '' && replaces === undefined && 'replaced',
    !isBlank(typed.lastDay) && lastDay === undefined && 'lastDay',
  ]
  return [...new Set(wrong.filter((field) => field !== false))]
}

const fieldOf = {
  'signatory-missing': 'signatoryName',
  'signatory-is-appointed': 'signatoryName',
  'signed-in-the-future': 'signedOn',
  'signed-before-1990': 'signedOn',
  'last-day-has-passed': 'lastDay',
} as const satisfies Record<AssuranceFault, AssuranceField>

/** A form with the signed form as a file; what was typed is kept beside one that is somewhat too large. */
export const scanForm = {
  file: 'scan',
  fileBytesAtMost: scanBytesAtMost,
  bodyBytesAtMost: 2 * scanBytesAtMost,
} as const

export type ReadScan =
  | { readonly kind: 'read'; readonly scan: Scan | undefined }
  | { readonly kind: 'mistaken'; readonly field: 'scan'; readonly what: 'scan-too-large' | `scan-${WhyNoScan}` }

/** What was read in of the paper, if anything was. */
export function readScan(uploaded: Uploaded): ReadScan {
  if (uploaded.kind === 'none') return { kind: 'read', scan: undefined }
  if (uploaded.kind === 'too-large') return { kind: 'mistaken', field: 'scan', what: 'scan-too-large' }
  const read = scanIn(uploaded.bytes)
  return read.kind === 'scan'
    ? { kind: 'read', scan: read.scan }
    : { kind: 'mistaken', field: 'scan', what: `scan-${read.why}` }
}

/** As `web/upload` tells it. */
type Uploaded =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'none' }
  | { readonly kind: 'too-large' }
