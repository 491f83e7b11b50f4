import { timingSafeEqual } from 'node:crypto'
import type Provider from 'oidc-provider'
import OidcProvider, { errors } from 'oidc-provider'
import type { Db } from '../database/database.js'
import { verifySecret } from '../relying-services/authentication/verify-secret.js'
import type { AuthMethod } from '../relying-services/client.js'
import { secretsOf, type Secrets } from '../relying-services/find.js'
import { digest } from '../context/keys.js'
import type { AppContext } from '../context/app-context.js'
import { currentRequestOrigin, sourceOf } from './current-request-origin.js'

/**
 * The library knows one secret a client. While a new one is being put in place the one before it works too, until the
 * hour that the officer chose; both are read anew, so that neither outlives it on any node.
 */
export function comparesSecrets(provider: Provider, db: Db, context: AppContext): void {
  Object.assign(provider.Client.prototype, {
    async compareClientSecret(this: Registered, given: string): Promise<boolean> {
      // The library takes a secret in the header and in the body alike.
      if (methodUsed() !== this.clientAuthMethod) throw new errors.InvalidClientAuth('not the registered method')
      const { clientId } = this
      const isRight = async () => isOneOf(given, await secretsOf(db, context, clientId))
      return await verifySecret(db, context, { clientId, source: sourceOf(currentRequestOrigin()), isRight })
    },
  })
}

const isOneOf = (given: string, secrets: Secrets | undefined): boolean => {
  if (secrets === undefined) return false
  const { secret, former } = secrets
  // Both are compared, so that the time tells nothing of either.
  const [isSecret, isFormer] = [isSame(given, secret), isSame(given, former ?? secret)]
  return isSecret || isFormer
}

interface Registered {
  readonly clientId: string
  readonly clientAuthMethod: string
}

const methodUsed = (): AuthMethod =>
  OidcProvider.ctx?.oidc.params?.['client_secret'] === undefined ? 'client_secret_basic' : 'client_secret_post'

const isSame = (given: string, expected: string): boolean => timingSafeEqual(digest(given), digest(expected))
