export const minaTjanster = {
  productName: 'Mina tjänster',
  tagline: 'Rapportering för skolor och kommuner',
  demo: 'Demonstration',
  signedInAs: 'Inloggad som',
  signIn: 'Logga in',
  signInAsAnother: 'Logga in med ett annat konto',
  signOut: 'Logga ut',
  toStart: 'Till Mina tjänster',
  tryAgain: 'Försök igen',
  footer: 'Mina tjänster är en påhittad e-tjänst. Den visar hur inloggning med Portvakt fungerar.',

  startTitle: 'Rapportera för din skola eller kommun',
  startWords:
    'Logga in för att rapportera studietider, utbildningar och studerande, eller för att hantera studiestartsstöd. Vad du kan göra beror på vilka behörigheter du har.',
  startHow: 'Du loggar in med ditt användarnamn och lösenord hos Portvakt och kommer sedan tillbaka hit.',
  startServices: 'Det här kan du göra i tjänsten',
  forSchools: 'För skolor',
  forMunicipalities: 'För kommuner',

  welcome: (name: string) => `Välkommen, ${name}`,
  chooseOrganisation: 'Skola eller kommun',
  change: 'Byt',
  workingFor: 'Du rapporterar för',
  code: (code: string) => `kod ${code}`,
  services: 'Tjänster',
  open: 'Öppna',
  opens: (service: string, organisation: string) => `Öppna ${service} för ${organisation}`,
  validUntilFurtherNotice: 'Du har behörighet tills vidare.',
  validTo: (day: string) => `Du har behörighet till och med ${day}.`,
  lacking: 'Ingen behörighet',
  whyLacking: (organisation: string) =>
    `Du saknar behörighet för den här tjänsten hos ${organisation}. Behörighetsadministratören där kan ge dig den.`,
  elsewhere: (organisations: string) => `Du har den hos ${organisations}.`,
  and: 'och',
  nothingTitle: 'Du har ingen behörighet längre',
  nothing:
    'Behörigheten har upphört sedan du loggade in. Kontakta behörighetsadministratören på din skola eller i din kommun.',

  describes: {
    studietider: 'Lämna uppgifter om utbildningar, kurser och läsårstider.',
    studeranderapportering: 'Rapportera vilka som studerar, avbrott och resultat.',
    'studiestartsstod-ansoka': 'Ansök om studiestartsstöd för en person i målgruppen.',
    'studiestartsstod-budget': 'Se kommunens budget och hur mycket som är kvar.',
  },

  toldTitle: 'Det här fick tjänsten veta',
  toldWords:
    'Portvakt frågas på nytt varje gång en sida visas. En behörighet som har upphört syns här direkt, och bara sådant som rör den här tjänsten lämnas ut.',
  toldName: 'Namn',
  toldUsername: 'Användarnamn',
  toldSubject: 'Kontots nummer (sub)',
  toldPermissions: 'Behörigheter (permissions)',
  untilFurtherNotice: 'tills vidare',
  asItCame: 'Som det kom, i JSON',

  placeWords: (organisation: string) => `Du arbetar för ${organisation}.`,
  placeEnds:
    'Här slutar demonstrationen. I den riktiga tjänsten skulle du börja rapportera nu. Din behörighet kontrollerades just när sidan öppnades.',

  signedOutTitle: 'Du är utloggad',
  signedOut: 'Du är utloggad från Mina tjänster och från Portvakt.',
  endedTitle: 'Du behöver logga in igen',
  ended:
    'Inloggningen har upphört. Det kan bero på att du inte har använt tjänsten på en stund, eller att du har loggat ut någon annanstans.',
  deniedTitle: 'Du kan inte använda Mina tjänster',
  denied:
    'Ditt konto har ingen behörighet för Mina tjänster i dag. Kontakta behörighetsadministratören på din skola eller i din kommun.',
  cancelledTitle: 'Du avbröt inloggningen',
  cancelled: 'Inget har ändrats. Logga in när du vill använda Mina tjänster.',
  failedTitle: 'Inloggningen gick inte att slutföra',
  failed: 'Den tog för lång tid, eller så öppnades den i en annan webbläsare. Börja om, så går det bra.',
  downTitle: 'Inloggningen går inte att nå just nu',
  down: 'Portvakt svarar inte. Vänta en stund och försök igen. Det du har rapporterat tidigare är kvar.',
  forbiddenTitle: 'Du saknar behörighet här',
  forbidden: 'Du har inte behörighet för den här tjänsten hos den här organisationen. Den kan ha upphört nyss.',
  notFoundTitle: 'Sidan finns inte',
  notFound: 'Kontrollera adressen, eller gå till Mina tjänster och försök därifrån.',
  staleTitle: 'Sidan var för gammal',
  stale: 'Gå tillbaka, ladda om sidan och försök igen.',
  brokenTitle: 'Tillfälligt tekniskt fel',
  broken: (incident: string) => `Något gick fel hos oss. Försök igen om en stund. Incidentnummer: ${incident}`,
} as const
