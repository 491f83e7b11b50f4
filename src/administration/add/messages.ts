import type { Text } from '../../text/text.js'
import type { RefusedService } from './add-person.js'
import type { NumberOfPerson } from './check-number.js'
import { whyUnreadable } from '../../values/line.js'
import type { PersonMistake, TypedPerson } from './typed-person.js'
import type { ServiceMistake } from './wishes/typed-services.js'

/** What is wrong, at the field where it is mended. */
export interface Message {
  readonly field: string
  readonly message: string
}

export type RefusedNumber = Exclude<NumberOfPerson, { readonly kind: 'new' | 'known' }>

export function whyNotNumber(text: Text, { kind }: RefusedNumber): Message {
  return { field: 'number', message: text.administration.add.numberWrong[kind] }
}

export function whyNotPerson(text: Text, { field, why }: PersonMistake, person: TypedPerson): Message {
  const { personWrong } = text.administration.add
  if (why === 'unreadable') return { field, message: whyUnreadable(text, person[field]) ?? '' }
  return { field, message: why === 'missing' ? personWrong.missing[field] : personWrong[why] }
}

export function whyNotLocality(text: Text, told: { readonly postalCode: string; readonly locality: string }): Message {
  return { field: 'postalCode', message: text.administration.add.otherLocality(told.postalCode, told.locality) }
}

export function whyNotService(text: Text, { service, part, why }: ServiceMistake): Message {
  return { field: `${part}-${service}`, message: text.administration.add.dayWrong[why] }
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
