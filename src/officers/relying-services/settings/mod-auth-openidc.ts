import { needsSecret, type Client } from '../../../relying-services/client.js'

/** mod_auth_openidc 2.4 (auth_openidc.conf in its repository); Apache takes ${…} from its environment. */
export function forApache(client: Client, { issuer }: { readonly issuer: string }): string {
  const [redirectUri = ''] = client.redirectUris
  const [signedOut] = client.postLogoutRedirectUris
  return [
    `OIDCProviderMetadataURL ${issuer}/.well-known/openid-configuration`,
    `OIDCClientID ${client.id}`,
    ...(needsSecret(client.authMethod) ? ['OIDCClientSecret "${PORTVAKT_CLIENT_SECRET}"'] : []),
    // The keys first: Apache does not start when private_key_jwt is read before there are any.
    ...(client.authMethod === 'private_key_jwt' ? keyFiles(client) : []),
    `OIDCProviderTokenEndpointAuth ${client.authMethod}${hasEllipticKey(client) ? ':ES256' : ''}`,
    `OIDCRedirectURI ${redirectUri}`,
    ...(signedOut === undefined ? [] : [`OIDCDefaultLoggedOutURL ${signedOut}`]),
    'OIDCCryptoPassphrase "${OIDC_CRYPTO_PASSPHRASE}"',
    'OIDCResponseType code',
    'OIDCPKCEMethod S256',
    'OIDCScope "openid profile email permissions"',
    `OIDCIDTokenSignedResponseAlg ${client.idTokenSignedResponseAlg}`,
    'OIDCRemoteUserClaim sub',
    ...(client.backchannelLogoutUri === undefined ? [] : ['OIDCProviderBackChannelLogoutSupported On']),
    '',
    '<Location "/">',
    '  AuthType openid-connect',
    '  Require valid-user',
    '</Location>',
  ].join('\n')
}

/** By itself it takes an RSA key and signs with RS256; another algorithm is named after the method. */
export const hasEllipticKey = ({ authMethod, publicKeys }: Client): boolean =>
  authMethod === 'private_key_jwt' && publicKeys?.keys[0]?.['kty'] === 'EC'

/** The name of the key goes before the file, so that the assertion names the key that we know. */
const keyFiles = ({ publicKeys }: Client): readonly string[] => {
  const kid = publicKeys?.keys[0]?.['kid']
  const named = typeof kid === 'string' && /^[\w.-]+$/.test(kid) ? `${kid}#` : ''
  return [
    `OIDCPublicKeyFiles ${named}/etc/apache2/portvakt/public.pem`,
    `OIDCPrivateKeyFiles ${named}/etc/apache2/portvakt/private.pem`,
  ]
}
