import { nameKeyOf } from '../../accounts/username.js'
import type { Db } from '../../database/database.js'
import type { World } from '../../world/world.js'
import { selectLocks } from './queries.js'

/** Until when, for those of these usernames that are locked at this moment. */
export async function locksAmong(
  db: Db,
  world: Pick<World, 'keys'>,
  usernames: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const nameKeys = usernames.map((username) => nameKeyOf(world, username))
  const locks = await selectLocks(db, nameKeys)
  const until = new Map(locks.map(({ nameKey, lockedUntil }) => [nameKey.toString('hex'), lockedUntil]))
  return new Map(
    usernames.flatMap((username, place) => {
      const lock = until.get(nameKeys[place]?.toString('hex') ?? '')
      return lock === undefined || lock === null ? [] : [[username, lock] as const]
    }),
  )
}
