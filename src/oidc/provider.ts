import OidcProvider from 'oidc-provider'
import type { Db } from '../database/database.js'
import { isUnreachable } from '../database/unreachable.js'
import type { AppContext } from '../context/app-context.js'
import { configuration } from './configuration.js'
import { tellsFromTheQueue } from './back-channel/leaving.js'
import { answersFrom, isProviders } from './endpoints/endpoints.routes.js'
import type { Log } from '../log.js'
import { logsRefusals } from './errors.js'
import { interactionsOf, type Interactions } from './interaction.js'
import { nameOfKeys } from './keys/signing-keys.js'
import { loginRoutes } from './oidc.routes.js'
import { comparesSecrets } from './secrets.js'
import { registerOwnTools } from '../relying-services/own-tools.js'

export interface ProviderParts {
  readonly db: Db
  readonly context: AppContext
  readonly log: Log
}

/** OpenID Connect for relying services: authorization code with PKCE, and nothing else; and sign-in to our own tools. */
export async function openProvider(parts: ProviderParts) {
  const { db, context } = parts
  await registerOwnTools(db, context)
  const current = await renewedWithKeys(parts)
  const interactions: Interactions = {
    waiting: async (...asked) => await (await current()).interactions.waiting(...asked),
    turnedOff: async (...asked) => await (await current()).interactions.turnedOff(...asked),
    begun: async (...asked) => await (await current()).interactions.begun(...asked),
  }
  return {
    handles: isProviders,
    answer: async (...asked: Parameters<Answer>) => await (await current()).answer(...asked),
    routes: loginRoutes({ db, context, interactions }),
  }
}

type Answer = ReturnType<typeof answersFrom>

/**
 * The library takes its signing keys once, when it is built. They are looked at before each request, so that a key that
 * has been added, promoted or retired is so on every node at its next answer, without a restart (security.md R-89).
 */
const renewedWithKeys = async (parts: ProviderParts) => {
  let built = await build(parts)
  return async () => {
    const keys = await nameOfKeys(parts.db).catch((error: unknown) => {
      // The request says for itself that the database is away.
      if (isUnreachable(error)) return built.keys
      throw error
    })
    if (keys !== built.keys) built = await build(parts)
    return built
  }
}

const build = async (parts: ProviderParts) => {
  const { db, context, log } = parts
  const configured = await configuration(parts)
  const provider = new OidcProvider(context.issuer, configured)
  // The listener wrote the forwarding headers itself; no client did.
  provider.proxy = true
  logsRefusals(provider, log)
  tellsFromTheQueue(provider, db, log)
  comparesSecrets(provider, db, context)
  return {
    keys: (configured.jwks?.keys ?? []).map(({ kid }) => kid).join(' '),
    interactions: interactionsOf(provider, db),
    answer: answersFrom(provider, { db, context }),
  }
}
