import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import { errors, type Interaction } from 'oidc-provider'
import type { Db } from '../database/database.js'
import { usernameFault } from '../login/login.form.js'
import type { Client } from '../relying-services/client.js'
import { digest } from '../context/keys.js'
import { relyingService, turnedOffService, type RelyingService } from './clients.js'
import { clientOfInteraction } from './storage/storage.queries.js'

/** A relying service waits for somebody to sign in. */
export interface Waiting {
  readonly uid: string
  readonly client: RelyingService
  /** What stands in the way: signing in, having no permission though signed in, or not having agreed. */
  readonly prompt: 'login' | 'permission' | 'consent'
  /** What is asked for, by the names of scopes. */
  readonly scopes: readonly string[]
  readonly accountId: string | undefined
  /** The session that it began in. */
  readonly sessionUid: string | undefined
  /** Where the browser takes the answer. */
  readonly returnTo: string
  /** Whoever is signed in was so too long ago for what they want to do. */
  readonly isAgain: boolean
  /** In seconds, when nobody was signed in as it began: who signs in meanwhile, in another window, needs not do it here. */
  readonly startedAt: number | undefined
  /** The request anew. */
  readonly request: `/oidc/auth?${string}`
  /** The name that the service expects, when it may be shown. Nobody looks whether there is such an account. */
  readonly usernameHint: string | undefined
  /** The languages that the service asked for, best first (OpenID Connect Core, 3.1.2.1). */
  readonly uiLocales: readonly string[]
}

/** One request and its answer, before koa. */
export interface Exchange {
  readonly req: IncomingMessage
  readonly res: ServerResponse
}

/** The calls that our sign-in pages make to the provider. */
export interface Interactions {
  /** Undefined when it is over, or another browser's: the library binds it to a signed cookie. */
  readonly waiting: (exchange: Exchange, uid: string) => Promise<Waiting | undefined>
  /** The service that was waiting, when the agency has turned it off meanwhile. */
  readonly turnedOff: (exchange: Exchange, uid: string) => Promise<Client | undefined>
  /** What this sign-in was for, though it is over or another browser's; it names nobody. */
  readonly begun: (uid: string) => Promise<BegunSignIn | undefined>
}

export function interactionsOf(provider: Provider, db: Db): Interactions {
  return {
    waiting: async ({ req, res }, uid) => {
      const found = await details(provider, { req, res })
      return found?.uid === uid ? await waitingFrom(db, found) : undefined
    },
    turnedOff: async ({ req, res }, uid) => {
      const found = await details(provider, { req, res })
      return found?.uid === uid ? await turnedOffService(db, String(found.params['client_id'])) : undefined
    },
    begun: async (uid) => await begunSignIn(db, uid),
  }
}

/** A sign-in that is or was under way. */
export interface BegunSignIn {
  /** The service that it is for. Our own tools are none. */
  readonly service: RelyingService | undefined
}

/** Undefined when there never was such a sign-in, or nothing is kept of it. */
export async function begunSignIn(db: Db, uid: string): Promise<BegunSignIn | undefined> {
  const id = await clientOfInteraction(db, digest(uid))
  if (id === undefined) return undefined
  const service = await relyingService(db, id)
  return { service: service?.isOwnTool === true ? undefined : service }
}

const waitingFrom = async (
  db: Db,
  { uid, params, prompt, session, iat, returnTo }: Interaction,
): Promise<Waiting | undefined> => {
  const client = await relyingService(db, String(params['client_id']))
  if (client === undefined) return undefined
  return {
    uid,
    client,
    prompt: promptNamed(prompt.name),
    scopes: typeof params['scope'] === 'string' ? params['scope'].split(' ') : [],
    accountId: session?.accountId,
    sessionUid: session?.uid,
    returnTo,
    // The library reads a max_age of nought as prompt=login.
    isAgain:
      session?.accountId !== undefined && prompt.reasons.some((why) => why === 'max_age' || why === 'login_prompt'),
    startedAt: prompt.reasons.every((why) => why === 'no_session') ? iat : undefined,
    request: requestWith(params),
    usernameHint: shownHint(params['login_hint']),
    uiLocales: typeof params['ui_locales'] === 'string' ? params['ui_locales'].split(' ') : [],
  }
}

/** A request that was posted may be too long for an address: its proof of who was signed in before is the longest part. */
const requestWith = (params: Interaction['params']): Waiting['request'] => {
  const given = new URLSearchParams(written(params))
  if (given.toString().length > 8 * 1024) given.delete('id_token_hint')
  return `/oidc/auth?${given.toString()}`
}

const written = (params: Interaction['params']): [string, string][] =>
  Object.entries(params).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))

/** A number of a person is shown to nobody: what has as many digits is left out, however it is written. */
const shownHint = (hint: unknown): string | undefined =>
  typeof hint === 'string' && usernameFault(hint) === undefined && hint.replaceAll(/\P{Nd}/gu, '').length < 10
    ? hint
    : undefined

const promptNamed = (name: string): Waiting['prompt'] =>
  (['permission', 'consent'] as const).find((known) => known === name) ?? 'login'

const details = async (provider: Provider, { req, res }: Exchange): Promise<Interaction | undefined> => {
  try {
    return await provider.interactionDetails(req, res)
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return undefined
    throw error
  }
}
