export const refusals = {
  notHereTitle: 'Sidan finns inte',
  notHere: 'Kontrollera adressen, eller gå till startsidan och försök därifrån.',
  badInputTitle: 'Det som skickades går inte att använda',
  badInput:
    'Uppgifterna kom inte fram så som sidan skickar dem. Inget har ändrats. Gå tillbaka, ladda om sidan och försök igen.',
  staleFormTitle: 'Sidan hade blivit för gammal',
  staleForm:
    'Formuläret skickades från en sida som inte längre gäller, kanske för att den varit öppen länge eller för att webbläsaren inte tar emot kakor. Inget har ändrats. Gå tillbaka, ladda om sidan och försök igen.',
  sentBeforeTitle: 'Formuläret har redan skickats',
  sentBefore: {
    'the same': 'Det du skickade har tagits emot, och görs bara en gång. Öppna sidan igen för att se hur det blev.',
    'other contents':
      'Förra gången stod det något annat i formuläret, och det är det som gäller. Inget mer har ändrats. Öppna sidan igen för att se hur det blev, och ändra där om det behövs.',
  },
  tooManyTitle: 'För många försök härifrån',
  tooMany: (minutes: number) =>
    `Det har gjorts ovanligt många försök från ditt nätverk. Inget har ändrats. Försök igen om ${minutes === 1 ? 'en minut' : `${minutes} minuter`}.`,
  cookiesTitle: 'Webbläsaren skickar för många kakor',
  cookies:
    'Därför kan vi inte läsa det som webbläsaren skickade. Inget har ändrats. Ta bort kakorna för den här webbplatsen i webbläsarens inställningar och öppna sidan igen, eller öppna den i ett privat fönster. Om det inte hjälper, kontakta oss.',
  fullTitle: 'Många loggar in just nu',
  full: 'Vi hinner inte med alla på en gång. Inget har ändrats, och ditt försök räknades inte. Försök igen om en liten stund.',
  unavailableTitle: 'Tillfälligt tekniskt fel',
  unavailable: 'Tjänsten kan inte nås just nu. Inget har ändrats. Försök igen om en liten stund.',
  brokenTitle: 'Tillfälligt tekniskt fel',
  broken: 'Något gick fel hos oss. Försök igen om en stund. Om felet kvarstår, kontakta oss och uppge incidentnumret.',
  incident: (number: string) => `Incidentnummer: ${number}`,
  tryAgain: 'Försök igen',
  seeOutcome: 'Se hur det blev',
} as const
