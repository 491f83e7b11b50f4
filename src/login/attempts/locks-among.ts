import { nameKeysOf } from '../../accounts/username.js'
import type { Db } from '../../database/database.js'
import type { AppContext } from '../../context/app-context.js'
import { selectLocks } from './attempts.queries.js'

/** Until when, for those of these usernames that are locked at this moment. */
export async function locksAmong(
  db: Db,
  context: Pick<AppContext, 'keys'>,
  usernames: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const names = usernames.flatMap((username) =>
    nameKeysOf(context, username).all.map((nameKey) => [nameKey.toString('hex'), username] as const),
  )
  const locks = await selectLocks(
    db,
    names.map(([nameKey]) => Buffer.from(nameKey, 'hex')),
  )
  const usernameOf = new Map(names)
  return new Map(
    locks.flatMap(({ nameKey, lockedUntil }) => {
      const username = usernameOf.get(nameKey.toString('hex'))
      return username === undefined || lockedUntil === null ? [] : [[username, lockedUntil] as const]
    }),
  )
}
