import type Provider from 'oidc-provider'
import OidcProvider from 'oidc-provider'
import type { Db } from '../../database/database.js'
import { tellServices } from '../../login/relying-sessions/relying-sessions.js'
import type { Log } from '../../log.js'

/**
 * The library would tell each service itself while the person waits, once, for two seconds and a half, and only at a
 * sign-out that somebody asked for (security.md 5.1). Here nothing is sent while anybody waits. A session that ends
 * tells its services where it ends (login/sessions/); what is left is a person who leaves one service and stays
 * signed in with us.
 */
export function tellsFromTheQueue(provider: Provider, db: Db, log: Log): void {
  Object.assign(provider.Client.prototype, {
    /** Each service knows the session by a name, by which it says which one is to end; also one that is told of no end. */
    includeSid: () => true,
    async backchannelLogout(this: { readonly clientId: string }): Promise<void> {
      const { session, params } = OidcProvider.ctx?.oidc ?? {}
      if (session === undefined || params?.['logout']) return
      const { clientId } = this
      await db.transaction().execute(async (trx) => await tellServices(trx, { uids: [session.uid], clientId }))
    },
  })
  provider.on('backchannel.error', (_ctx, error, { clientId }) => {
    log.error({ client: clientId, err: error }, 'a relying service that was left will not be told')
  })
}
