/** E-tjänster: the relying services that sign people in with us. */
export const relyingServices = {
  title: 'E-tjänster',
  preamble: 'De e-tjänster som loggar in personer hos oss och får veta vilka behörigheter de har.',
  register: 'Registrera en e-tjänst',
  nothing: 'Ingen e-tjänst är registrerad.',
  state: { on: 'Öppen', off: 'Avstängd' },

  newTitle: 'Registrera en e-tjänst',
  newPreamble:
    'Skriv uppgifterna som den som driver e-tjänsten har lämnat. Adresserna jämförs tecken för tecken, så de måste vara exakt som e-tjänsten skickar dem.',
  changeTitle: (name: string) => `Ändra ${name}`,
  changePreamble: 'Ändringen gäller direkt, vid nästa inloggning.',

  naming: 'Namn och adress',
  clientId: 'E-tjänstens id (client_id)',
  clientIdHint: 'Små bokstäver a–z, siffror och bindestreck, 3–64 tecken. Det går inte att ändra sedan.',
  nameSv: 'Namn på svenska',
  nameEn: 'Namn på engelska',
  homeUri: 'Startadress',
  homeUriHint: 'Dit vi länkar, till exempel från vår startsida.',

  addresses: 'Adresser för in- och utloggning',
  redirectUris: 'Adresser efter inloggning (redirect_uris)',
  redirectUrisHint: 'En adress per rad, med https. Hit skickas personen tillbaka.',
  postLogoutRedirectUris: 'Adresser efter utloggning (post_logout_redirect_uris)',
  postLogoutRedirectUrisHint: 'En adress per rad. Lämna tomt om e-tjänsten inte har någon.',
  backchannelLogoutUri: 'Adress där e-tjänsten får veta att en inloggning är slut (backchannel_logout_uri)',
  backchannelLogoutUriHint:
    'Behövs för att en indragen behörighet ska märkas direkt i e-tjänsten. Lämna tomt om den saknas.',

  services: 'Tjänster som e-tjänsten får veta behörigheter för',
  servicesHint: 'En person behöver behörighet till minst en av dem för att komma in.',

  authentication: 'Hur e-tjänsten visar vem den är',
  authMethod: 'Metod',
  method: {
    private_key_jwt: 'Egen nyckel (private_key_jwt)',
    client_secret_basic: 'Hemlighet i sidhuvudet (client_secret_basic)',
    client_secret_post: 'Hemlighet i formuläret (client_secret_post)',
    none: 'Ingen (none), bara PKCE',
  },
  methodWords: {
    private_key_jwt: 'Säkrast: e-tjänsten behåller sin privata nyckel och vi har bara den publika.',
    client_secret_basic: 'Vi skapar hemligheten och visar den en gång.',
    client_secret_post: 'Det som ASP.NET Core använder. Vi skapar hemligheten och visar den en gång.',
    none: 'För appar som inte kan hålla något hemligt, till exempel i webbläsaren. E-tjänsten kan då inte fråga om en token gäller.',
  },
  publicKeys: 'Publika nycklar (JWKS), om e-tjänsten har egen nyckel',
  publicKeysHint: 'Klistra in hela nyckeluppsättningen: EC P-256 (ES256) eller RSA med minst 2048 bitar (RS256).',

  tokens: 'Intyg',
  idTokenSignedResponseAlg: 'Signatur på id-intyget (id_token_signed_response_alg)',
  algorithm: { ES256: 'ES256', RS256: 'RS256' },
  algorithmWords: {
    ES256: 'Välj den om e-tjänsten klarar den.',
    RS256: 'För dem som inte klarar ES256, till exempel Spring Security när den ska få besked om utloggning.',
  },
  mayRefresh: 'E-tjänsten får förnya sitt intyg utan ny inloggning (refresh_token)',
  mayRefreshWords: (hours: number) =>
    `Högst ${hours === 1 ? 'en timme' : `${hours} timmar`}, och bara så länge personen är inloggad hos oss.`,
  isFirstParty: 'Det är myndighetens egen e-tjänst: personen tillfrågas inte',
  isFirstPartyWords:
    'Annars får varje person se vad e-tjänsten vill veta, och godkänna det, vid varje inloggning hos oss.',
  save: 'Registrera',
  saveChange: 'Spara ändringen',

  wrong: {
    id: 'Skriv ett id med 3–64 tecken: små bokstäver a–z, siffror och bindestreck.',
    taken: 'Det finns redan en e-tjänst med det id:t. Välj ett annat.',
    name: 'Skriv ett namn med högst 100 tecken.',
    none: 'Skriv minst en adress efter inloggning.',
    'too-many': 'Skriv högst 20 adresser.',
    services: 'Välj minst en tjänst.',
    authMethod: 'Välj hur e-tjänsten visar vem den är.',
    idTokenSignedResponseAlg: 'Välj signatur.',
    'keys-missing': 'Klistra in e-tjänstens publika nycklar.',
  },
  wrongAddress: {
    'not-an-address': (address: string) =>
      address === ''
        ? 'Skriv en adress som börjar med https://.'
        : `${address} är ingen adress. Skriv den hel, utan mellanslag och med bokstäverna a–z, till exempel https://tjanst.example.se/svar.`,
    'not-https': (address: string) => `${address} måste börja med https://.`,
    'has-user': (address: string) => `${address} har ett användarnamn före @. Ta bort det.`,
    'has-fragment': (address: string) => `${address} har ett #. Ta bort det och allt efter.`,
    'has-wildcard': (address: string) => `${address} har en *. Skriv varje adress för sig.`,
    'not-plain': (address: string) =>
      `${address} kan läsas på flera sätt. Skriv den som webbläsaren visar den: små bokstäver i värdnamnet, inget :443, inga ../ och inga dubbla snedstreck.`,
    inside: (address: string) =>
      `${address} leder in i vårt eget nät. Dit skickar vi inga meddelanden, om inte driften har tillåtit adressen i inställningen CALLABLE_INSIDE.`,
  },
  wrongKeys: {
    'not-json': () => 'Det är ingen JSON. Klistra in hela nyckeluppsättningen, från { till }.',
    'no-keys': () => 'Där finns inga nycklar. Uppsättningen ska ha en lista som heter ”keys”.',
    'too-many': () => 'Högst fem nycklar får plats.',
    private: (key: number) =>
      `Nyckel ${key} är privat. Den har nu visats och får inte användas mer: be e-tjänsten göra en ny och skicka bara den publika delen.`,
    unusable: (key: number) => `Nyckel ${key} går inte att använda. Den ska vara EC P-256 (ES256) eller RSA (RS256).`,
    'too-weak': (key: number) => `Nyckel ${key} är för kort. En RSA-nyckel ska ha minst 2048 bitar.`,
    'same-name': (key: number) => `Nyckel ${key} har samma kid som en annan. Ge varje nyckel en egen.`,
  },
  changedMeanwhileTitle: 'Någon annan har ändrat e-tjänsten',
  changedMeanwhile:
    'Det hände medan du skrev. Det du skrev står kvar nedan. Jämför med det som gäller nu, och spara igen om din ändring ska gälla.',
  nowInForce: 'Det som gäller nu',

  facts: 'Uppgifter',
  createdAt: 'Registrerad',
  changedAt: 'Ändrad',
  secretMadeAt: 'Hemligheten gjordes',
  formerSecretEndsAt: 'Den förra hemligheten fungerar till',
  keysNamed: (kids: string) => `Nycklar: ${kids}`,
  noName: 'utan namn',
  yes: 'Ja',
  no: 'Nej',
  noAddress: 'Ingen',
  consentShown: 'Personen tillfrågas',
  refreshShown: 'Får förnya intyg',

  done: {
    registered: 'E-tjänsten är registrerad.',
    changed: 'Ändringen gäller.',
    unchanged: 'Inget var ändrat.',
    off: 'E-tjänsten är avstängd. Ingen kan logga in dit, och de som var inloggade är utloggade.',
    on: 'E-tjänsten är öppen igen.',
  },
  change: 'Ändra',
  tryIt: 'Pröva',
  settings: 'Inställningar att kopiera',
  renew: 'Gör en ny hemlighet',
  turnOff: 'Stäng av',
  turnOn: 'Öppna igen',
  openService: (name: string) => `Öppna ${name}`,
  isOff: 'E-tjänsten är avstängd. Ingen kan logga in dit.',

  secretTitle: 'E-tjänstens hemlighet',
  secretOnce: 'Hemligheten visas bara nu',
  secretWhat:
    'Kopiera den och lämna den till den som driver e-tjänsten på ett säkert sätt, inte med vanlig e-post. När du lämnar sidan går den inte att se igen. Tappas den bort får du göra en ny.',
  secretLabel: 'Hemlighet (client_secret)',
  formerStopped: 'Den förra hemligheten fungerar inte längre.',
  formerWorks: (until: string) => `Den förra hemligheten fungerar till ${until}.`,
  toService: (name: string) => `Till ${name}`,
  copy: 'Kopiera',
  copied: 'Kopierat',

  renewTitle: (name: string) => `Ny hemlighet till ${name}`,
  renewWhat: 'Den nya hemligheten visas en gång, på nästa sida.',
  former: 'Den förra hemligheten',
  formerAtOnce: 'Slutar gälla direkt',
  formerAtOnceWords: 'Välj det om någon kan ha sett den. E-tjänsten fungerar inte förrän den har fått den nya.',
  formerForADay: 'Fungerar i 24 timmar till',
  formerForADayWords: 'Välj det vid ett planerat byte, så hinner e-tjänsten få den nya.',
  chooseFormer: 'Välj vad som händer med den förra hemligheten.',

  turnOffTitle: (name: string) => `Stäng av ${name}?`,
  turnOffWhat: [
    'Ingen kan logga in dit, och den som kommer därifrån får veta att den är avstängd.',
    'Alla intyg som e-tjänsten har fått slutar gälla direkt, och den får besked om att logga ut alla.',
    'Personerna är kvar inloggade hos oss och i andra e-tjänster. Deras behörigheter ändras inte.',
    'Du kan öppna den igen. Då börjar den om: alla loggar in på nytt.',
  ],

  tryTitle: (name: string) => `Pröva ${name}`,
  tryWhat:
    'Skriv en persons användarnamn, så ser du om personen kommer in och exakt vad e-tjänsten får veta. Ingen loggas in och inget skickas till e-tjänsten. Att du har tittat syns i loggen.',
  tryUsername: 'Användarnamn',
  tryButton: 'Visa',
  tryNobody: 'Inget konto har det användarnamnet.',
  tryLetIn: (person: string) => `${person} kommer in`,
  tryRefused: (person: string) => `${person} kommer inte in`,
  why: {
    'account-ended': 'Kontot är avslutat.',
    'no-permission':
      'Personen har i dag ingen behörighet till någon av e-tjänstens tjänster. E-tjänsten får access_denied.',
    'turned-off': 'E-tjänsten är avstängd.',
  },
  tryClaims: 'Det här får e-tjänsten veta, i id-intyget och från userinfo',
  tryClaimsHint: 'Med scope ”openid profile email permissions”. Begär e-tjänsten mindre får den mindre.',
  tryHeader: 'Id-intyget',
  tryReal:
    'Vill du se en riktig inloggning, öppna e-tjänsten och logga in där. Svaret går bara till adresser som är registrerade för e-tjänsten, så vi kan inte visa det här.',

  settingsTitle: (name: string) => `Inställningar för ${name}`,
  settingsWhat:
    'Färdiga att klistra in, med e-tjänstens egna värden. Hemligheten står inte med: sätt den i miljön som PORTVAKT_CLIENT_SECRET.',
  settingsNotes: {
    aspNetPost:
      'ASP.NET Core skickar hemligheten i formuläret. Ändra e-tjänstens metod till client_secret_post, annars nekas den.',
    springNotices:
      'Spring Security tar bara emot besked om utloggning som är undertecknade med RS256. Ändra signaturen till RS256, annars nekas beskeden.',
    springBackchannel: (address: string) =>
      `Spring Security tar emot besked om utloggning på ${address}. Registrera den adressen som backchannel_logout_uri.`,
    apacheBackchannel: (address: string) =>
      `mod_auth_openidc tar emot besked om utloggning på ${address}. Registrera den adressen som backchannel_logout_uri.`,
    apacheElliptic:
      'E-tjänstens nyckel är en EC-nyckel. Äldre versioner av mod_auth_openidc skriver bara under med RSA: uppgradera, eller registrera en RSA-nyckel.',
    publicServer:
      'E-tjänsten är registrerad utan hemlighet. Den här produkten kör på en server och kan hålla en hemlighet, så välj hellre egen nyckel eller hemlighet.',
  },
  discovery: 'Allt annat läser de flesta produkter själva här:',
} as const
