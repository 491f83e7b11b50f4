import * as client from 'openid-client'
import type { Language } from '../../text/text.js'
import { readsLogoutTokens, type Sayer } from './ended-sessions.js'
import { permissionsIn, type Permission } from './permission.js'
import type { Settings } from './settings.js'
import { Unreachable } from './unreachable.js'

/** An ordinary OpenID Connect client: authorization code with PKCE, state and nonce; userinfo; RP-initiated logout. */
export interface Portvakt {
  readonly begin: (input: Beginning) => Promise<{ readonly address: URL; readonly pending: Pending }>
  readonly finish: (query: string, pending: Pending) => Promise<Finished>
  /** The name of the session that a logout token ends; undefined when it is none. */
  readonly endedBy: (logoutToken: string) => Promise<string | undefined>
  readonly whoIs: (session: Session) => Promise<Who>
  readonly signOutAddress: (session: Session | undefined, language: Language) => Promise<URL>
}

export interface Beginning {
  readonly language: Language
  readonly returnTo: string
  /** `none`: without asking anybody; `login`: asking again, for another account. */
  readonly prompt?: 'none' | 'login'
}

/** Kept in the browser between leaving for Portvakt and coming back. */
export interface Pending {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly returnTo: string
}

export interface Session {
  readonly accessToken: string
  /** Only as a hint at sign-out; left out when it is too long for a cookie. */
  readonly idToken?: string
  readonly sub: string
  /** What Portvakt calls the session when it says that it has ended. */
  readonly sid?: string
}

export type Finished = { readonly kind: 'signed-in'; readonly session: Session } | { readonly kind: Unfinished }

type Unfinished = 'denied' | 'cancelled' | 'ended' | 'failed'

/** Who is signed in and what they may do, at this moment. */
export type Who =
  | { readonly kind: 'ended' }
  | {
      readonly kind: 'known'
      readonly name: string
      readonly username: string
      readonly sub: string
      readonly permissions: readonly Permission[]
    }

const patienceSeconds = 5

export function portvaktAt(settings: Settings): Portvakt {
  const configuration = remembering(async () => await discovered(settings))
  const reader = remembering(async () => readsLogoutTokens(sayerOf(await configuration(), settings)))
  const redirectUri = `${settings.address}/callback`
  return {
    begin: async ({ language, returnTo, prompt }) => {
      const pending = { state: client.randomState(), nonce: client.randomNonce(), verifier: newVerifier(), returnTo }
      const address = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid profile permissions',
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
        ui_locales: language,
        ...(prompt && { prompt }),
      })
      return { address, pending }
    },
    finish: async (query, pending) => {
      const known = await configuration()
      return await finished(known, new URL(`${redirectUri}?${query}`), pending)
    },
    endedBy: async (logoutToken) => await (await reader())(logoutToken),
    whoIs: async (session) => await asked(await configuration(), session),
    signOutAddress: async (session, language) =>
      client.buildEndSessionUrl(await configuration(), {
        post_logout_redirect_uri: `${settings.address}/utloggad`,
        ui_locales: language,
        ...(session?.idToken !== undefined && { id_token_hint: session.idToken }),
      }),
  }
}

const sayerOf = (known: client.Configuration, { clientId }: Settings): Sayer => {
  const { issuer, jwks_uri: jwksUri = '' } = known.serverMetadata()
  return { issuer, jwksUri, clientId }
}

const newVerifier = () => client.randomPKCECodeVerifier()

const discovered = async ({ issuer, clientId, clientSecret }: Settings): Promise<client.Configuration> => {
  try {
    return await client.discovery(issuer, clientId, clientSecret, client.ClientSecretBasic(clientSecret), {
      timeout: patienceSeconds,
      // Only for the demo on this machine: openid-client itself refuses http.
      ...(issuer.protocol === 'http:' && { execute: [client.allowInsecureRequests] }),
    })
  } catch (cause) {
    throw new Unreachable('discovery', { cause })
  }
}

/** Asks once, and again after a failure. */
const remembering = <T>(ask: () => Promise<T>) => {
  let answer: Promise<T> | undefined
  return async (): Promise<T> => {
    answer ??= ask()
    try {
      return await answer
    } catch (error) {
      answer = undefined
      throw error
    }
  }
}

const finished = async (known: client.Configuration, url: URL, pending: Pending): Promise<Finished> => {
  try {
    const tokens = await client.authorizationCodeGrant(known, url, {
      pkceCodeVerifier: pending.verifier,
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (claims === undefined || tokens.id_token === undefined) return { kind: 'failed' }
    const { sub, sid } = claims
    const session = { accessToken: tokens.access_token, idToken: tokens.id_token, sub }
    return { kind: 'signed-in', session: { ...session, ...(typeof sid === 'string' && { sid }) } }
  } catch (error) {
    if (error instanceof client.AuthorizationResponseError) return { kind: refusalOf(error) }
    if (isUnreachable(error)) throw new Unreachable('the token endpoint', { cause: error })
    return { kind: 'failed' }
  }
}

/** One code says both that somebody may not and that they would not; Portvakt's description says which. */
const refusalOf = ({ error, error_description }: client.AuthorizationResponseError): Unfinished => {
  if (error === 'access_denied') return error_description === 'the person did not sign in' ? 'cancelled' : 'denied'
  return ['login_required', 'interaction_required', 'consent_required'].includes(error) ? 'ended' : 'failed'
}

const asked = async (known: client.Configuration, session: Session): Promise<Who> => {
  try {
    const claims = await client.fetchUserInfo(known, session.accessToken, session.sub)
    return {
      kind: 'known',
      name: claims.name ?? '',
      username: claims.preferred_username ?? '',
      sub: claims.sub,
      permissions: permissionsIn(claims['permissions']),
    }
  } catch (error) {
    if (error instanceof client.WWWAuthenticateChallengeError) return { kind: 'ended' }
    throw new Unreachable('userinfo', { cause: error })
  }
}

/** No answer, a late one, or one that is no OAuth answer; anything else was an answer to what we asked. */
const isUnreachable = (error: unknown): boolean => {
  if (error instanceof client.ClientError) {
    return ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'].includes(error.code ?? '')
  }
  return error instanceof TypeError || (error instanceof client.ResponseBodyError && error.status >= 500)
}
