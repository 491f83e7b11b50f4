import type { ServiceAt } from '../../permissions/services-at.js'
import { dateOf } from '../../text/moment.js'
import type { Language, Text } from '../../text/text.js'
import { detailFields } from '../../accounts/details/details.js'
import { sentenceFor } from '../../values/mistakes.js'
import { assertNever } from '../../assert-never.js'
import type { WishedGrant } from '../add/add-person.js'
import type { HeadingMistake } from './columns.js'
import type { Mistake } from './mistake.js'
import { fields } from './typed-row.js'

export interface Words {
  readonly text: Text
  readonly language: Language
  readonly services: readonly ServiceAt[]
}

/** `Rad 14, kolumn Personnummer: kontrollsiffran stämmer inte.` */
export function whatIsWrong(words: Words, row: number, mistake: Mistake): string {
  const { bulk } = words.text.administration
  if (mistake.column === undefined) return bulk.atRow(String(row), reasonOf(words, mistake))
  return bulk.atColumn(String(row), nameOfColumn(words, mistake.column), reasonOf(words, mistake))
}

/** `Studietider och utbildningar: från 1 december 2026 och tills vidare` */
export function whatHolds(words: Words, { service, validFrom, validTo }: WishedGrant): string {
  const { text, language } = words
  const from = dateOf(language, validFrom)
  const span =
    validTo === undefined ? text.permissions.since(from) : text.permissions.sinceUntil(from, dateOf(language, validTo))
  return `${nameOfColumn(words, service)}: ${span.slice(0, 1).toLowerCase()}${span.slice(1)}`
}

export function nameOfColumn({ text, language, services }: Words, column: string): string {
  const field = fields.find((candidate) => candidate === column)
  if (field !== undefined) return text.administration.bulk.columns[field]
  return services.find(({ code }) => code === column)?.[language] ?? column
}

export function whatIsWrongWithHeadings({ text, language, services }: Words, mistake: HeadingMistake): string {
  const { headings } = text.administration.bulk
  switch (mistake.kind) {
    case 'no-number':
      return headings.noNumber
    case 'no-service':
      return headings.noService(
        services
          .filter(({ isTheirs }) => isTheirs)
          .map((service) => `”${service[language]}”`)
          .join(', '),
      )
    case 'unknown':
      return headings.unknown(mistake.heading)
    case 'not-theirs':
      return headings.notTheirs(mistake.heading)
    case 'doubled':
      return headings.doubled(mistake.heading)
    case 'no-rows':
      return headings.noRows
    default:
      return assertNever(mistake)
  }
}

const reasonOf = ({ text, language }: Words, { column, why, words = [] }: Mistake): string => {
  const { bulk } = text.administration
  const [first, last] = words
  if (why === 'doubled') return bulk.wrong.doubled(first ?? '')
  if (why === 'unreadable') return text.mistakes.unreadable(first ?? '')
  if (why === 'overlaps') {
    const from = dateOf(language, first ?? '')
    const isOpen = last === undefined
    return bulk.wrong.overlaps(isOpen ? bulk.overlapFrom(from) : bulk.overlapSpan(from, dateOf(language, last)))
  }
  if (why === 'too-long' || why === 'missing') {
    const kind = detailFields.find((field) => field === column)
    if (kind === undefined) return text.mistakes.missing.number
    const sentence = sentenceFor(text, { kind, why, value: '' })
    if (why !== 'missing') return sentence
    const isName = kind === 'givenName' || kind === 'familyName'
    return [sentence, bulk.newNeedsAll, ...(isName ? [bulk.oneNameHasDash] : [])].join(' ')
  }
  const { mistakes, tables } = text
  return { ...bulk.wrong, ...tables.damage, ...mistakes, ...mistakes.number }[why]
}
