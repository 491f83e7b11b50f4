import type { Ending } from '../../../accounts/endings/end-account.js'
import type { AppointmentOf } from '../../../organisations/appointments/appointments-of.js'
import { clockOf, dateOf, dayOf, stockholmDayOf } from '../../../text/moment.js'
import type { Language, Text } from '../../../text/text.js'
import { stateOf } from '../search/account-search.messages.js'
import type { AccountHere } from './find-person.js'
import type { Sent } from './sent.js'
import { fullName } from '../../../values/names.js'

interface Spoken {
  readonly text: Text
  readonly language: Language
}

/** The name, or that it is not shown. */
export function nameOf(text: Text, account: AccountHere): string {
  return account.isProtected ? text.officers.account.protected : fullName(account)
}

/** `3 april 2026 kl. 14.32` */
export function momentOf({ text, language }: Spoken, at: Date): string {
  return `${dateOf(language, stockholmDayOf(at))} ${clockOf(text, at)}`
}

export function conditionOf(account: AccountHere) {
  const { lockedUntil, endedAt, passwordSetAt } = account
  return stateOf({ lockedUntil, isEnded: endedAt !== null, hasPassword: passwordSetAt !== null })
}

/** How it stands with signing in, in a sentence. */
export function statusOf({ text, language }: Spoken, account: AccountHere): string {
  const { statusOf: words } = text.officers.account
  const { endedAt, endReason, lockedUntil } = account
  if (endedAt !== null) return words.ended(dateOf(language, stockholmDayOf(endedAt)), endReason ?? '')
  if (lockedUntil !== undefined) return words.locked(dayOf(language, lockedUntil), clockOf(text, lockedUntil))
  return words[account.passwordSetAt === null ? 'no-password' : 'active']
}

/** The days of an appointment, in words. */
export function appointmentWords({ text, language }: Spoken, appointment: AppointmentOf): string {
  const { permissions, officers } = text
  const { state, validFrom, validTo, endedAt } = appointment
  const [first, last] = [dateOf(language, validFrom), validTo && dateOf(language, validTo)]
  if (endedAt !== undefined) return officers.account.appointmentEnded(first, dateOf(language, stockholmDayOf(endedAt)))
  if (state === 'planned') return last ? permissions.fromUntil(first, last) : permissions.from(first)
  if (state === 'expired') return permissions.was(first, last ?? '')
  return last ? permissions.sinceUntil(first, last) : permissions.since(first)
}

export function sentWords(text: Text, { what }: Sent): string {
  const { sentWhat, letters, otherLetter } = text.officers.account
  if (!('letter' in what)) return sentWhat[what.kind]
  const names: Readonly<Record<string, string>> = letters
  return sentWhat[what.kind](names[what.letter] ?? otherLetter)
}

/** What was just done, when the address says so; anything else there says nothing. */
export function doneWords(text: Text, done: unknown): string | undefined {
  const { plain, end, reopen, details, sessionEnded } = text.officers.accountActions
  const all: Readonly<Record<string, string>> = {
    ...Object.fromEntries(Object.entries(plain).map(([name, act]) => [name, act.done])),
    end: end.done,
    reopen: reopen.done,
    details: details.done,
    session: sessionEnded,
    merged: text.officers.merging.done,
    number: text.officers.merging.number.done,
  }
  return typeof done === 'string' && Object.hasOwn(all, done) ? all[done] : undefined
}

/** When and why it was ended, and opened again. */
export function endingWords({ text, language }: Spoken, ending: Ending): readonly string[] {
  const { accountActions: words } = text.officers
  const { endedAt, reason, reopenedAt, reopenReason } = ending
  const day = (at: Date) => dateOf(language, stockholmDayOf(at))
  return [
    ...(reopenedAt === null ? [] : [words.reopenedBecause(day(reopenedAt), reopenReason ?? '')]),
    words.endedBecause(day(endedAt), reason),
  ]
}
