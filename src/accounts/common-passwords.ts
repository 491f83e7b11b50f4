import { dictionary } from '@zxcvbn-ts/language-common'
import { folded, lettersAndDigits, unleeted, unrepeated } from './password-forms.js'
import { swedishWords } from './swedish-words.js'

/**
 * Passwords that many have chosen: what others have leaked, and words that come to mind in Sweden. Hardly any has
 * fifteen characters, so it is the reduced form of a password that is looked up (security.md T7).
 */
export function isCommon(text: string): boolean {
  return reducedForms(folded(text)).some((form) => common.has(form))
}

/** Words of this service, of its name and of what it is for. */
export const serviceWords = [
  'portvakt',
  'lösenord',
  'losenord',
  'password',
  'lösenordskiosk',
  'engångslösenord',
  'användarnamn',
  'inloggning',
  'logga in',
  'behörighet',
  'behörigheter',
  'mina tjänster',
  'studietider',
  'studeranderapportering',
  'studiestartsstöd',
  'utbildningar',
  'rapportör',
  'csn',
] as const

const reducedForms = (text: string): string[] => {
  const spelled = [text, unleeted(text)]
  const trimmed = spelled.flatMap((form) => [form, form.replace(edges, ''), unleeted(form.replace(edges, ''))])
  const bare = [...trimmed, ...trimmed.map(lettersAndDigits), ...trimmed.map((form) => form.replaceAll(notLetters, ''))]
  return bare.flatMap((form) => [form, unrepeated(form), unrepeated(form).replace(edges, '')])
}

/** What is put in front of a word or after it: a year, 123, an exclamation mark. */
const edges = /^[^\p{L}]+|[^\p{L}]+$/gu
const notLetters = /[^\p{L}]/gu

const leaked = dictionary['passwords-common'] ?? []
const common = new Set([...leaked.map((word) => folded(word)), ...swedishWords].filter((word) => word.length > 2))
