export const login = {
  title: (service: string) => `Logga in till ${service}`,
  username: 'Användarnamn',
  password: 'Lösenord',
  showPassword: 'Visa lösenordet',
  hidePassword: 'Dölj lösenordet',
  signIn: 'Logga in',
  forgottenOrChange: 'Har du glömt eller vill ändra ditt lösenord?',
  forgottenUsername:
    'Har du glömt ditt användarnamn? Kontakta behörighetsadministratören på din skola eller i din kommun.',
  cancel: 'Avbryt och gå tillbaka till tjänsten',
  emptyUsername: 'Skriv ditt användarnamn.',
  emptyPassword: 'Skriv ditt lösenord.',
  unusableUsername:
    'Användarnamnet innehåller något som inte kan stå i ett användarnamn. Skriv det som det står i brevet.',
  controlCharacters: 'Det finns ett osynligt tecken i det du skrev, till exempel en radbrytning. Skriv det igen.',
  tooLong: (most: number) => `Det du skrev är för långt. Ett lösenord har högst ${most} tecken.`,
  wrongTitle: 'Fel användarnamn eller lösenord',
  wrong: (tolerated: number, minutes: number) =>
    `Efter fler än ${tolerated === 3 ? 'tre' : tolerated} felaktiga försök spärras inloggningen i ${minutes} minuter.`,
  triesLeft: (tries: number) => (tries === 1 ? 'Du har ett försök kvar.' : `Du har ${tries} försök kvar.`),
  mayBeRight:
    'Just nu kan vi inte pröva alla lösenord och engångslösenord. Är du säker på att du skrev rätt kan du välja ett nytt lösenord i lösenordskiosken. Har du inte valt något lösenord än kan din behörighetsadministratör skicka ett nytt engångslösenord.',
  lockedTitle: 'Inloggningen är spärrad',
  locked: (clock: string) =>
    `Det har gjorts för många felaktiga försök. Inloggningen öppnas igen ${clock}. Tills dess går det inte att logga in, inte heller med rätt lösenord.`,
  lockedReset: 'Du behöver inte vänta om du byter lösenord i lösenordskiosken.',
  toKiosk: 'Till lösenordskiosken',
  lockedStill: 'Kommer du inte in sedan heller? Ring oss.',

  consentTitle: (service: string) => `Får ${service} veta det här om dig?`,
  consent: (service: string) => `${service} drivs inte av oss. Du är inloggad hos oss, och e-tjänsten vill veta:`,
  consentTo: {
    openid: 'ett id som är ditt hos oss, men som inte säger vem du är',
    profile: 'ditt namn och ditt användarnamn',
    email: 'din e-postadress',
    permissions: 'vilka skolor och kommuner du har behörighet för, i de tjänster som den är registrerad för',
  },
  consentLasts: 'Ditt svar gäller tills du loggar ut hos oss.',
  agree: 'Godkänn och gå vidare',
  noPermissionTitle: (service: string) => `Du har ingen behörighet till ${service}`,
  noPermission: (service: string) =>
    `Du är inloggad, men du har ingen behörighet som gäller i dag för någon tjänst i ${service}.`,
  whomToAsk: 'Det är behörighetsadministratören som ger behörighet. Kontakta:',
  askYourSchool: 'Kontakta behörighetsadministratören på din skola eller i din kommun.',
  nobodyAppointed: 'behörighetsadministratören',
  backToService: 'Tillbaka till tjänsten',
  asSomebodyElse: 'Logga in som någon annan',

  again:
    'Det du ska göra kräver att du nyss har visat vem du är. Logga in igen, så kommer du tillbaka till sidan och kan fortsätta. Det du skrev i ett formulär där får du skriva igen.',

  doneTitle: 'Du är redan inloggad',
  done: 'Den här inloggningen är klar. Fortsätt i tjänsten som du loggade in till.',
  overTitle: 'Inloggningen gäller inte längre',
  over: 'Den kan ha varit öppen för länge, redan vara avslutad eller ha påbörjats i en annan webbläsare. Gå till tjänsten som du vill använda och logga in därifrån igen.',
} as const
