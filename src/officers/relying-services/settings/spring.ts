import type { Client } from '../../../relying-services/client.js'
import { needsSecret } from '../../../relying-services/client.js'

/** Spring Boot's properties for Spring Security (reference, "OAuth 2.0 Login", "Client Authentication Support"). */
export function forSpring(client: Client, { issuer }: { readonly issuer: string }): string {
  const [redirectUri = ''] = client.redirectUris
  return [
    'spring:',
    '  security:',
    '    oauth2:',
    '      client:',
    '        registration:',
    '          portvakt:',
    `            client-id: ${client.id}`,
    ...(needsSecret(client.authMethod) ? ['            client-secret: ${PORTVAKT_CLIENT_SECRET}'] : []),
    `            client-authentication-method: ${client.authMethod}`,
    '            authorization-grant-type: authorization_code',
    `            redirect-uri: "${redirectUri}"`,
    '            scope: openid, profile, email, permissions',
    '        provider:',
    '          portvakt:',
    `            issuer-uri: ${issuer}`,
    '            user-name-attribute: sub',
  ].join('\n')
}

/**
 * What the properties cannot say: PKCE for a client with a secret, a signature other than RS256 (the default of
 * OidcIdTokenDecoderFactory), where the answer comes, and signing out in both directions.
 */
export function forSpringInJava(client: Client): string {
  const { authMethod, idTokenSignedResponseAlg, backchannelLogoutUri, redirectUris, postLogoutRedirectUris } = client
  const [redirectUri = ''] = redirectUris
  const [signedOut] = postLogoutRedirectUris
  const hasKey = authMethod === 'private_key_jwt'
  return [
    ...imported(client),
    '',
    '@Configuration',
    '@EnableWebSecurity',
    'class SecurityConfig {',
    '  @Bean',
    `  SecurityFilterChain security(HttpSecurity http, ClientRegistrationRepository clients${hasKey ? ', JWK signingKey' : ''})`,
    '      throws Exception {',
    '    var requests = new DefaultOAuth2AuthorizationRequestResolver(clients, "/oauth2/authorization");',
    '    requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());',
    ...(hasKey ? keyed : []),
    ...(signedOut === undefined ? [] : leaving(signedOut)),
    '    return http',
    '        .authorizeHttpRequests(any -> any.anyRequest().authenticated())',
    '        .oauth2Login(login -> login',
    '            .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests))',
    ...(hasKey ? ['            .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens))'] : []),
    `            .redirectionEndpoint(endpoint -> endpoint.baseUri("${new URL(redirectUri).pathname}")))`,
    ...(signedOut === undefined ? [] : ['        .logout(logout -> logout.logoutSuccessHandler(leaving))']),
    ...(backchannelLogoutUri === undefined
      ? []
      : ['        .oidcLogout(logout -> logout.backChannel(Customizer.withDefaults()))']),
    '        .build();',
    '  }',
    '',
    '  @Bean',
    '  JwtDecoderFactory<ClientRegistration> idTokens() {',
    '    var factory = new OidcIdTokenDecoderFactory();',
    `    factory.setJwsAlgorithmResolver(client -> SignatureAlgorithm.${idTokenSignedResponseAlg});`,
    '    return factory;',
    '  }',
    ...(hasKey ? keyBean : []),
    ...(backchannelLogoutUri === undefined ? [] : sessionEvents),
    '}',
  ].join('\n')
}

const imported = ({ authMethod, backchannelLogoutUri, postLogoutRedirectUris }: Client): readonly string[] => {
  const hasKey = authMethod === 'private_key_jwt'
  const client = 'org.springframework.security.oauth2.client'
  return [
    ...(hasKey ? ['com.nimbusds.jose.jwk.JWK', 'java.nio.file.Files', 'java.nio.file.Path'] : []),
    ...(hasKey ? ['org.springframework.beans.factory.annotation.Value'] : []),
    'org.springframework.context.annotation.Bean',
    'org.springframework.context.annotation.Configuration',
    ...(backchannelLogoutUri === undefined ? [] : ['org.springframework.security.config.Customizer']),
    'org.springframework.security.config.annotation.web.builders.HttpSecurity',
    'org.springframework.security.config.annotation.web.configuration.EnableWebSecurity',
    ...(hasKey ? [`${client}.endpoint.NimbusJwtClientAuthenticationParametersConverter`] : []),
    ...(hasKey ? [`${client}.endpoint.RestClientAuthorizationCodeTokenResponseClient`] : []),
    `${client}.oidc.authentication.OidcIdTokenDecoderFactory`,
    ...(postLogoutRedirectUris.length > 0 ? [`${client}.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler`] : []),
    `${client}.registration.ClientRegistration`,
    `${client}.registration.ClientRegistrationRepository`,
    `${client}.web.DefaultOAuth2AuthorizationRequestResolver`,
    `${client}.web.OAuth2AuthorizationRequestCustomizers`,
    'org.springframework.security.oauth2.jose.jws.SignatureAlgorithm',
    'org.springframework.security.oauth2.jwt.JwtDecoderFactory',
    'org.springframework.security.web.SecurityFilterChain',
    ...(backchannelLogoutUri === undefined
      ? []
      : ['org.springframework.security.web.session.HttpSessionEventPublisher']),
  ].map((name) => `import ${name};`)
}

const keyBean: readonly string[] = [
  '',
  '  @Bean',
  '  JWK signingKey(@Value("${PORTVAKT_PRIVATE_JWK_FILE}") String file) throws Exception {',
  '    return JWK.parse(Files.readString(Path.of(file)));',
  '  }',
]

/** Without it, the list that notices are looked up in never forgets a session that has ended there (reference, "OIDC Logout"). */
const sessionEvents: readonly string[] = [
  '',
  '  @Bean',
  '  HttpSessionEventPublisher sessionEvents() {',
  '    return new HttpSessionEventPublisher();',
  '  }',
]

const keyed: readonly string[] = [
  '    var tokens = new RestClientAuthorizationCodeTokenResponseClient();',
  '    tokens.addParametersConverter(new NimbusJwtClientAuthenticationParametersConverter<>(client -> signingKey));',
]

const leaving = (address: string): readonly string[] => [
  '    var leaving = new OidcClientInitiatedLogoutSuccessHandler(clients);',
  `    leaving.setPostLogoutRedirectUri("${address}");`,
]

/**
 * It takes a notice signed with RS256 only, whatever it is told to expect of id tokens (spring-security, issues 15273 and
 * 19704, open in September 2026).
 */
export const missesNotices = ({ backchannelLogoutUri, idTokenSignedResponseAlg }: Client): boolean =>
  backchannelLogoutUri !== undefined && idTokenSignedResponseAlg !== 'RS256'
