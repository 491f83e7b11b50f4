import { agency } from '../agency.js'

export const add = {
  title: 'Lägg till användare',
  stepOf: (step: number, of: number) => `Steg ${step} av ${of}`,
  continue: 'Fortsätt',
  back: 'Tillbaka',
  cancel: 'Avbryt och kasta det jag har skrivit',
  forOrganisation: (name: string) => `Du lägger till en användare för ${name}.`,

  organisationTitle: 'Vilken skola eller kommun gäller det?',
  organisation: 'Skola eller kommun',
  organisationMissing: 'Välj vilken skola eller kommun det gäller.',

  numberTitle: 'Vem vill du lägga till?',
  numberPreamble:
    'Skriv personens personnummer eller samordningsnummer. Finns personen redan hos oss behöver du inte fylla i något mer om personen.',
  number: 'Personnummer eller samordningsnummer',
  numberHint: 'Tio eller tolv siffror, till exempel 19900101-2385. Det går lika bra utan bindestreck.',
  numberWrong: {
    'their-own':
      'Det här är ditt eget nummer. Ingen kan ge sig själv behörighet. Be en annan behörighetsadministratör.',
    ended: `Personens konto är avslutat och kan inte få behörighet. Ring ${agency.telephone.toLowerCase()} på ${agency.number} om personen ska börja rapportera igen.`,
  },
  coordinationNumber: 'Samordningsnummer',
  personalNumber: 'Personnummer',
  born: (day: string) => `Född ${day}`,
  bornUnknown: 'Födelsedagen är inte känd',
  checkNumber: 'Kontrollera att numret stämmer, siffra för siffra.',
  changeNumber: 'Ändra numret',

  personTitle: 'Vem är personen?',
  personPreamble:
    'Personen finns inte hos oss än. Uppgifterna används för ett brev med användarnamnet och för mejl om kontot.',
  givenName: 'Förnamn',
  familyName: 'Efternamn',
  email: 'E-postadress',
  emailHint:
    'Personens egen adress på arbetet. Dit skickas engångslösenordet, så ingen annan ska kunna läsa posten där.',
  emailAgain: 'E-postadress en gång till',
  address: 'Adress',
  addressHint: 'Dit skickas brevet med användarnamnet.',
  street: 'Gatuadress eller box',
  postalCode: 'Postnummer',
  postalCodeHint: 'Fem siffror i Sverige',
  locality: 'Ort',
  addressIsRight: 'Ja, postnumret och orten hör ihop',
  emailAgainMissing: 'Skriv e-postadressen en gång till.',
  otherLocality: (code: string, locality: string) =>
    `Postnumret ${code} hör till ${locality} i vårt register. Rätta det som är fel, eller kryssa för att det stämmer.`,

  servicesTitle: 'Vilka behörigheter ska personen ha?',
  servicesPreamble: 'Kryssa i det som personen ska kunna rapportera, och välj från och med vilken dag.',
  servicesOf: 'Tjänster',
  daysOf: (service: string) => `Dagar för ${service}`,
  from: 'Från och med',
  to: 'Till och med',
  toHint: 'Får vara tomt: då gäller den tills vidare.',
  known: 'Personen finns redan hos oss',
  knownWords:
    'Personen har redan ett konto. Namn, adress och e-postadress finns redan och ändras inte. Du ger bara behörighet för din organisation.',
  knownHere: 'Personen har redan behörighet hos er',
  knownHereWords: 'Det som redan gäller ändrar du på personens sida.',
  toPerson: 'Öppna personens sida',
  holds: (terms: string) => `Har redan. ${terms}.`,
  byAgency: 'Ges av myndigheten',
  byAgencyWords: (services: string) =>
    `${services} ges av en handläggare. Ring ${agency.telephone.toLowerCase()} på ${agency.number}.`,
  nothingToGive: `Du kan inte ge någon behörighet här. Ring ${agency.telephone.toLowerCase()} på ${agency.number}.`,
  servicesMissing: 'Kryssa i minst en tjänst.',
  dayMissing: 'Skriv från och med vilken dag.',
  refused: {
    overlaps:
      'Personen har redan den här behörigheten de dagarna. Ändra dagarna, eller ändra behörigheten på personens sida.',
    'to-themselves': 'Ingen kan ge sig själv behörighet.',
    'ends-before-it-starts': 'Sista dagen ligger före den första.',
    'in-the-past': 'Dagen har redan varit. Välj i dag eller en senare dag.',
    'not-offered': 'Tjänsten finns inte för den här skolan eller kommunen.',
    'not-theirs': 'Du får inte ge den här behörigheten här längre.',
    'no-such-account': 'Personens konto är avslutat.',
    'no-such-organisation': 'Skolan eller kommunen är stängd.',
  },

  summaryTitle: 'Stämmer allt?',
  summaryPreamble: 'Inget är sparat än. Läs igenom och ändra det som inte stämmer.',
  who: 'Personen',
  where: 'Skola eller kommun',
  knownPerson: 'Finns redan hos oss',
  name: 'Namn',
  permissions: 'Behörigheter',
  whatHappens: 'Det här händer när du sparar',
  save: 'Spara',
  changeWhat: {
    organisation: 'Ändra skola eller kommun',
    person: 'Ändra personens uppgifter',
    services: 'Ändra behörigheter',
  },
  next: {
    account: 'Personen får ett konto med ett eget användarnamn.',
    letter: 'Vi skickar ett brev med användarnamnet till adressen. Det postas inom några dagar.',
    password: (days: number) =>
      days === 0
        ? 'När brevet är postat skickar vi ett mejl med ett engångslösenord till personen.'
        : `${days === 1 ? 'En dag' : `${days} dagar`} efter att brevet är postat skickar vi ett mejl med ett engångslösenord till personen.`,
    kiosk:
      'Med användarnamnet och engångslösenordet väljer personen ett eget lösenord i lösenordskiosken och kan sedan logga in.',
    mail: 'Personen får ett mejl om den nya behörigheten med en gång.',
    signIn: 'Personen loggar in med samma användarnamn och lösenord som förut.',
    administrators: 'Alla behörighetsadministratörer för skolan eller kommunen får ett mejl om vad du har gjort.',
  },

  doneTitle: 'Användaren är tillagd',
  doneKnownTitle: 'Behörigheten är given',
  doneNew: (name: string) => `${name} har fått ett konto och behörighet.`,
  doneNewUnnamed: 'Personen har fått ett konto och behörighet.',
  doneKnown: 'Personen fanns redan hos oss och har fått behörighet hos er. Inget annat om personen har ändrats.',
  nowNext: 'Det här händer nu',
  another: 'Lägg till en till',

  help: [
    'Här lägger du till en person som ska rapportera för din skola eller kommun. Det tar ett par minuter.',
    'Du behöver personens personnummer eller samordningsnummer, namn, e-postadress och postadress. Finns personen redan hos oss räcker numret.',
    'Inget sparas förrän du trycker på Spara på sista sidan. Du kan gå tillbaka och ändra. Det du har skrivit finns kvar i ett dygn och syns bara för dig.',
    'Användarnamnet går med brev och engångslösenordet med mejl, så att ingen annan kan få båda. Du kan aldrig se personens lösenord.',
  ],
} as const
