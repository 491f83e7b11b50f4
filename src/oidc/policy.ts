import { interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider'
import { record } from '../audit/record.js'
import type { Db } from '../database/database.js'
import { permissionsFor } from './claims.js'
import { relyingService } from './clients.js'
import { currentRequestOrigin } from './current-request-origin.js'
import { secondsNow } from './oidc.queries.js'

const { Check, Prompt, base } = interactionPolicy

/**
 * When a person must do something before the answer: sign in, and then hold a permission for the asking service.
 * A service that is not the agency's own needs the person's word; it may ask for it anew (`prompt=consent`), and for
 * somebody to say who they are though they are signed in (`prompt=select_account`).
 */
export function promptsOf(db: Db): interactionPolicy.DefaultPolicy {
  const prompts = base()
  prompts.remove('consent')
  const { checks } = prompts.get('login') ?? new Prompt({ name: 'login' })
  checks.remove('max_age')
  checks.add(signedInTooLongAgo(db))
  checks.add(accountHasEnded)
  prompts.add(new Prompt({ name: 'select_account', requestable: true }), 0)
  prompts.add(new Prompt({ name: 'permission' }, holdsNoPermission(db)))
  const consent = new Prompt({ name: 'consent', requestable: true }, hasNotAgreed(db))
  // The library's own would ask the person of an agency's service too, who is not asked (consent.ts).
  consent.checks.remove('consent_prompt')
  prompts.add(consent)
  return prompts
}

/** OpenID Connect Core, 3.1.2.1, by the database's clock as all time is. */
const signedInTooLongAgo = (db: Db) =>
  new Check('max_age', 'the sign-in is older than the service accepts', 'login_required', async ({ oidc }) => {
    const maxAge = oidc.params?.['max_age']
    if (maxAge === undefined || oidc.result?.login !== undefined) return false
    const signedInAt = oidc.session?.loginTs
    return signedInAt === undefined || (await secondsNow(db)) - signedInAt > Number(maxAge)
  })

const accountHasEnded = new Check(
  'account_ended',
  'the account has ended',
  'login_required',
  ({ oidc }) => oidc.session?.accountId !== undefined && oidc.account === undefined,
)

/** Nobody gets in to a service that they may do nothing in; our own tools ask for no service. */
const holdsNoPermission = (db: Db) =>
  new Check('no_permission', 'no permission for this service', 'access_denied', async (ctx) => {
    const accountId = ctx.oidc.session?.accountId
    if (accountId === undefined || (await permissionsFor(db, ctx, accountId)).length > 0) return false
    const client = ctx.oidc.client && (await relyingService(db, ctx.oidc.client.clientId))
    if (client?.isOwnTool === true) return false
    await remember(db, ctx, accountId)
    return true
  })

/** Of a service that is not the agency's own: something is asked for that the person has not agreed to in this session. */
const hasNotAgreed = (db: Db) =>
  new Check('not_agreed', 'the person has not agreed to what is asked for', 'consent_required', async ({ oidc }) => {
    const service = oidc.client && (await relyingService(db, oidc.client.clientId))
    if (service === undefined || service.isFirstParty || service.isOwnTool) return false
    if (oidc.prompts.has('consent') && oidc.result?.consent === undefined) return true
    const agreed = oidc.entities.Grant?.getOIDCScope().split(' ') ?? []
    return [...oidc.requestParamOIDCScopes].some((scope) => !agreed.includes(scope))
  })

const remember = async (db: Db, ctx: KoaContextWithOIDC, accountId: string): Promise<void> => {
  await db.transaction().execute(async (trx) => {
    await record(trx, currentRequestOrigin(), {
      kind: 'no-permission',
      result: 'refused',
      by: accountId,
      about: accountId,
      details: { client: ctx.oidc.client?.clientId ?? null },
    })
  })
}
