/** Values that cannot be kept as they are: one sentence for each mistake, in every form and for every row of a file. */
export const mistakes = {
  missing: {
    number: 'Skriv personnumret eller samordningsnumret.',
    givenName: 'Skriv förnamnet.',
    familyName: 'Skriv efternamnet.',
    fullName: 'Skriv namnet.',
    organisationName: 'Skriv namnet.',
    email: 'Skriv e-postadressen.',
    street: 'Skriv gatuadressen eller boxen.',
    postalCode: 'Skriv postnumret.',
    locality: 'Skriv orten.',
    country: 'Välj landet.',
  },
  number: {
    'not-digits': 'Skriv numret med tio eller tolv siffror, till exempel 19900101-2385.',
    'of-an-organisation': 'Det här ser ut som ett organisationsnummer. Skriv numret för den person som menas.',
    'no-such-day': 'Datumet i numret finns inte. Kontrollera de första siffrorna.',
    'not-born-yet': 'Datumet i numret har inte varit än. Kontrollera årtalet.',
    'wrong-check-digit':
      'Någon siffra är fel: kontrollsiffran stämmer inte. Jämför med numret du har fått, siffra för siffra.',
  },
  code: 'Koden ska vara fyra till åtta siffror. Inledande nollor ska vara kvar.',
  'too-long': (characters: string) => `Texten är längre än ${characters} tecken. Förkorta den.`,
  unreadable: (character: string) =>
    `Det finns tecken här som inte går att skriva ut på ett brev: ${character}. Skriv om det med vanliga bokstäver.`,
  'web-address': 'Det här ser ut som en webbadress eller e-postadress. Skriv bara namnet.',
  'no-name': 'Det här innehåller ingen bokstav. Kontrollera att det står på rätt plats.',
  'needs-tick': 'Har personen bara ett namn kryssar du i rutan för det.',
  'two-names':
    'Det är ikryssat att personen bara har ett namn, men två är skrivna. Ta bort krysset eller ett av namnen.',
  'neither-name': 'Skriv det namn som personen har, som förnamn eller som efternamn.',
  'no-email': 'E-postadressen går inte att använda. Skriv den som namn@exempel.se, en enda adress.',
  'email-differs': 'Adresserna är inte likadana. Jämför dem med varandra och rätta den som är fel.',
  'no-postal-code': 'Ett svenskt postnummer har fem siffror och börjar inte med noll, till exempel 553 22.',
  'no-postal-code-abroad':
    'Ett postnummer i ett annat land har två till tio bokstäver och siffror, till exempel 10115 eller SW1A 1AA.',
  'no-country':
    'Det här landet känns inte igen. Skriv dess namn på svenska eller engelska, eller landskoden med två bokstäver.',
  'no-date': 'Skriv ett datum som finns, till exempel 2026-12-01.',
  'in-the-past': 'Dagen har redan varit. Välj i dag eller en senare dag.',
  'too-far': 'Dagen ligger mer än tjugo år fram. Kontrollera årtalet.',
  'ends-before-it-starts': 'Sista dagen ligger före den första.',
} as const
