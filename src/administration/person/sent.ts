import type { Db } from '../../database/database.js'
import { lettersOf } from '../../username-letters/listed/letters-of.js'
import type { UsernameLetter } from '../../username-letters/username-letter.js'
import { selectSent, type SentRow } from './person.queries.js'

/** What has been sent to somebody, on paper and by mail. */
export interface Sent {
  readonly at: Date
  readonly what: SentKind
}

export type SentKind =
  | 'letter-ordered'
  | 'letter-posted'
  | 'letter-returned'
  | 'one-time-password-ordered'
  | 'one-time-password'
  | 'one-time-password-reminder'
  | 'email-changed'
  | 'undeliverable'

/** The latest first. */
export async function sentTo(db: Db, accountId: string): Promise<readonly Sent[]> {
  const [letters, mails] = await Promise.all([lettersOf(db, accountId), selectSent(db, accountId)])
  const all = [...letters.flatMap(stepsOf), ...mails.map(mailFrom)]
  return all.toSorted((one, other) => other.at.getTime() - one.at.getTime())
}

const stepsOf = ({ orderedAt, postedAt, returnedAt }: UsernameLetter): readonly Sent[] => [
  { at: orderedAt, what: 'letter-ordered' },
  ...(postedAt === undefined ? [] : [{ at: postedAt, what: 'letter-posted' } as const]),
  ...(returnedAt === undefined ? [] : [{ at: returnedAt, what: 'letter-returned' } as const]),
]

const mailFrom = ({ at, kind, letter }: SentRow): Sent => {
  if (kind === 'one-time-password-ordered') return { at, what: kind }
  if (kind === 'mail-undeliverable') return { at, what: 'undeliverable' }
  if (letter === 'one-time-password-reminder' || letter === 'email-changed') return { at, what: letter }
  return { at, what: 'one-time-password' }
}
