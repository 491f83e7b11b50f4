import { agency } from '../agency.js'

export const bulk = {
  title: 'Lägg till flera användare',
  preamble:
    'Skriv in alla i en lista, till exempel i Excel, och ladda upp den här. Du får se hur varje rad blir innan något sparas.',
  help1:
    'Börja med mallen. Skriv en person på varje rad, och ”ja” under varje tjänst som personen ska få rapportera i.',
  help2:
    'När du laddar upp listan sparas ingenting. Först visar vi vad varje rad kommer att innebära, och vad som behöver rättas. Inget händer förrän du bekräftar.',
  help3:
    'För den som redan finns hos oss räcker det med personnummer och tjänster. Andra uppgifter som du skriver om personen används inte.',
  chooseTitle: 'Vilken skola eller kommun gäller det?',
  forOrganisation: (name: string) => `Du lägger till användare för ${name}.`,
  nothingToGive: 'Här finns ingen tjänst som du kan ge behörighet till. Kontakta oss om det inte stämmer.',

  templateTitle: '1. Hämta mallen och fyll i den',
  templateWords:
    'Mallen har en kolumn för varje uppgift och en för varje tjänst. På det andra bladet står hur den fylls i.',
  templateXlsx: 'Hämta mallen för Excel (xlsx)',
  templateCsv: 'Hämta mallen som textfil (csv)',
  templateName: 'mall-flera-anvandare',
  uploadTitle: '2. Ladda upp listan',
  file: 'Fil med användare',
  fileHint: 'Excel (xlsx) eller textfil (csv), högst 1 MB och 2 000 personer.',
  upload: 'Gå vidare och se hur det blir',

  columns: {
    number: 'Personnummer',
    givenName: 'Förnamn',
    familyName: 'Efternamn',
    email: 'E-post',
    street: 'Gatuadress',
    postalCode: 'Postnummer',
    locality: 'Ort',
    country: 'Land',
    from: 'Från',
    to: 'Till',
    mistakes: 'Fel',
  },
  sheetPeople: 'Användare',
  sheetHelp: 'Så fyller du i',
  columnHelp: {
    heading: 'Kolumn',
    words: 'Vad du skriver',
    example: 'Exempel',
    number: 'Personnummer eller samordningsnummer, tio eller tolv siffror, med eller utan bindestreck.',
    givenName:
      'Behövs bara för den som inte redan finns hos oss. Skriv ett bindestreck om personen bara har ett efternamn.',
    familyName:
      'Behövs bara för den som inte redan finns hos oss. Skriv ett bindestreck om personen bara har ett förnamn.',
    email: 'Personens egen adress på arbetet. Dit skickas engångslösenordet. Behövs bara för den som är ny.',
    street: 'Dit skickas brevet med användarnamnet. Behövs bara för den som är ny.',
    postalCode: 'Fem siffror i Sverige. Behövs bara för den som är ny.',
    locality: 'Behövs bara för den som är ny.',
    country:
      'Behövs bara om adressen ligger utanför Sverige. Skriv landets namn på svenska eller engelska, eller landskoden.',
    service: 'Skriv ja om personen ska få rapportera här. Annars lämnar du rutan tom.',
    from: 'Första dagen. Lämna tomt om behörigheten ska gälla från i dag.',
    to: 'Sista dagen. Lämna tomt om behörigheten ska gälla tills vidare.',
  },
  example: {
    number: '19900101-2385',
    givenName: 'Anna',
    familyName: 'Lind',
    email: 'anna.lind@skolan.example',
    street: 'Skolgatan 1',
    postalCode: '553 18',
    locality: 'Jönköping',
    country: '',
    service: 'ja',
    from: '2026-12-01',
    to: '',
  },

  refused: {
    missing: 'Välj den fil som du vill ladda upp.',
    'too-large': 'Filen är för stor: högst 1 MB och 2 000 personer. Kopiera över listan till mallen och försök igen.',
  },
  headings: {
    noNumber: 'Kolumnen Personnummer saknas. Rubrikerna ska stå på första raden, så som i mallen.',
    noService: (services: string) => `Det finns ingen kolumn för någon tjänst. Rubriken kan vara ${services}.`,
    unknown: (heading: string) =>
      `Kolumnen ”${heading}” finns inte i mallen. Ta bort den eller skriv rubriken så som i mallen.`,
    notTheirs: (heading: string) => `Du kan inte ge behörighet till ”${heading}”. Ta bort kolumnen.`,
    doubled: (heading: string) => `Kolumnen ”${heading}” finns mer än en gång. Ta bort den ena.`,
    noRows: 'Listan har rubriker men inga personer.',
  },

  wrong: {
    'lost-zeros': 'Nollor i början verkar ha försvunnit. Skriv numret med tolv siffror.',
    themselves: 'Det här är du själv, och ingen kan ge sig själv behörighet.',
    ended: `Personens konto är avslutat. Ring oss på ${agency.number} om personen ska rapportera igen.`,
    doubled: (row: string) => `Samma person står redan på rad ${row}.`,
    'no-service': 'Ingen tjänst är vald. Skriv ja under minst en tjänst.',
    'no-mark': 'Skriv ja, eller lämna rutan tom.',
    overlaps: (span: string) =>
      `Personen har redan behörigheten under en del av tiden (${span}). Ändra den på personens sida i stället.`,
    'too-wide': 'Det står något utanför listans kolumner.',
    'not-offered': 'Tjänsten rapporteras inte här längre.',
    'not-theirs': 'Du administrerar inte längre den här tjänsten.',
    'no-such-organisation': 'Skolan eller kommunen rapporterar inte längre.',
    'no-such-account': 'Personens konto är avslutat.',
  },
  newNeedsAll: 'Personen är ny hos oss, så alla uppgifter behövs.',
  oneNameHasDash: 'Har personen bara ett namn skriver du ett bindestreck här.',
  overlapFrom: (day: string) => `från ${day}, tills vidare`,
  overlapSpan: (day: string, last: string) => `från ${day} till och med ${last}`,
  atColumn: (row: string, column: string, wrong: string) => `Rad ${row}, kolumn ${column}: ${wrong}`,
  atRow: (row: string, wrong: string) => `Rad ${row}: ${wrong}`,

  previewTitle: 'Så här blir det',
  previewFor: (name: string) => `Användare för ${name}. Ingenting är sparat än.`,
  countNew: (count: number) => (count === 1 ? '1 ny användare' : `${count} nya användare`),
  countKnown: (count: number) =>
    count === 1 ? '1 som redan finns hos oss får behörighet' : `${count} som redan finns hos oss får behörighet`,
  countNothing: (count: number) => `${count} har redan behörigheten: inget ändras`,
  countWrong: (count: number) => (count === 1 ? '1 rad behöver rättas' : `${count} rader behöver rättas`),
  wrongTitle: (count: number) => (count === 1 ? 'En rad behöver rättas' : `${count} rader behöver rättas`),
  wrongWords:
    'Rätta raderna i din lista och ladda upp den igen. Inget kan sparas förrän alla rader stämmer, så att ingen blir bortglömd.',
  moreMistakes: (count: number) => `… och ${count} fel till. Hämta listan för att se alla.`,
  wrongFile: 'Hämta listan med felen utskrivna (xlsx)',
  wrongFileName: 'anvandare-att-ratta',
  uploadAgain: 'Ladda upp en rättad lista',
  rowsTitle: 'Alla rader',
  row: 'Rad',
  who: 'Person',
  what: 'Vad som händer',
  willBe: {
    new: 'Nytt konto',
    known: 'Finns redan hos oss: får behörighet',
    nothing: 'Har redan behörigheten: inget ändras',
    wrong: 'Behöver rättas',
  },
  detailsUnused: 'Uppgifterna som du skrev om personen används inte',
  pages: 'Fler rader',
  pageOf: (first: string, last: string) => `Rad ${first}–${last}`,
  confirmTitle: 'Stämmer det?',
  confirmWords:
    'Nya användare får ett brev med sitt användarnamn, och några dagar senare ett mejl med ett engångslösenord. Alla får ett mejl om sina behörigheter.',
  confirm: (count: number) => (count === 1 ? 'Spara 1 användare' : `Spara ${count} användare`),
  nothingToDo: 'Alla i listan har redan sina behörigheter. Det finns inget att spara.',
  throwAway: 'Avbryt och kasta listan',
  changedMeanwhile:
    'Något har ändrats sedan du såg listan, så den visas på nytt. Läs igenom den en gång till innan du sparar.',

  underWayTitle: 'Användarna läggs till',
  underWayWords: 'Du kan stänga sidan om du vill. Arbetet fortsätter, och du kan komma tillbaka hit.',
  progress: (done: number, all: number) => `${done} av ${all} rader är klara`,
  lookAgain: 'Se hur långt det har kommit',
  doneTitle: 'Klart',
  doneWords: 'Här är vad som hände. Nya användare får sitt brev när vi har postat det, oftast inom några dagar.',
  doneCounts: {
    added: (count: number) => (count === 1 ? '1 ny användare är tillagd' : `${count} nya användare är tillagda`),
    granted: (count: number) =>
      count === 1
        ? '1 som redan fanns hos oss har fått behörighet'
        : `${count} som redan fanns hos oss har fått behörighet`,
    nothing: (count: number) => `${count} hade redan behörigheten`,
    refused: (count: number) => (count === 1 ? '1 rad gick inte att spara' : `${count} rader gick inte att spara`),
  },
  refusedTitle: 'Rader som inte gick att spara',
  refusedWords: 'Det har hunnit ändras något sedan du bekräftade. Alla andra rader är sparade.',
  failedRow: (row: string) =>
    `Rad ${row}: ett tekniskt fel hos oss gjorde att raden inte sparades. Lägg till personen igen.`,
  toPeople: 'Till personerna',
  again: 'Ladda upp en lista till',
} as const
