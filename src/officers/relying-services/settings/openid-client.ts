import type { AuthMethod, Client } from '../../../relying-services/client.js'

/** openid-client 6 (github.com/panva/openid-client, docs: discovery, authorizationCodeGrant). */
export function forNode(client: Client, { issuer }: { readonly issuer: string }): string {
  const [redirectUri = ''] = client.redirectUris
  const [postLogoutRedirectUri] = client.postLogoutRedirectUris
  const { before, auth } = proofs[client.authMethod]
  const options = issuer.startsWith('http:') ? '\n  { execute: [client.allowInsecureRequests] },' : ''
  const lines = [
    "import * as client from 'openid-client'",
    '',
    ...before,
    'const config = await client.discovery(',
    `  new URL('${issuer}'),`,
    `  '${client.id}',`,
    `  { id_token_signed_response_alg: '${client.idTokenSignedResponseAlg}' },`,
    `  ${auth},${options}`,
    ')',
    '',
    'export async function begin() {',
    '  const remembered = {',
    '    pkceCodeVerifier: client.randomPKCECodeVerifier(),',
    '    expectedState: client.randomState(),',
    '    expectedNonce: client.randomNonce(),',
    '  }',
    '  const address = client.buildAuthorizationUrl(config, {',
    `    redirect_uri: '${redirectUri}',`,
    "    scope: 'openid profile email permissions',",
    '    code_challenge: await client.calculatePKCECodeChallenge(remembered.pkceCodeVerifier),',
    "    code_challenge_method: 'S256',",
    '    state: remembered.expectedState,',
    '    nonce: remembered.expectedNonce,',
    '  })',
    '  return { address, remembered }',
    '}',
    '',
    'export async function finish(currentUrl, remembered) {',
    '  return await client.authorizationCodeGrant(config, currentUrl, { ...remembered, idTokenExpected: true })',
    '}',
    ...(postLogoutRedirectUri === undefined ? [] : signOut(postLogoutRedirectUri)),
  ]
  return lines.join('\n')
}

const signOut = (address: string): readonly string[] => [
  '',
  'export function signOutAddress(idToken) {',
  '  return client.buildEndSessionUrl(config, {',
  '    id_token_hint: idToken,',
  `    post_logout_redirect_uri: '${address}',`,
  '  })',
  '}',
]

interface Proof {
  readonly before: readonly string[]
  readonly auth: string
}

const proofs: Readonly<Record<AuthMethod, Proof>> = {
  client_secret_basic: { before: [], auth: 'client.ClientSecretBasic(process.env.PORTVAKT_CLIENT_SECRET)' },
  client_secret_post: { before: [], auth: 'client.ClientSecretPost(process.env.PORTVAKT_CLIENT_SECRET)' },
  none: { before: [], auth: 'client.None()' },
  private_key_jwt: {
    before: [
      "import { readFile } from 'node:fs/promises'",
      '',
      "const jwk = JSON.parse(await readFile(process.env.PORTVAKT_PRIVATE_JWK_FILE, 'utf8'))",
      "const algorithm = jwk.kty === 'EC'",
      "  ? { name: 'ECDSA', namedCurve: 'P-256' }",
      "  : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }",
      "const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign'])",
      '',
    ],
    auth: 'client.PrivateKeyJwt({ key, kid: jwk.kid })',
  },
}
