import type { Language } from '../text/text.js'
import type { HashedPassword } from '../context/hashing.js'

/**
 * A person's way in. Who has no password yet has only been given a one-time password.
 *
 *   living ──end──▶ ended ──merge──▶ merged
 *     ▲               │
 *     └────reopen─────┘
 *
 *   living   lets its person in; its name may be locked for a while (login/attempts), which an officer may take away,
 *            and its sessions may be ended without it
 *   ended    lets nobody in; sessions, codes, permissions, appointments, requests and an officer's role ended with it
 *   merged   ended, and leads to the other account of the same person; it is never reopened
 *
 * | act                       | from          | refused                                                        |
 * | ------------------------- | ------------- | -------------------------------------------------------------- |
 * | unlock                    | locked        | not locked                                                     |
 * | end one session, or all   | living        | not a session of theirs                                        |
 * | end                       | living        | ended, merged; without a reason; the last officer's            |
 * | reopen                    | ended         | living, merged; without a reason                               |
 * | merge                     | living, ended | an officer's, a merged one, not one person; an administrator's |
 * | protect, unprotect        | any           | as it is already                                               |
 * | change details            | living        | ended; changed meanwhile by another                            |
 * | change number             | living        | ended; a number that another has                               |
 *
 * Only an officer does any of this, never about their own account, and each act changes something once: who comes
 * second is told so. What changes an officer's account takes two (docs/decisions/0009). Which acts need a fresh
 * sign-in stands in config/step-up.ts.
 */
export interface Account {
  readonly id: string
  readonly username: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly email: string | null
  readonly language: Language
  readonly hasProtectedIdentity: boolean
  readonly isEnded: boolean
  readonly password: HashedPassword | undefined
  /** When the password was chosen, exactly. A hash that is renewed is the same password still; null without one. */
  readonly passwordChosenAt: string | null
}
