import { isIP } from 'node:net'
import type { NameKeys } from '../../accounts/username.js'
import type { Db, Trx } from '../../database/database.js'
import { sourcesOf } from '../../values/network.js'
import type { AppContext } from '../../context/app-context.js'
import { countFamiliarTry, isFamiliarName, upsertFamiliarName, type FamiliarTried } from './source.queries.js'

/**
 * Twenty guesses from a school's one address must not keep the whole school out. A name that has succeeded from the
 * network lately is compared there also at the limit, a few times in a window and in a day, by a count of its own: the name's lock
 * is not touched, so nobody at the limit locks names. A wrong password is then answered as the limit answers everybody,
 * so that a guesser learns of no name whether it exists.
 */
export interface Familiar {
  readonly nameKeys: NameKeys
  readonly address: string
}

export async function rememberSuccess(trx: Trx, { nameKeys, address }: Familiar): Promise<void> {
  if (isIP(address) === 0) return
  await upsertFamiliarName(trx, { nameKeys, network: sourcesOf(address).network })
}

/** Counts the try before anything is compared. */
export async function mayTryAtLimit(
  db: Db,
  context: Pick<AppContext, 'policy'>,
  { nameKeys, address }: Familiar,
): Promise<FamiliarTried> {
  const { network } = sourcesOf(address)
  return await countFamiliarTry(db, { nameKeys, network, ...context.policy.source })
}

/** The network that an address is of, and whether the name has succeeded from it lately. */
export async function networkOf(
  db: Db,
  { policy }: Pick<AppContext, 'policy'>,
  { nameKeys, address }: Familiar,
): Promise<{ readonly network: string | undefined; readonly isFamiliar: boolean }> {
  if (isIP(address) === 0) return { network: undefined, isFamiliar: false }
  const { network } = sourcesOf(address)
  const isFamiliar = await isFamiliarName(db, { nameKeys, network, familiarDays: policy.source.familiarDays })
  return { network, isFamiliar }
}
