import type { Db } from '../../../database/database.js'
import { dateOf, dayOf } from '../../../text/moment.js'
import type { Language, Text } from '../../../text/text.js'
import { lettersOf } from '../../../username-letters/listed/letters-of.js'
import { stateOf } from '../../../username-letters/username-letter.js'
import type { Around } from '../assurances.queries.js'

interface Spoken {
  readonly text: Text
  readonly language: Language
}

/** What has followed from an approved paper, a sentence each: the appointment, the letter, the mail. */
export async function whatFollowed(db: Db, { text, language }: Spoken, around: Around): Promise<readonly string[]> {
  const { accountId, decidedAt } = around
  if (accountId === null || decidedAt === null) return []
  const { followed: words } = text.officers.assurances
  const letter = (await lettersOf(db, accountId)).find(({ orderedAt }) => orderedAt >= decidedAt)
  const told = letter && (letter.returnedAt ?? letter.postedAt ?? letter.withheldAt ?? letter.orderedAt)
  const mailed = around.mailedAt === null ? words.notMailed : words.mailed(dayOf(language, around.mailedAt))
  return [
    appointmentTold({ text, language }, around),
    letter && told ? words.letter[stateOf(letter)](dayOf(language, told)) : words.noLetter,
    around.hasPassword ? words.hasPassword : mailed,
  ]
}

const appointmentTold = ({ text, language }: Spoken, around: Around): string => {
  const { followed: words } = text.officers.assurances
  const { validFrom, validTo, endedAt, endReason, isOver } = around
  if (endedAt !== null) return words[endReason ?? 'ended'](dayOf(language, endedAt))
  const until = validTo === null ? undefined : dateOf(language, validTo)
  if (isOver && until !== undefined) return words.over(until)
  const from = validFrom === null ? '' : dateOf(language, validFrom)
  return until === undefined ? words.holds(from) : words.holdsUntil(from, until)
}
