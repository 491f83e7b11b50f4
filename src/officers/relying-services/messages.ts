import { allServices } from '../../permissions/configured/service.js'
import type { KeyFault } from '../../relying-services/public-keys.js'
import type { Text } from '../../text/text.js'
import { serviceField, type Mistake } from './typed.js'

export interface SaidOfField {
  readonly field: string
  readonly message: string
}

/** Each mistake in the form as a sentence by its field. */
export function errorsFrom(text: Text, mistakes: readonly Mistake[]): readonly SaidOfField[] {
  return mistakes.map((mistake) => ({ field: fieldOf(mistake), message: sentenceOf(text, mistake) }))
}

/** The question about services is answered by the first of its boxes. */
const fieldOf = ({ field }: Mistake): string => {
  const [first] = allServices
  return field === 'services' && first !== undefined ? serviceField(first.code) : field
}

const sentenceOf = ({ officers: { relyingServices: words } }: Text, mistake: Mistake): string => {
  if (mistake.what === 'keys') return keySentence(words, mistake.fault)
  if ('address' in mistake) return words.wrongAddress[mistake.what](mistake.address)
  return words.wrong[mistake.what]
}

const keySentence = ({ wrongKeys }: Text['officers']['relyingServices'], fault: KeyFault): string =>
  'key' in fault ? wrongKeys[fault.kind](fault.key) : wrongKeys[fault.kind]()
