import type { KeyFault } from '../../relying-services/public-keys.js'
import type { Text } from '../../text/text.js'
import type { Mistake } from './relying-services.form.js'

export interface SaidOfField {
  readonly field: string
  readonly message: string
}

/** Each mistake in the form as a sentence by its field. */
export function errorsFrom(text: Text, mistakes: readonly Mistake[]): readonly SaidOfField[] {
  return mistakes.map((mistake) => ({ field: mistake.field, message: sentenceOf(text, mistake) }))
}

const sentenceOf = ({ officers: { relyingServices: words } }: Text, mistake: Mistake): string => {
  if (mistake.what === 'keys') return keySentence(words, mistake.fault)
  if ('address' in mistake) return words.wrongAddress[mistake.what](mistake.address)
  return words.wrong[mistake.what]
}

const keySentence = ({ wrongKeys }: Text['officers']['relyingServices'], fault: KeyFault): string =>
  'key' in fault ? wrongKeys[fault.kind](fault.key) : wrongKeys[fault.kind]()
