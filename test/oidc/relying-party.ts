import type { ExecutionContext } from 'ava'
import * as client from 'openid-client'
import { fromWithin } from '../../src/context/origin.js'
import { installClient, type InstalledClient } from '../../src/relying-services/install.js'
import { demoPassword } from '../../src/demo/people.js'
import { openBrowser, type Browser } from '../support/browser.js'
import type { TestApp } from '../support/app.js'

/** A relying service with an ordinary client library, and a person's browser to go to it with. */
export interface RelyingParty {
  readonly config: client.Configuration
  readonly browser: Browser
  /** The address to send the person to, and what must be remembered until they are back. */
  readonly ask: (given?: Readonly<Record<string, string>>) => Promise<Asked>
  /** Opens that address in the browser. */
  readonly begin: (given?: Readonly<Record<string, string>>) => Promise<Asked>
  /** Types the name and the demo's password on the page that is open. */
  readonly signIn: (username: string, password?: string) => Promise<number>
  /** The address that the person came back to. */
  readonly arrived: () => URL
  readonly exchange: (asked: Asked) => ReturnType<typeof client.authorizationCodeGrant>
  /** All of it: asks, signs in, exchanges the code. */
  readonly enter: (
    username: string,
    given?: Readonly<Record<string, string>>,
  ) => ReturnType<typeof client.authorizationCodeGrant>
}

export interface Asked {
  readonly url: URL
  readonly verifier: string
  readonly state: string
  readonly nonce: string
}

export const callback = 'http://localhost:4001/callback'
export const signedOutAt = 'http://localhost:4001/utloggad'
export const secret = 'a secret of the tests, as long as one must be'
const allServices = ['studietider', 'studeranderapportering', 'studiestartsstod-ansoka', 'studiestartsstod-budget']

export async function register(app: TestApp, given: Partial<InstalledClient> = {}): Promise<void> {
  const newClient: InstalledClient = {
    id: 'rapportering',
    name: { sv: 'Rapportering', en: 'Reporting' },
    homeUri: 'http://localhost:4001/',
    authMethod: 'client_secret_basic',
    ...(given.authMethod !== 'private_key_jwt' && given.authMethod !== 'none' && { secret }),
    redirectUris: [callback],
    postLogoutRedirectUris: [signedOutAt],
    services: allServices,
    mayRefresh: true,
    from: fromWithin('test'),
    ...given,
  }
  const outcome = await app.db.transaction().execute((trx) => installClient(trx, app.context, newClient))
  if (outcome.kind !== 'registered') throw new Error(outcome.kind)
}

export async function relyingParty(
  t: ExecutionContext,
  app: TestApp,
  given: Partial<InstalledClient> & { readonly browser?: Browser; readonly auth?: client.ClientAuth } = {},
): Promise<RelyingParty> {
  const { browser = openBrowser(t, app.home), auth, ...newClient } = given
  await register(app, newClient)
  const redirectUri = newClient.redirectUris?.[0] ?? callback
  const config = await client.discovery(
    new URL(app.home),
    newClient.id ?? 'rapportering',
    { id_token_signed_response_alg: newClient.idTokenSignedResponseAlg ?? 'ES256' },
    auth ?? client.ClientSecretBasic(secret),
    { execute: [client.allowInsecureRequests] },
  )
  const ask = async (parameters: Readonly<Record<string, string>> = {}): Promise<Asked> => {
    const verifier = client.randomPKCECodeVerifier()
    const state = client.randomState()
    const nonce = client.randomNonce()
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: 'openid profile email permissions',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...parameters,
    })
    return { url, verifier, state, nonce }
  }
  const begin = async (parameters?: Readonly<Record<string, string>>): Promise<Asked> => {
    const asked = await ask(parameters)
    await browser.open(asked.url.href)
    return asked
  }
  const signIn = async (username: string, password: string = demoPassword): Promise<number> => {
    browser.fill('Användarnamn', username)
    browser.fill('Lösenord', password)
    return await browser.press('Logga in')
  }
  const arrived = () => new URL(browser.path(), redirectUri)
  const exchange = async (asked: Asked) =>
    await client.authorizationCodeGrant(config, arrived(), {
      pkceCodeVerifier: asked.verifier,
      expectedState: asked.state,
      expectedNonce: asked.nonce,
      idTokenExpected: true,
    })
  return {
    config,
    browser,
    ask,
    begin,
    signIn,
    arrived,
    exchange,
    enter: async (username, parameters) => {
      const asked = await begin(parameters)
      if (!arrived().pathname.startsWith('/callback')) await signIn(username)
      return await exchange(asked)
    },
  }
}
