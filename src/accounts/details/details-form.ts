import { readEmailAddress, shownEmailAddress } from '../../delivery/address.js'
import type { Text } from '../../text/text.js'
import type { VersionedDetails } from './change-details.js'
import {
  detailFields,
  detailsFrom,
  oneNameTick,
  unusable,
  whyNotDetail,
  type DetailField,
  type TypedDetails,
} from './details.js'

/** *Ändra uppgifter*, as an administrator and an officer fill it in. */
export const detailsFormFields = ['version', ...detailFields, 'hasOneName', 'repeat'] as const

export type DetailsForm = TypedDetails & { readonly version: string; readonly repeat: string }

/** The form before anything is changed in it. */
export function detailsFormOf(details: VersionedDetails): DetailsForm {
  const typed = Object.fromEntries(detailFields.map((field) => [field, details[field] ?? ''])) as Record<
    DetailField,
    string
  >
  const email = shownEmailAddress(details.email ?? '')
  return { ...typed, hasOneName: oneNameTick(details), email, repeat: email, version: String(details.version) }
}

/** What has to be put right, each with the one sentence for it; empty when the form can be kept. */
export function detailsFormIssues(
  text: Text,
  typed: DetailsForm,
): readonly { readonly field: string; readonly message: string }[] {
  const details = detailsFrom(typed)
  const isSame = (details.email ?? '').toLowerCase() === readEmailAddress(typed.repeat).toLowerCase()
  return [
    ...unusable(typed).map((field) => ({ field, message: whyNotDetail(text, field, typed) })),
    ...(isSame ? [] : [{ field: 'repeat', message: text.mistakes['email-differs'] }]),
  ]
}

/** What is no number is a version that never was. */
export function versionFrom({ version }: DetailsForm): number {
  return /^\d{1,9}$/.test(version) ? Number(version) : 0
}
