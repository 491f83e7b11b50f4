import type { KoaContextWithOIDC } from 'oidc-provider'
import { Consent } from '../../views/login/consent.js'
import { DeadEnd } from '../../views/login/dead-end.js'
import { NoPermission } from '../../views/login/no-permission.js'
import { SignIn, type Refusal } from '../../views/login/sign-in.js'
import { SignOut } from '../../views/login/sign-out.js'
import { SignedOut } from '../../views/login/signed-out.js'
import type { FieldError } from '../../views/parts/error-summary.js'
import type { Db } from '../database/database.js'
import { contactsFor } from '../permissions/contacts-for.js'
import type { Ctx } from '../web/context.js'
import { ownPath } from '../web/language.js'
import { show } from '../web/page.js'
import { stillSignedIn } from '../web/signed-in.js'
import type { Client } from '../relying-services/client.js'
import { relyingService, type RelyingService } from './clients.js'
import type { BegunSignIn, Waiting } from './interaction.js'

export interface Typed {
  readonly username?: string
  readonly errors?: readonly FieldError[]
  readonly refusal?: Refusal
}

export function showSignIn(
  ctx: Ctx,
  { uid, client, isAgain, startedAt, usernameHint }: Waiting,
  { errors = [], ...typed }: Typed = {},
): void {
  const { text, language, formToken } = ctx.state
  const service = client.name[language]
  const isRefused = errors.length > 0 || typed.refusal !== undefined
  show(
    ctx,
    {
      title: text.login.title(service),
      status: isRefused ? 422 : 200,
      hasErrors: isRefused,
      formActions: client.origins,
      scripts: ['show-password.js', ...(startedAt === undefined ? [] : ['go-on.js'])],
    },
    <SignIn
      text={text}
      formToken={formToken}
      uid={uid}
      service={service}
      isAgain={isAgain}
      {...(usernameHint !== undefined && { username: usernameHint })}
      errors={errors}
      {...typed}
    />,
  )
}

export async function showNoPermission(ctx: Ctx, db: Db, { uid, client, accountId }: Waiting): Promise<void> {
  const { text, language, formToken } = ctx.state
  const service = client.name[language]
  const contacts = accountId === undefined ? [] : await contactsFor(db, accountId)
  show(
    ctx,
    { title: text.login.noPermissionTitle(service), status: 403, formActions: client.origins },
    <NoPermission text={text} formToken={formToken} uid={uid} service={service} contacts={contacts} />,
  )
}

/** A service that is not the agency's own: what it wants to know, before it does. */
export function showConsent(ctx: Ctx, { uid, client, scopes }: Waiting): void {
  const { text, language, formToken } = ctx.state
  const service = client.name[language]
  const told = Object.entries(text.login.consentTo).filter(([scope]) => scopes.includes(scope))
  show(
    ctx,
    { title: text.login.consentTitle(service), formActions: client.origins },
    <Consent text={text} formToken={formToken} uid={uid} service={service} told={told.map(([, words]) => words)} />,
  )
}

/**
 * Over, or another browser's: the two look the same. Who comes back by the browser's Back, and is signed in, has made no
 * mistake, and goes on to the service; who is not begins again there.
 */
export async function showOver(ctx: Ctx, begun: BegunSignIn | undefined): Promise<void> {
  const { text } = ctx.state
  const { login } = text
  const isDone = begun !== undefined && (await stillSignedIn(ctx)) !== undefined
  const title = isDone ? login.doneTitle : login.overTitle
  const words = isDone ? login.done : login.over
  show(
    ctx,
    { title, status: isDone ? 200 : 404, returnTo: ctx.method === 'GET' ? ownPath(ctx.url) : '/' },
    <DeadEnd text={text} title={title} words={words} service={shownService(ctx, begun?.service)} />,
  )
}

/** By the name that the reader knows it by. */
export function shownService(ctx: Ctx, service: RelyingService | undefined) {
  return service && { name: service.name[ctx.state.language], homeUri: service.homeUri }
}

/** A sign-out that does not see the session: nothing has ended, and no service is led to believe it. */
export function showNotSignedOut(ctx: Ctx, service: RelyingService | undefined): void {
  const { text } = ctx.state
  const { notSignedOutTitle: title, notSignedOut } = text.oidc
  show(
    ctx,
    { title, status: 409, returnTo: '/' },
    <DeadEnd
      text={text}
      title={title}
      words={notSignedOut}
      service={shownService(ctx, service)}
      code="OIDC-SESSION-NOT-SEEN"
    />,
  )
}

/** For whoever comes from a service that the agency has turned off: it gets no answer, since nothing leads back to it. */
export function showTurnedOff(ctx: Ctx, { name }: Pick<Client, 'name'>): void {
  const { text, language } = ctx.state
  const title = text.oidc.turnedOffTitle(name[language])
  show(
    ctx,
    { title, status: 403, returnTo: '/' },
    <DeadEnd text={text} title={title} words={text.oidc.turnedOff(name[language])} code="OIDC-TURNED-OFF" />,
  )
}

/** Asks before anything ends; a service that proves whom it signs out by their own id token is taken at its word. */
export function askToLogOut(db: Db) {
  return async (ctx: KoaContextWithOIDC): Promise<void> => {
    const { session, client, entities } = ctx.oidc
    const service = client && (await relyingService(db, client.clientId))
    const isProved = entities.IdTokenHint?.payload['sub'] === session?.accountId
    showSignOut(ctx, {
      origins: service?.origins ?? [],
      proof: String(session?.state?.['secret']),
      isProved,
    })
  }
}

interface SignOutShown {
  readonly origins: readonly string[]
  readonly proof: string
  readonly isProved: boolean
}

const showSignOut = (ctx: Ctx, { origins, proof, isProved }: SignOutShown): void => {
  const { text, formToken } = ctx.state
  show(
    ctx,
    {
      title: text.oidc.signOutTitle,
      formActions: origins,
      returnTo: `${ctx.path}${ctx.search}`,
      scripts: isProved ? ['send.js'] : [],
    },
    <SignOut text={text} formToken={formToken} proof={proof} />,
  )
}

/** Where a sign-out ends that no service waits for. */
export function loggedOut(db: Db) {
  return async (ctx: KoaContextWithOIDC): Promise<void> => {
    showSignedOut(ctx, ctx.oidc.client && (await relyingService(db, ctx.oidc.client.clientId)))
  }
}

export function showSignedOut(ctx: Ctx, client: Waiting['client'] | undefined): void {
  const { text } = ctx.state
  const service = shownService(ctx, client)
  show(
    ctx,
    { title: text.oidc.signedOutTitle, scripts: ['signed-out.js'] },
    <SignedOut text={text} service={service} />,
  )
}
