import type { Text } from '../../text/text.js'
import type { RefusedService } from './add-person.js'
import type { NumberOfPerson } from './check-number.js'
import { sentenceFor } from '../../values/mistakes.js'
import type { PersonMistake, TypedPerson } from './typed-person.js'
import type { ServiceMistake } from './wishes/typed-services.js'

/** What is wrong, at the field where it is mended. */
export interface Message {
  readonly field: string
  readonly message: string
}

export type RefusedNumber = Exclude<NumberOfPerson, { readonly kind: 'new' | 'known' }>

export function whyNotNumber(text: Text, { kind }: RefusedNumber): Message {
  const { mistakes, administration } = text
  if (kind === 'empty') return { field: 'number', message: mistakes.missing.number }
  if (kind === 'their-own' || kind === 'ended')
    return { field: 'number', message: administration.add.numberWrong[kind] }
  return { field: 'number', message: mistakes.number[kind] }
}

export function whyNotPerson(text: Text, { field, why }: PersonMistake, person: TypedPerson): Message {
  if (why === 'differs') return { field, message: text.mistakes['email-differs'] }
  if (field === 'emailAgain') return { field, message: text.administration.add.emailAgainMissing }
  return { field, message: sentenceFor(text, { kind: field, why, value: person[field] }) }
}

export function whyNotLocality(text: Text, told: { readonly postalCode: string; readonly locality: string }): Message {
  return { field: 'postalCode', message: text.administration.add.otherLocality(told.postalCode, told.locality) }
}

export function whyNotService(text: Text, { service, part, why }: ServiceMistake): Message {
  return {
    field: `${part}-${service}`,
    message: why === 'missing' ? text.administration.add.dayMissing : text.mistakes[why],
  }
}

/** Where it is mended: at a day, or at the service itself. */
export function whyNotGranted(text: Text, { service, reason }: RefusedService): Message {
  const part = partOf[reason] ?? 'service'
  return { field: `${part}-${service}`, message: text.administration.add.refused[reason] }
}

/** What happens and when, for a new person and for one who is known. */
export function whatNext(text: Text, input: { readonly isNew: boolean; readonly days: number }): readonly string[] {
  const { next } = text.administration.add
  return input.isNew
    ? [next.account, next.letter, next.password(input.days), next.kiosk, next.administrators]
    : [next.mail, next.signIn, next.administrators]
}

const partOf: Partial<Record<RefusedService['reason'], 'from' | 'to'>> = {
  'in-the-past': 'from',
  'ends-before-it-starts': 'to',
}
