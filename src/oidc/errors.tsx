import type Provider from 'oidc-provider'
import { errors, type ErrorOut, type KoaContextWithOIDC } from 'oidc-provider'
import { DeadEnd } from '../../views/login/dead-end.js'
import type { Db } from '../database/database.js'
import { show } from '../web/page.js'
import type { Log } from '../log.js'
import { relyingService, turnedOffService } from './clients.js'
import { begunSignIn } from './interaction.js'
import { shownService, showOver, showTurnedOff } from './oidc.pages.js'

/**
 * Errors that may not be sent to the relying service, since its address is not proved. The person gets plain words
 * and a code; the detail is in the log. What nobody expected goes on to the app's one catch.
 */
export function showsErrors(db: Db) {
  return async (ctx: KoaContextWithOIDC, { error: code }: ErrorOut, error: Error): Promise<void> => {
    if (!(error instanceof errors.OIDCProviderError)) throw error
    const asked = ctx.oidc.params?.['client_id']
    const isUnknown = error instanceof errors.InvalidClient && typeof asked === 'string'
    const service = isUnknown ? await turnedOffService(db, asked) : undefined
    if (error instanceof errors.SessionNotFound)
      return await showOver(ctx, await begunSignIn(db, ctx.path.split('/').at(-1) ?? ''))
    if (service === undefined) await showMisdirected(ctx, db, code)
    else showTurnedOff(ctx, service)
  }
}

const showMisdirected = async (ctx: KoaContextWithOIDC, db: Db, code: string): Promise<void> => {
  const { text } = ctx.state
  const { client } = ctx.oidc
  const service = client && shownService(ctx, await relyingService(db, client.clientId))
  const { misdirectedTitle: title, misdirected: words } = text.oidc
  show(
    ctx,
    { title, status: ctx.status, returnTo: '/' },
    <DeadEnd
      text={text}
      title={title}
      words={words}
      code={`OIDC-${code.toUpperCase().replaceAll('_', '-')}`}
      service={service}
    />,
  )
}

/** Every refusal with its detail, which the answer does not tell. */
export function logsRefusals(provider: Provider, log: Log): void {
  const tell = (ctx: KoaContextWithOIDC, error: errors.OIDCProviderError): void => {
    const { requestId } = ctx.state
    const client = ctx.oidc.client?.clientId
    log.info({ requestId, client, refusal: error.error, detail: error.error_detail }, 'refused a relying service')
  }
  provider.on('authorization.error', tell)
  provider.on('grant.error', tell)
  provider.on('userinfo.error', tell)
  provider.on('introspection.error', tell)
  provider.on('revocation.error', tell)
  provider.on('end_session.error', tell)
  provider.on('end_session_confirm.error', tell)
}
