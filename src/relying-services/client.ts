/**
 * A relying service as an officer registers it: a client of the provider (OpenID Connect Dynamic Client Registration
 * 1.0, 2, names the same things). It is on or off; off, nobody signs in to it and nothing that it was given works.
 */
export interface Registration {
  readonly name: { readonly sv: string; readonly en: string }
  /** Where a person begins: linked to from pages that lead out of a sign-in that cannot go on. */
  readonly homeUri: string
  readonly redirectUris: readonly string[]
  readonly postLogoutRedirectUris: readonly string[]
  /** Where it is told that a session of its own has ended with ours (OpenID Connect Back-Channel Logout 1.0, 2.2). */
  readonly backchannelLogoutUri: string | undefined
  /** The services whose permissions it is told of, and of which a person needs one to sign in to it. */
  readonly services: readonly string[]
  readonly authMethod: AuthMethod
  /** Of a client that signs with a key of its own. */
  readonly publicKeys: KeySet | undefined
  readonly idTokenSignedResponseAlg: SigningAlgorithm
  readonly mayRefresh: boolean
  /** The agency's own: a person is not asked whether it may know what the work needs (security.md T19). */
  readonly isFirstParty: boolean
}

/** How the client proves who it is at the token endpoint; `none` is for those who can keep no secret, with PKCE. */
export const authMethods = ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'] as const
export type AuthMethod = (typeof authMethods)[number]

export const signingAlgorithms = ['ES256', 'RS256'] as const
export type SigningAlgorithm = (typeof signingAlgorithms)[number]

/** A JSON Web Key Set (RFC 7517, 5). */
export interface KeySet {
  readonly keys: readonly PublicKey[]
}
export type PublicKey = Readonly<Record<string, unknown>> & { readonly kty: string }

export function needsSecret(method: AuthMethod): boolean {
  return method === 'client_secret_basic' || method === 'client_secret_post'
}

/** As it stands in the register. */
export interface Client extends Registration {
  readonly id: string
  /** Goes up by one at each change: of two who change the same, one does and the other is told. */
  readonly version: number
  /** Asks for no service: who has an account may come, and what they may do there the tool decides. */
  readonly isOwnTool: boolean
  readonly secretMadeAt: Date | undefined
  /** Until when the secret before this one works too. */
  readonly formerSecretEndsAt: Date | undefined
  readonly createdAt: Date
  readonly changedAt: Date
  readonly disabledAt: Date | undefined
}

/** Also the name of our own tools is taken: see own-tools.ts. */
export function isClientId(text: string): boolean {
  return /^[a-z0-9-]{3,64}$/.test(text)
}
