import { errors, type Configuration } from 'oidc-provider'
import type { Db } from '../database/database.js'
import type { AppContext } from '../context/app-context.js'
import { secondsNow } from './oidc.queries.js'

type Assertions = NonNullable<Configuration['assertJwtClientAuthClaimsAndHeader']>

/**
 * An assertion is made for one request (RFC 7523, 3): one that expires far ahead, or was issued long ago or in the
 * future, is as good as a password for whoever finds it, and is refused. Times of day by the database's clock.
 */
export function refusesLongAssertions(db: Db, { policy }: Pick<AppContext, 'policy'>): Assertions {
  return async (_ctx, claims) => {
    const longest = policy.client.assertionMinutes * 60
    const [now, { exp, iat }] = [await secondsNow(db), claims]
    if (typeof exp !== 'number' || exp > now + longest + tolerance) {
      throw new errors.InvalidClientAuth('the assertion expires too far ahead')
    }
    if (iat === undefined) return
    if (typeof iat !== 'number' || iat > now + tolerance || iat < now - longest - tolerance) {
      throw new errors.InvalidClientAuth('the assertion was not issued just now')
    }
  }
}

/** Seconds that two clocks may differ, as the library allows them to. */
export const tolerance = 5
