import { agency } from './agency.js'

/**
 * The words of the form *Försäkran om hantering av behörighet*. It is a Swedish document, whatever language its reader
 * has chosen for the pages, and so it has no other.
 */
export const assuranceForm = {
  title: 'Försäkran om hantering av behörighet',
  agency: agency.name,
  whose: {
    school: { organisation: 'Skola', code: 'Skolkod', signatory: 'Rektor', there: 'skolan', by: 'rektor' },
    municipality: {
      organisation: 'Kommun',
      code: 'Kommunkod',
      signatory: 'Förvaltningschef',
      there: 'kommunen',
      by: 'förvaltningschefen',
    },
    unknown: {
      organisation: 'Skola eller kommun',
      code: 'Skolkod eller kommunkod',
      signatory: 'Rektor eller förvaltningschef',
      there: 'skolan eller kommunen',
      by: 'rektor, i en kommun förvaltningschefen,',
    },
  },
  what: (by: string, there: string) =>
    `Med den här blanketten utser ${by} en behörighetsadministratör för ${there}. Uppdraget börjar när ${agency.name} har godkänt försäkran. Texta tydligt.`,

  where: (organisation: string) => `1. ${organisation}`,
  name: 'Namn',
  address: 'Postadress',

  who: '2. Den som utses till behörighetsadministratör',
  givenName: 'Förnamn',
  familyName: 'Efternamn',
  personnummer: 'Personnummer eller samordningsnummer (12 siffror)',
  email: 'E-postadress i tjänsten',
  street: 'Gatuadress dit brevet med användarnamnet ska gå',
  postalCode: 'Postnummer, ort och land utanför Sverige',

  terms: '3. Uppdraget',
  adds: 'Läggs till. De som redan är behörighetsadministratörer är kvar.',
  replaces: 'Ersätter. De som är behörighetsadministratörer i dag slutar när den nya börjar.',
  replacesOne: 'Ersätter en av dem. De andra är kvar.',
  replaced: 'Vem som ersätts, om det är en av dem',
  lastDay: 'Sista dag (lämna tomt om uppdraget gäller tills vidare)',

  dutiesTitle: '4. Behörighetsadministratören ska',
  duties: [
    'ge en behörighet bara till den som behöver den i sitt arbete, och inte för längre tid än den behövs',
    'avsluta en behörighet samma dag som den inte längre behövs, till exempel när någon slutar eller får andra uppgifter',
    'kontrollera vem en person är innan den läggs till, och att personnummer och adresser är rätt',
    'se till att var och en har ett eget konto: användarnamn och lösenord lånas aldrig ut',
    'gå igenom alla behörigheter två gånger om året',
    'ta fram uppgifter om andra bara när arbetet kräver det, och inte föra dem vidare',
    `genast ringa ${agency.name} om någon obehörig kan ha fått tillgång, eller om något annat verkar fel.`,
  ],

  promiseTitle: (signatory: string) => `5. ${signatory} försäkrar`,
  promise: (there: string) =>
    `Jag har rätt att företräda ${there} i den här frågan. Den som utses har läst punkt 4, vet vad uppdraget innebär och får den tid som det kräver. Jag skickar genast en ny försäkran när någon annan ska ha uppdraget, och jag säger till när det ska upphöra.`,
  signature: 'Namnteckning',
  date: 'Datum',
  printedName: 'Namnförtydligande',
  telephone: 'Telefon eller e-postadress i tjänsten',

  send: `Skicka den undertecknade blanketten till ${agency.name}, ${agency.address}. En handläggare registrerar den och en annan godkänner den. Frågor? ${agency.telephone} ${agency.number}, ${agency.hours}.`,
  privacy: `${agency.name} behandlar uppgifterna för att kunna ge och följa upp behörigheter. Vad som görs med en behörighet loggas.`,
} as const
