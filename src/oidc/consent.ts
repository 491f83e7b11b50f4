import type { Grant, KoaContextWithOIDC } from 'oidc-provider'
import type { Db } from '../database/database.js'
import { relyingService } from './clients.js'
import { findGrantId } from './storage/storage.queries.js'

/**
 * The agency's own relying services are registered by an officer, and a person is not asked whether they may know
 * what the work needs (security.md T19): the grant is made here and leaves a trace. For any other client it is made
 * when the person has agreed on our page, which policy.ts sends them to, and never without.
 */
export function grantsAsAgreed(db: Db) {
  return async (ctx: KoaContextWithOIDC): Promise<Grant | undefined> => {
    const { client, session, account } = ctx.oidc
    if (client === undefined || session === undefined || account === undefined) return undefined
    const service = await relyingService(db, client.clientId)
    if (service === undefined) return undefined
    const given = { uid: session.uid, clientId: client.clientId }
    const grant =
      (await grantWithId(ctx, session.grantIdFor(client.clientId) ?? (await findGrantId(db, given)))) ??
      new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: account.accountId })
    if (!service.isFirstParty && !hasAgreed(ctx)) return grant
    const missing = [...ctx.oidc.requestParamOIDCScopes].filter((scope) => !grant.getOIDCScope().includes(scope))
    if (missing.length === 0 && grant.jti !== undefined) return grant
    grant.addOIDCScope(missing.join(' '))
    const id = await grant.save()
    // Two tabs at once: the database keeps the first grant of the session, and that is the one to use.
    const first = await findGrantId(db, given)
    return first === undefined || first === id ? grant : await grantWithId(ctx, first)
  }
}

/** On our page, in this request: the answer to the interaction that it resumes. */
export const hasAgreed = ({ oidc }: KoaContextWithOIDC): boolean => oidc.result?.consent !== undefined

const grantWithId = async ({ oidc }: KoaContextWithOIDC, id: string | undefined): Promise<Grant | undefined> => {
  const grant = id === undefined ? undefined : await oidc.provider.Grant.find(id)
  return grant?.accountId === oidc.account?.accountId ? grant : undefined
}
