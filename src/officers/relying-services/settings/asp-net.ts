import { needsSecret, type Client } from '../../../relying-services/client.js'

/** Microsoft.AspNetCore.Authentication.OpenIdConnect (learn.microsoft.com, "Configure OpenID Connect Web (UI) authentication"). */
export function forAspNet(client: Client, { issuer }: { readonly issuer: string }): string {
  const [redirectUri = ''] = client.redirectUris
  const [signedOut] = client.postLogoutRedirectUris
  const hasKey = client.authMethod === 'private_key_jwt'
  return [
    'using Microsoft.AspNetCore.Authentication.Cookies;',
    'using Microsoft.AspNetCore.Authentication.OpenIdConnect;',
    'using Microsoft.IdentityModel.Protocols.OpenIdConnect;',
    ...(hasKey ? usedByAssertion : []),
    '',
    'var builder = WebApplication.CreateBuilder(args);',
    'builder.Services.AddAuthorization();',
    'builder.Services.AddAuthentication(options =>',
    '{',
    '    options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;',
    '    options.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;',
    '})',
    '.AddCookie()',
    '.AddOpenIdConnect(options =>',
    '{',
    `    options.Authority = "${issuer}";`,
    ...(issuer.startsWith('http:') ? ['    options.RequireHttpsMetadata = false;'] : []),
    `    options.ClientId = "${client.id}";`,
    ...(needsSecret(client.authMethod)
      ? ['    options.ClientSecret = builder.Configuration["PORTVAKT_CLIENT_SECRET"];']
      : []),
    '    options.ResponseType = OpenIdConnectResponseType.Code;',
    '    options.ResponseMode = OpenIdConnectResponseMode.Query;',
    '    options.UsePkce = true;',
    `    options.CallbackPath = "${new URL(redirectUri).pathname}";`,
    ...(signedOut === undefined ? [] : [`    options.SignedOutCallbackPath = "${new URL(signedOut).pathname}";`]),
    '    options.Scope.Clear();',
    '    foreach (var scope in new[] { "openid", "profile", "email", "permissions" }) options.Scope.Add(scope);',
    '    options.MapInboundClaims = false;',
    '    options.TokenValidationParameters.NameClaimType = "name";',
    `    options.TokenValidationParameters.ValidAlgorithms = ["${client.idTokenSignedResponseAlg}"];`,
    '    options.SaveTokens = true;',
    ...(hasKey ? assertion(client, issuer) : []),
    '});',
    '',
    'var app = builder.Build();',
    'app.UseAuthentication();',
    'app.UseAuthorization();',
    'app.MapGet("/", (HttpContext context) => context.User.Identity!.Name).RequireAuthorization();',
    'app.Run();',
  ].join('\n')
}

const usedByAssertion: readonly string[] = [
  'using Microsoft.IdentityModel.JsonWebTokens;',
  'using Microsoft.IdentityModel.Tokens;',
]

/** The handler has no setting for a key: the assertion (RFC 7523, 2.2) is put into the request before it is sent. */
const assertion = (client: Client, issuer: string): readonly string[] => {
  const alg = client.publicKeys?.keys[0]?.['alg'] === 'RS256' ? 'RS256' : 'ES256'
  return [
    '    var signingKey = new JsonWebKey(File.ReadAllText(builder.Configuration["PORTVAKT_PRIVATE_JWK_FILE"]!));',
    '    options.Events.OnAuthorizationCodeReceived = context =>',
    '    {',
    '        context.TokenEndpointRequest!.ClientAssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";',
    '        context.TokenEndpointRequest.ClientAssertion = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor',
    '        {',
    `            Issuer = "${client.id}",`,
    `            Audience = "${issuer}",`,
    '            Claims = new Dictionary<string, object>',
    '            {',
    `                ["sub"] = "${client.id}",`,
    '                ["jti"] = Guid.NewGuid().ToString(),',
    '            },',
    '            Expires = DateTime.UtcNow.AddMinutes(1),',
    `            SigningCredentials = new SigningCredentials(signingKey, "${alg}"),`,
    '        });',
    '        return Task.CompletedTask;',
    '    };',
  ]
}
