import { timingSafeEqual } from 'node:crypto'
import type Provider from 'oidc-provider'
import type { Db } from '../database/database.js'
import { secretsOf } from '../relying-services/find.js'
import { digest } from '../world/keys.js'
import type { World } from '../world/world.js'

/**
 * The library knows one secret a client. While a new one is being put in place the one before it works too, until the
 * hour that the officer chose; both are read anew, so that neither outlives it on any node.
 */
export function comparesSecrets(provider: Provider, db: Db, world: Pick<World, 'keys'>): void {
  Object.assign(provider.Client.prototype, {
    async compareClientSecret(this: { readonly clientId: string }, given: string): Promise<boolean> {
      const secrets = await secretsOf(db, world, this.clientId)
      if (secrets === undefined) return false
      const { secret, former } = secrets
      // Both are compared, so that the time tells nothing of either.
      const [isSecret, isFormer] = [isSame(given, secret), isSame(given, former ?? secret)]
      return isSecret || isFormer
    },
  })
}

const isSame = (given: string, expected: string): boolean => timingSafeEqual(digest(given), digest(expected))
