import type { Db } from '../../../database/database.js'
import { lettersOf } from '../../../username-letters/listed/letters-of.js'
import type { UsernameLetter } from '../../../username-letters/username-letter.js'
import { selectSent, type SentRow } from './account.queries.js'

/** What has been sent to somebody, on paper and by mail. */
export interface Sent {
  readonly at: Date
  readonly what:
    | { readonly kind: 'letter-ordered' | 'letter-posted' | 'letter-returned' }
    | { readonly kind: 'initial-ordered' | 'reset-ordered' }
    | { readonly kind: 'mail' | 'undeliverable'; readonly letter: string }
}

/** The latest first. A mail is named by its kind. */
export async function sentTo(db: Db, accountId: string): Promise<readonly Sent[]> {
  const [letters, mails] = await Promise.all([lettersOf(db, accountId), selectSent(db, accountId)])
  const all = [...letters.flatMap(stepsOf), ...mails.map(mailFrom)]
  return all.toSorted((one, other) => other.at.getTime() - one.at.getTime())
}

const stepsOf = ({ orderedAt, postedAt, returnedAt }: UsernameLetter): readonly Sent[] => [
  { at: orderedAt, what: { kind: 'letter-ordered' } },
  ...(postedAt === undefined ? [] : [{ at: postedAt, what: { kind: 'letter-posted' } } as const]),
  ...(returnedAt === undefined ? [] : [{ at: returnedAt, what: { kind: 'letter-returned' } } as const]),
]

const mailFrom = ({ at, kind, purpose, letter }: SentRow): Sent => {
  if (kind === 'one-time-password-ordered') {
    return { at, what: { kind: purpose === 'reset' ? 'reset-ordered' : 'initial-ordered' } }
  }
  return { at, what: { kind: kind === 'mail-sent' ? 'mail' : 'undeliverable', letter: letter ?? '' } }
}
