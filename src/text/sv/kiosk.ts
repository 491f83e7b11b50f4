const tries = (left: number) => (left === 1 ? 'ett försök' : `${left} försök`)
const minutes = (count: number) => (count === 1 ? 'en minut' : `${count} minuter`)
const words = ['noll', 'ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio']
const inWords = (count: number) => words[count] ?? String(count)

export const kiosk = {
  title: 'Lösenordskiosk',
  startIntroduction: 'Här väljer du själv ett nytt lösenord. Välj det som stämmer för dig.',
  startAgain: 'Sidan du ville till hör till ett steg som inte är ditt just nu. Inget har ändrats. Börja om här.',
  changeLink: 'Vill du ändra ditt lösenord?',
  changeLinkWords: 'Du kan ditt lösenord, eller så har du fått ett engångslösenord för att logga in första gången.',
  forgotLink: 'Har du glömt ditt lösenord eller fungerar det inte?',
  forgotLinkWords: 'Vi mejlar ett engångslösenord till den e-postadress som hör till ditt användarnamn.',
  forgotUsernameTitle: 'Har du glömt ditt användarnamn?',
  forgotUsername: 'Kontakta behörighetsadministratören på din skola eller i din kommun, som kan ta fram det åt dig.',

  username: 'Användarnamn',
  usernameHint: 'Står i brevet som du fick när du lades upp som användare.',
  presentPassword: 'Lösenord eller engångslösenord',
  presentPasswordHint: 'Ditt nuvarande lösenord. Är det första gången: engångslösenordet som vi har mejlat.',
  choosePasswordFirst:
    'Det du skrev är ett engångslösenord. Det loggar inte in, men det låter dig välja ett eget lösenord. Skriv det här en gång till.',
  continue: 'Fortsätt',
  backToStart: 'Tillbaka till lösenordskiosken',
  showPassword: 'Visa lösenordet',
  hidePassword: 'Dölj lösenordet',

  forgotIntroduction: 'Skriv ditt användarnamn, så mejlar vi ett engångslösenord. Med det väljer du ett nytt lösenord.',

  codeTitle: 'Ange engångslösenord',
  codeMailed: 'Om användarnamnet finns har vi mejlat ett engångslösenord till e-postadressen som hör till det.',
  codeLives: (clock: string, left: number) => `Det gäller till ${clock}. Du har ${tries(left)} på dig.`,
  code: 'Ange engångslösenord',
  codeHint: 'Åtta siffror. Mellanslag spelar ingen roll.',
  noMailTitle: 'Har det inte kommit något?',
  noMail: [
    'Vänta ett par minuter och titta i skräpposten.',
    'Kontrollera att du har skrivit rätt användarnamn.',
    'Använd den webbläsare som du beställde i. Det är bara där som engångslösenordet fungerar.',
  ],
  orderLimits: (perMinute: number, perHour: number, perDay: number) =>
    `Du kan beställa ett nytt engångslösenord. Då slutar det förra att gälla. Vi mejlar högst ${inWords(perMinute)} i minuten, ${inWords(perHour)} i timmen och ${inWords(perDay)} om dygnet för varje användarnamn. Beställer du fler än så kommer det inget mejl.`,
  noAddress:
    'Har du bytt e-postadress, eller kommer det ändå inget? Kontakta behörighetsadministratören på din skola eller i din kommun.',
  orderAgain: 'Beställ ett nytt engångslösenord',

  chooseTitle: 'Välj ett nytt lösenord',
  chooseFor: (username: string) => `Du väljer lösenord för användarnamnet ${username}.`,
  newPassword: 'Nytt lösenord',
  newPasswordHint: (least: number) =>
    `Minst ${least} tecken. Ta gärna en mening på tre eller fyra ord som bara du skulle komma på. Mellanslag, å, ä och ö går bra. Det behövs inga särskilda siffror eller tecken.`,
  change: 'Byt lösenord',

  doneTitle: 'Ditt lösenord är bytt',
  done: 'Från och med nu är det bara ditt nya lösenord som gäller. Är du inloggad på något annat ställe loggas du ut där. Vi har också mejlat dig om bytet.',
  signIn: 'Logga in',

  missingPassword: 'Skriv ditt lösenord eller engångslösenord.',
  missingNewPassword: 'Skriv ett nytt lösenord.',
  missingCode: 'Skriv engångslösenordet som vi har mejlat.',
  unusableCode: 'Engångslösenordet är åtta siffror. Skriv det som det står i mejlet.',

  wrongTitle: 'Fel användarnamn eller lösenord',
  wrong: (tolerated: number, minutesLocked: number, left: number) =>
    `Du har ${tries(left)} kvar. Efter fler än ${inWords(tolerated)} felaktiga försök spärras inloggningen i ${minutes(minutesLocked)}.`,
  lockedTitle: 'Inloggningen är spärrad',
  locked: (clock: string) =>
    `Det har gjorts för många felaktiga försök. Inloggningen öppnas igen ${clock}, och då fungerar rätt uppgifter. Försök under tiden räknas inte.`,
  lockedInstead:
    'Du behöver inte vänta. Välj ett nytt lösenord med ett engångslösenord, så öppnas inloggningen genast.',
  wrongCode: (left: number) => `Engångslösenordet stämmer inte. Du har ${tries(left)} kvar.`,
  spentCodeTitle: 'Engångslösenordet går inte längre att använda',
  spentCode:
    'Det är för gammalt, redan använt, ersatt av ett nyare eller har prövats för många gånger. Beställ ett nytt.',
  anotherVisit:
    'Sidan hörde till ett tidigare besök i lösenordskiosken, kanske i en annan flik. Inget har ändrats. Det här är steget som gäller nu.',
  sameAsPresent: 'Det är samma lösenord som du redan har. Välj ett annat.',
  sameAsCode: 'Engångslösenordet kan inte bli ditt lösenord, eftersom det har skickats med mejl. Välj ett eget.',

  goodEnough: 'Lösenordet går bra att använda.',
  tooShort: (least: number) =>
    `Lösenordet är för kort. Det behöver minst ${least} tecken: lägg till ett eller två ord.`,
  weakTooLong: (most: number) => `Lösenordet är för långt. Det har högst ${most} tecken.`,
  common:
    'Lösenordet är ett av dem som många använder, eller bygger på ett sådant. Välj ord som inte brukar stå tillsammans.',
  repeated: 'Lösenordet upprepar samma tecken eller samma korta bit. Lägg till några olika ord.',
  keyboardWalk: 'Lösenordet följer tangenterna på tangentbordet. Lägg till några ord.',
  sequence: 'Lösenordet räknar upp bokstäver eller siffror i ordning. Lägg till några ord.',
  ownUsername: 'Lösenordet bygger på ditt användarnamn. Lägg till några ord som inte har med dig att göra.',
  ownName: 'Lösenordet bygger på ditt namn. Lägg till några ord som inte har med dig att göra.',
  ownEmail: 'Lösenordet bygger på din e-postadress. Lägg till några ord som inte har med dig att göra.',
  ownOrganisation:
    'Lösenordet bygger på namnet på din skola eller kommun. Lägg till några ord som inte har med den att göra.',
  serviceWord: 'Lösenordet bygger på ord som hör till den här tjänsten. Lägg till några andra ord.',
} as const
