/** The relying services that sign people in with us. */
export const relyingServices = {
  title: 'Relying services',
  preamble: 'The services that sign people in with us and are told which permissions they have.',
  register: 'Register a relying service',
  nothing: 'No relying service is registered.',
  state: { on: 'On', off: 'Turned off' },

  newTitle: 'Register a relying service',
  newPreamble:
    'Type what those who run the service have told us. Addresses are compared letter for letter, so they must be exactly as the service sends them.',
  changeTitle: (name: string) => `Change ${name}`,
  changePreamble: 'The change holds at once, from the next sign-in.',

  naming: 'Names and address',
  clientId: 'The id of the service (client_id)',
  clientIdHint: 'Small letters a–z, digits and hyphens, 3–64 characters. It cannot be changed later.',
  nameSv: 'Name in Swedish',
  nameEn: 'Name in English',
  homeUri: 'Home address',
  homeUriHint: 'Where we link to, for instance from our start page.',

  addresses: 'Addresses for signing in and out',
  redirectUris: 'Addresses after sign-in (redirect_uris)',
  redirectUrisHint: 'One address a line, with https. This is where the person is sent back.',
  postLogoutRedirectUris: 'Addresses after sign-out (post_logout_redirect_uris)',
  postLogoutRedirectUrisHint: 'One address a line. Leave empty if the service has none.',
  backchannelLogoutUri: 'Address where the service is told that a session has ended (backchannel_logout_uri)',
  backchannelLogoutUriHint:
    'Needed for a withdrawn permission to be felt at once in the service. Leave empty if there is none.',

  services: 'Services whose permissions it is told of',
  servicesHint: 'A person needs permission for at least one of them to come in.',

  authentication: 'How the service shows who it is',
  authMethod: 'Method',
  method: {
    private_key_jwt: 'A key of its own (private_key_jwt)',
    client_secret_basic: 'Secret in the header (client_secret_basic)',
    client_secret_post: 'Secret in the form (client_secret_post)',
    none: 'None (none), PKCE only',
  },
  methodWords: {
    private_key_jwt: 'The safest: the service keeps its private key, and we have only the public one.',
    client_secret_basic: 'We make the secret and show it once.',
    client_secret_post: 'What ASP.NET Core uses. We make the secret and show it once.',
    none: 'For apps that can keep nothing secret, for instance in a browser. The service cannot ask whether a token holds.',
  },
  publicKeys: 'Public keys (JWKS), if the service has a key of its own',
  publicKeysHint: 'Paste the whole key set: EC P-256 (ES256) or RSA with at least 2048 bits (RS256).',

  tokens: 'Tokens',
  idTokenSignedResponseAlg: 'Signature of the ID token (id_token_signed_response_alg)',
  algorithm: { ES256: 'ES256', RS256: 'RS256' },
  algorithmWords: {
    ES256: 'Choose it if the service knows it.',
    RS256: 'For those that do not know ES256, such as Spring Security when it is to be told of sign-outs.',
  },
  mayRefresh: 'The service may renew its token without another sign-in (refresh_token)',
  mayRefreshWords: (hours: number) =>
    `For ${hours === 1 ? 'an hour' : `${hours} hours`} at most, and only while the person is signed in with us.`,
  isFirstParty: 'It is the agency’s own service: the person is not asked',
  isFirstPartyWords:
    'Otherwise each person sees what the service wants to know, and agrees to it, at each sign-in with us.',
  save: 'Register',
  saveChange: 'Save the change',

  wrong: {
    id: 'Type an id of 3–64 characters: small letters a–z, digits and hyphens.',
    taken: 'There is a service with that id already. Choose another.',
    name: 'Type a name of at most 100 characters.',
    none: 'Type at least one address after sign-in.',
    'too-many': 'Type at most 20 addresses.',
    services: 'Choose at least one service.',
    authMethod: 'Choose how the service shows who it is.',
    idTokenSignedResponseAlg: 'Choose a signature.',
    'keys-missing': 'Paste the public keys of the service.',
  },
  wrongAddress: {
    'not-an-address': (address: string) =>
      address === ''
        ? 'Type an address that begins with https://.'
        : `${address} is no address. Type the whole of it, without spaces and with the letters a–z, for instance https://service.example.se/back.`,
    'not-https': (address: string) => `${address} must begin with https://.`,
    'has-user': (address: string) => `${address} has a username before @. Remove it.`,
    'has-fragment': (address: string) => `${address} has a #. Remove it and all that follows.`,
    'has-wildcard': (address: string) => `${address} has a *. Type each address by itself.`,
    'not-plain': (address: string) =>
      `${address} can be read in several ways. Type it as a browser shows it: small letters in the host name, no :443, no ../ and no double slashes.`,
    inside: (address: string) =>
      `${address} leads inside our own network. We send no messages there unless operations has allowed the address in the setting CALLABLE_INSIDE.`,
  },
  wrongKeys: {
    'not-json': () => 'That is no JSON. Paste the whole key set, from { to }.',
    'no-keys': () => 'There are no keys in it. The set should have a list called “keys”.',
    'too-many': () => 'There is room for five keys at most.',
    private: (key: number) =>
      `Key ${key} is private. It has now been shown and must not be used any more: ask the service to make another, and to send only the public part.`,
    unusable: (key: number) => `Key ${key} cannot be used. It should be EC P-256 (ES256) or RSA (RS256).`,
    'too-weak': (key: number) => `Key ${key} is too short. An RSA key should have at least 2048 bits.`,
    'same-name': (key: number) => `Key ${key} has the same kid as another. Give each key its own.`,
  },
  changedMeanwhileTitle: 'Somebody else has changed the service',
  changedMeanwhile:
    'It happened while you were typing. What you typed remains below. Compare it with what holds now, and save again if your change is to hold.',
  nowInForce: 'What holds now',

  facts: 'Details',
  createdAt: 'Registered',
  changedAt: 'Changed',
  secretMadeAt: 'The secret was made',
  formerSecretEndsAt: 'The former secret works until',
  keysNamed: (kids: string) => `Keys: ${kids}`,
  noName: 'without a name',
  yes: 'Yes',
  no: 'No',
  noAddress: 'None',
  consentShown: 'The person is asked',
  refreshShown: 'May renew tokens',

  done: {
    registered: 'The service is registered.',
    changed: 'The change holds.',
    unchanged: 'Nothing was changed.',
    off: 'The service is turned off. Nobody can sign in to it, and those who were signed in are signed out.',
    on: 'The service is on again.',
  },
  change: 'Change',
  tryIt: 'Try it',
  settings: 'Settings to copy',
  renew: 'Make a new secret',
  turnOff: 'Turn off',
  turnOn: 'Turn on again',
  openService: (name: string) => `Open ${name}`,
  isOff: 'The service is turned off. Nobody can sign in to it.',

  secretTitle: 'The secret of the service',
  secretOnce: 'The secret is shown only now',
  secretWhat:
    'Copy it and hand it to those who run the service in a safe way, not by ordinary e-mail. When you leave the page it cannot be seen again. If it is lost you make another.',
  secretLabel: 'Secret (client_secret)',
  formerStopped: 'The former secret does not work any more.',
  formerWorks: (until: string) => `The former secret works until ${until}.`,
  toService: (name: string) => `To ${name}`,
  copy: 'Copy',
  copied: 'Copied',

  renewTitle: (name: string) => `A new secret for ${name}`,
  renewWhat: 'The new secret is shown once, on the next page.',
  former: 'The former secret',
  formerAtOnce: 'Stops at once',
  formerAtOnceWords: 'Choose it if somebody may have seen it. The service does not work until it has the new one.',
  formerForADay: 'Works for 24 hours more',
  formerForADayWords: 'Choose it for a planned change, so that there is time to give the service the new one.',
  chooseFormer: 'Choose what happens to the former secret.',

  turnOffTitle: (name: string) => `Turn off ${name}?`,
  turnOffWhat: [
    'Nobody can sign in to it, and whoever comes from it is told that it is turned off.',
    'All tokens that it was given stop at once, and it is told to sign everybody out.',
    'People stay signed in with us and in other services. Their permissions do not change.',
    'You can turn it on again. It then begins anew: everybody signs in again.',
  ],

  tryTitle: (name: string) => `Try ${name}`,
  tryWhat:
    'Type a person’s username to see whether they come in and exactly what the service is told. Nobody is signed in, and nothing is sent to the service. That you looked stands in the log.',
  tryUsername: 'Username',
  tryButton: 'Show',
  tryNobody: 'No account has that username.',
  tryLetIn: (person: string) => `${person} comes in`,
  tryRefused: (person: string) => `${person} does not come in`,
  why: {
    'account-ended': 'The account has ended.',
    'no-permission': 'The person has no permission today for any of its services. The service gets access_denied.',
    'turned-off': 'The service is turned off.',
  },
  tryClaims: 'This is what the service is told, in the ID token and by userinfo',
  tryClaimsHint: 'With the scope “openid profile email permissions”. If the service asks for less it gets less.',
  tryHeader: 'The ID token',
  tryReal:
    'To see a real sign-in, open the service and sign in there. The answer goes only to addresses that are registered for it, so we cannot show it here.',

  settingsTitle: (name: string) => `Settings for ${name}`,
  settingsWhat:
    'Ready to paste, with the service’s own values. The secret is not among them: set it in the environment as PORTVAKT_CLIENT_SECRET.',
  settingsNotes: {
    aspNetPost:
      'ASP.NET Core sends the secret in the form. Change the method of the service to client_secret_post, or it is refused.',
    springNotices:
      'Spring Security takes notices of a sign-out signed with RS256 only. Change the signature to RS256, or the notices are refused.',
    springBackchannel: (address: string) =>
      `Spring Security takes notices of sign-out at ${address}. Register that address as backchannel_logout_uri.`,
    apacheBackchannel: (address: string) =>
      `mod_auth_openidc takes notices of sign-out at ${address}. Register that address as backchannel_logout_uri.`,
    apacheElliptic:
      'The key of this service is an EC key. Older versions of mod_auth_openidc sign with RSA only: upgrade, or register an RSA key.',
    publicServer:
      'The service is registered without a secret. This product runs on a server and can keep one, so rather choose a key of its own or a secret.',
  },
  discovery: 'Most products read everything else by themselves here:',
} as const
