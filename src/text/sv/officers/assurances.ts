export const assurances = {
  title: 'Försäkringar om hantering av behörighet',
  register: 'Registrera en undertecknad försäkran',
  search: 'Sök försäkran',
  searchHint: 'En del av namnet på personen, skolan eller kommunen, eller början av koden.',
  searchDo: 'Sök',
  stateLabel: 'Läge',
  anyState: 'Alla lägen',
  found: 'Det här hittades',
  nothingFound: 'Ingen försäkran hittades.',
  waiting: 'Väntar på beslut',
  nothingWaiting: 'Ingen försäkran väntar på beslut.',
  decided: 'Beslutade på senare tid',
  registeredBy: (name: string, day: string) => `Registrerad av ${name} ${day}`,
  state: { registered: 'Väntar på beslut', approved: 'Godkänd', rejected: 'Avvisad', withdrawn: 'Återtagen' },
  of: (person: string, organisation: string) => `${person}, ${organisation}`,

  newTitle: 'Registrera försäkran',
  newPreamble: 'Skriv av den undertecknade blanketten. Inget händer förrän en annan handläggare har godkänt den.',
  organisation: 'Skola eller kommun',
  kind: 'Blanketten gäller',
  school: 'En skola',
  municipality: 'En kommun',
  code: 'Skolkod eller kommunkod',
  signatory: { school: 'Rektor', municipality: 'Förvaltningschef' },
  signatoryName: 'Undertecknad av (rektor eller förvaltningschef)',
  otherSignatory: 'Den som undertecknar är en annan person än den som utses',
  notRegistrar: 'Den som undertecknar är en annan person än jag',
  signatoryIsNot: {
    title: 'Undertecknaren har samma namn som någon annan',
    appointed: (officer: string) =>
      `Den som undertecknar och den som utses har samma namn. ${officer} har svarat att det är två personer.`,
    registrar: (officer: string) =>
      `Den som undertecknar har samma namn som ${officer}, som registrerade försäkran och har svarat att det är två personer.`,
    check: 'Är du inte säker på att det stämmer, fråga skolan eller kommunen innan du godkänner.',
  },
  signedOn: 'Undertecknad den',
  appointed: 'Behörighetsadministratör som utses',
  personnummer: 'Personnummer eller samordningsnummer',
  givenName: 'Förnamn',
  familyName: 'Efternamn',
  email: 'E-postadress',
  street: 'Gatuadress',
  postalCode: 'Postnummer',
  locality: 'Ort',
  effect: 'De som redan är behörighetsadministratörer där',
  adds: 'Är kvar',
  replaces: 'Alla slutar när den nya börjar',
  'replaces-one': 'En av dem slutar när den nya börjar',
  replaced: 'Vem som slutar, om det är en av dem',
  replacedHint: 'Namnet eller användarnamnet.',
  scan: 'Den undertecknade blanketten som fil',
  scanHint: 'PDF, PNG eller JPEG, högst 10 MB.',
  scanAgain: 'PDF, PNG eller JPEG, högst 10 MB. Välj filen igen: den följer inte med när något behöver rättas.',
  scanLink: 'Hämta den undertecknade blanketten',
  noScan: 'Blanketten har inte lästs in.',
  addScan: {
    title: 'Läs in den undertecknade blanketten',
    words:
      'Den som beslutar behöver se blanketten. En fil som har lästs in byts inte ut: blev det fel, ta tillbaka registreringen och gör om den.',
    label: 'Läs in blanketten',
  },
  ofAssurance: 'Vad som står i försäkran',
  known: {
    isThere: 'Personen har redan ett konto hos oss.',
    title: 'Vad som händer med kontot',
    approval: {
      nobodys:
        'När försäkran godkänns tas kontots lösenord bort, och kontot loggas ut överallt. E-postadressen och postadressen blir försäkrans, och brevet med användarnamnet går dit. Personen får ett mejl om varför lösenordet inte gäller.',
      administrators:
        'Kontot hör till någon som redan är behörighetsadministratör. Lösenordet och uppgifterna ändras inte av försäkran.',
      officers: 'Kontot är eller har varit en handläggares. Lösenordet och uppgifterna ändras inte av försäkran.',
      'number-changed':
        'Kontot fick sitt uppdrag som behörighetsadministratör med ett annat personnummer. Försäkran kan inte godkännas så länge det uppdraget gäller.',
    },
    otherEmail: (email: string | undefined) =>
      email === undefined
        ? 'Kontot har en annan e-postadress än försäkran.'
        : `Kontot har en annan e-postadress än försäkran: ${email}.`,
    noEmail: 'Kontot har ingen e-postadress.',
    emailStays:
      'Den ändras inte. Fråga skolan eller kommunen vilken som är rätt innan du godkänner: mejlen om uppdraget går till kontots adress.',
  },
  knownLink: 'Visa kontot',
  otherName: (name: string | undefined) =>
    name === undefined
      ? 'Numret tillhör en person med skyddade personuppgifter, som heter något annat hos oss'
      : `Numret tillhör någon som heter ${name} hos oss`,
  otherNameTyped: (otherName: string) =>
    `${otherName}. Kontrollera numret. Är det samma person, till exempel efter ett namnbyte, kryssa i det nedan.`,
  otherNameWords:
    'Jämför numret och namnet med den undertecknade blanketten. Godkänn bara om det är samma person, till exempel efter ett namnbyte: det är den personen som får uppdraget. Är numret fel, ta tillbaka registreringen eller avvisa försäkran.',
  samePerson: 'Det är samma person, fast namnet är ett annat',
  lastDay: 'Sista dag (lämna tomt om uppdraget gäller tills vidare)',
  save: 'Registrera',
  wrong: {
    code: 'Ingen öppen skola eller kommun har den koden. Skriv den som den står på blanketten, med inledande nollor.',
    kind: 'Välj om blanketten gäller en skola eller en kommun.',
    effect: 'Välj vad som händer med dem som redan är behörighetsadministratörer.',
    'signatory-missing': 'Skriv vem som har undertecknat.',
    'signatory-is-appointed':
      'Den som undertecknar kan inte utse sig själv. Be om en blankett som någon annan har undertecknat. Är det två personer vars namn liknar varandra, kryssa i det nedan.',
    'signed-by-registrar':
      'Den som undertecknar heter som du. Har du själv undertecknat, be en kollega registrera försäkran. Är det en annan person, kryssa i det nedan.',
    'signed-in-the-future': 'Blanketten kan inte vara undertecknad efter i dag. Kontrollera datumet.',
    'signed-before-1990': 'Blanketten kan inte vara undertecknad före 1990. Kontrollera datumet.',
    'last-day-has-passed': 'Den sista dagen har redan passerat. Skriv en senare dag, eller lämna fältet tomt.',
    replaced: 'Ingen av behörighetsadministratörerna där har det namnet eller användarnamnet. Kontrollera stavningen.',
    'appointed-already':
      'Personen är redan behörighetsadministratör där, till samma dag. Ingen ny försäkran behövs. Ska tiden ändras, skriv en annan sista dag.',
    'scan-too-large': 'Filen är större än 10 MB. Läs in blanketten igen i gråskala eller med lägre upplösning.',
    'scan-heic':
      'Filen är en bild i formatet HEIC, som inte alla kan öppna. Ta bilden som JPEG (i en iPhone: Inställningar > Kamera > Format > Mest kompatibelt), eller skanna blanketten som PDF.',
    'scan-tiff':
      'Filen är en bild i formatet TIFF, som inte går att visa. Spara den som PDF eller JPEG, eller skanna blanketten på nytt som PDF.',
    'scan-unknown':
      'Filen är ingen PDF, PNG eller JPEG, vad den än heter, eller så är den inte hel. Läs in blanketten igen och spara den som PDF.',
    'awaits-already':
      'En försäkran för samma person och samma skola eller kommun väntar redan på beslut. Sök fram den bland försäkringarna. Är det den som är fel, ta tillbaka den först.',
    'appoints-themselves':
      'Du kan inte registrera en försäkran som utser dig själv. Be en kollega registrera den; en tredje beslutar.',
  },

  followed: {
    title: 'Vad som har hänt sedan',
    holds: (from: string) => `Uppdraget gäller från och med ${from}, tills vidare.`,
    holdsUntil: (from: string, to: string) => `Uppdraget gäller från och med ${from} till och med ${to}.`,
    over: (day: string) => `Uppdraget är slut. Sista dagen var ${day}.`,
    replaced: (day: string) => `Uppdraget upphörde ${day}, när en nyare försäkran ersatte det.`,
    ended: (day: string) => `Uppdraget avslutades ${day} av en handläggare.`,
    closed: (day: string) => `Uppdraget upphörde ${day}, när skolan eller kommunen stängdes.`,
    merged: (day: string) => `Uppdraget upphörde ${day}, när skolan eller kommunen slogs ihop med en annan.`,
    letter: {
      ordered: (day: string) => `Brevet med användarnamnet beställdes ${day} och är inte postat än.`,
      withheld: (day: string) => `Brevet med användarnamnet hålls inne sedan ${day}.`,
      posted: (day: string) => `Brevet med användarnamnet postades ${day}.`,
      returned: (day: string) => `Brevet med användarnamnet kom i retur ${day}.`,
    },
    noLetter: 'Inget brev behövdes: personen hade redan fått sitt användarnamn.',
    mailed: (day: string) => `Engångslösenordet mejlades ${day}.`,
    notMailed: 'Engångslösenordet är inte mejlat än.',
    hasPassword: 'Personen har valt ett lösenord.',
  },
  replacesNamed: (name: string) => `${name} slutar när den nya börjar`,
  replacedProtected: 'En person med skyddade personuppgifter',
  approveReplacesOne: 'Den som ersätts slutar, och får ett mejl om det.',

  address: 'Postadress',
  lastDayShown: 'Sista dag',
  untilFurtherNotice: 'Tills vidare',
  decidedBy: (name: string, day: string) => `Beslut av ${name} ${day}`,
  reasonWas: 'Skäl',
  approve: 'Godkänn',
  approveWhat:
    'Då får personen ett konto om det inte finns, brevet med användarnamnet beställs, och uppdraget börjar i dag.',
  approveReplaces: 'De som är behörighetsadministratörer där i dag slutar, och får ett mejl om det.',
  reject: 'Avvisa',
  reason: 'Varför avvisas den?',
  withdraw: 'Ta tillbaka registreringen',
  needsAnother: 'Du har registrerat den här försäkran. En annan handläggare beslutar.',
  done: {
    scan: 'Blanketten är inläst.',
    registered: 'Försäkran är registrerad och väntar på en annan handläggare.',
    approved: 'Försäkran är godkänd. Uppdraget har börjat.',
    rejected: 'Försäkran är avvisad.',
    withdrawn: 'Registreringen är återtagen.',
  },
  wrongHere: {
    reason: 'Skriv varför, så att skolan kan rätta det.',
    samePerson: 'Kryssa i att det är samma person, eller avvisa försäkran.',
    scan: 'Välj filen med den undertecknade blanketten.',
    'scan-too-large': 'Filen är större än 10 MB. Läs in blanketten igen i gråskala eller med lägre upplösning.',
    'scan-heic':
      'Filen är en bild i formatet HEIC, som inte alla kan öppna. Ta bilden som JPEG (i en iPhone: Inställningar > Kamera > Format > Mest kompatibelt), eller skanna blanketten som PDF.',
    'scan-tiff':
      'Filen är en bild i formatet TIFF, som inte går att visa. Spara den som PDF eller JPEG, eller skanna blanketten på nytt som PDF.',
    'scan-unknown':
      'Filen är ingen PDF, PNG eller JPEG, vad den än heter, eller så är den inte hel. Läs in blanketten igen och spara den som PDF.',
  },
  refused: {
    'scan-missing': 'Den undertecknade blanketten måste vara inläst innan försäkran kan godkännas. Läs in den först.',
    'scan-there-already': 'Blanketten är redan inläst, och byts inte ut.',
    'needs-another-officer':
      'En annan handläggare än den som registrerade försäkran, och än den som utses, beslutar om den.',
    'decided-meanwhile': 'Någon annan har just beslutat om den här försäkran. Så här blev det.',
    'number-changed':
      'Kontot fick sitt uppdrag som behörighetsadministratör med ett annat personnummer. Kontrollera vem som har kontot. Avsluta det uppdraget först, eller avvisa försäkran.',
    'account-ended': 'Personens konto är avslutat. Öppna det igen först, eller avvisa försäkran.',
    'cannot-start': 'Skolan eller kommunen är stängd, eller så har den sista dagen passerat. Avvisa försäkran.',
  },
} as const
