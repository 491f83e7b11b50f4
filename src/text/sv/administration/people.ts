/** The list of people. */
export const people = {
  title: 'Personer',
  search: 'Sök person',
  searchHint:
    'Namn, användarnamn, e-postadress eller personnummer. Användarnamnet skriver du helt. Av resten räcker början, och av personnumret födelsedatumet.',
  numberInAddress: 'Personnumret i adressen har inte sökts. Skriv det i sökrutan, så syns det inte i sidans adress.',
  filters: 'Visa bara',
  organisation: 'Skola eller kommun',
  service: 'Tjänst',
  state: 'Behörighet',
  accountIssue: 'Konto',
  all: 'Alla',
  states: { active: 'Gäller i dag', planned: 'Börjar senare', paused: 'Pausad', ended: 'Allt är avslutat' },
  accountIssues: {
    'never-signed-in': 'Har inte loggat in',
    'no-password': 'Har inte valt lösenord',
    locked: 'Spärrat just nu',
  },
  submit: 'Sök',
  clear: 'Rensa sökningen',
  shown: (first: string, last: string, total: string) => `Visar ${first}–${last} av ${total} personer`,
  shownOne: 'Visar 1 person',
  shownAll: (total: string) => `Visar alla ${total} personer`,
  nobodyFoundTitle: 'Ingen person stämmer med det du söker',
  nobodyFound:
    'Kontrollera stavningen, eller ta bort ett ord eller ett val. Användarnamn skriver du i sin helhet. Du hittar bara personer som har eller har haft en behörighet hos dina skolor och kommuner. Den som har skyddade personuppgifter hittar du bara med användarnamnet, och ingen hittar du med en e-postadress som du inte får se.',
  nobodyYetTitle: 'Här finns ingen ännu',
  nobodyYet: 'När du har gett någon en behörighet visas personen här.',
  list: 'Personer och deras behörigheter',
  sort: 'Sortera efter:',
  name: 'Namn',
  permissions: 'Behörigheter',
  signedIn: 'Senast inloggad',
  never: 'Aldrig',
  noPassword: 'Har inte valt lösenord',
  locked: (clock: string) => `Spärrat till ${clock}`,
  accountEnded: 'Kontot är avslutat',
  pages: 'Fler personer',
  download: 'Ladda ner lista',
  downloadWords: (total: string) =>
    `Listan får med alla ${total} personer i sökningen, med en rad för varje behörighet. Att du har laddat ner den syns i historiken.`,
  downloadOne:
    'Listan får med personen i sökningen, med en rad för varje behörighet. Att du har laddat ner den syns i historiken.',
  withNumbers: 'Ta med personnummer',
  withNumbersWords: 'Bara om du behöver dem. Ta bort filen när du är klar med den.',
  asSpreadsheet: 'Ladda ner för Excel',
  asText: 'Ladda ner som CSV',
  tooManyTitle: 'Listan är för lång för en fil',
  tooMany: (limit: string) =>
    `En fil får ha högst ${limit} rader. Välj en skola, en tjänst eller en behörighet och försök igen.`,
  file: {
    name: 'personer',
    sheet: 'Personer',
    familyName: 'Efternamn',
    givenName: 'Förnamn',
    email: 'E-postadress',
    number: 'Personnummer',
    organisation: 'Skola eller kommun',
    code: 'Kod',
    service: 'Tjänst',
    state: 'Läge',
    from: 'Från och med',
    to: 'Till och med',
  },
  helpSearch:
    'Skriv ett eller flera ord i sökrutan, i vilken ordning du vill. Stora och små bokstäver spelar ingen roll, men å, ä och ö är egna bokstäver. Personnummer går att skriva med tio eller tolv siffror, med eller utan bindestreck.',
  helpFilters:
    'Med valen under sökrutan visar du bara vissa personer, till exempel dem som inte har valt lösenord. Sidans adress visar vad du har sökt efter, utom personnummer. Spara den eller skicka den till en kollega som administrerar samma skola.',
  helpList:
    'Klicka på ett namn för att se och ändra personens uppgifter och behörigheter. Klicka på en rubrik för att sortera.',
  helpDownload:
    'Längst ner laddar du ner listan som en fil. CSV-filen har semikolon mellan kolumnerna och kan öppnas i Excel. Personer med skyddade personuppgifter har bara sina behörigheter i filen.',
} as const
