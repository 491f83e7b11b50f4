import type { Db } from '../../database/database.js'
import type { AppContext } from '../../context/app-context.js'
import { noteActivity, selectSignedIn } from './sessions.queries.js'
import { limitsOf, timeLeft, type TimeLeft } from './limits/limits.js'

/**
 * Whose session it is, for our own pages: asked of the database at every request, so that an ended session, one that
 * was idle too long or is too old, and an ended account are nobody's from that moment (security.md ).
 */
export interface WhoIsSignedIn {
  readonly accountId: string
  readonly uid: string
  readonly signedInAt: Date
  /** Their own name, for themselves. */
  readonly name: string
  readonly isAdministrator: boolean
  readonly isOfficer: boolean
  /** Within the minutes that acts with large consequences ask for (security.md R-54). */
  readonly isRecentlyAuthenticated: boolean
  readonly timeLeft: TimeLeft
}

export interface WhichBrowser {
  /** The digest of the session cookie's value. */
  readonly idHash: Buffer
  /** False for what a page asks by itself, such as how much time is left: it keeps no session alive. */
  readonly isActivity: boolean
}

export async function whoIsSignedIn(
  db: Db,
  { policy }: Pick<AppContext, 'policy'>,
  { idHash, isActivity }: WhichBrowser,
): Promise<WhoIsSignedIn | undefined> {
  const found = await (isActivity ? noteActivity : selectSignedIn)(db, idHash, policy.session)
  if (found === undefined || found.accountId === null || found.signedInAt === null) return undefined
  const { accountId, uid, signedInAt, name, isAdministrator, isOfficer } = found
  const limits = limitsOf(policy.session, { isPrivileged: isAdministrator || isOfficer })
  return {
    accountId,
    uid,
    signedInAt,
    name,
    isAdministrator,
    isOfficer,
    isRecentlyAuthenticated: found.provedSeconds <= policy.session.stepUpMinutes * 60,
    timeLeft: timeLeft(limits, found),
  }
}
