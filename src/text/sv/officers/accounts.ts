/** The search among all accounts. */
export const accounts = {
  title: 'Konton',
  search: 'Sök konto',
  searchHint:
    'Användarnamn, personnummer, namn eller e-postadress, hos alla skolor och kommuner. Det räcker med början; av en e-postadress till och med en punkt, en siffra eller @.',
  submit: 'Sök',
  numberInAddress: 'Personnumret i adressen har inte sökts. Skriv det i sökrutan, så syns det inte i sidans adress.',
  logged: 'Sökningar och de sidor du öppnar antecknas i loggen.',
  tooShort: 'Skriv lite mer: minst fyra siffror av ett personnummer.',
  nobodyTitle: 'Inget konto stämmer med det du söker',
  nobody:
    'Kontrollera stavningen, eller ta bort ett ord. Ord med en eller två bokstäver måste stämma helt. Den som har skyddade personuppgifter hittar du bara med användarnamnet eller hela personnumret.',
  shown: (first: string, last: string, total: string) => `Visar ${first}–${last} av ${total} konton`,
  shownOne: 'Visar 1 konto',
  shownAll: (total: string) => `Visar alla ${total} konton`,
  veryMany: (limit: string, shown: string) =>
    `Fler än ${limit} konton stämmer. Här är de ${shown} första. Skriv mer för att hitta rätt.`,
  list: 'Konton',
  name: 'Namn',
  number: 'Personnummer',
  organisations: 'Skolor och kommuner',
  andMore: 'med flera',
  state: 'Läge',
  signedIn: 'Senast inloggad',
  never: 'Aldrig',
  protected: 'Skyddade personuppgifter',
  states: {
    ended: 'Avslutat',
    locked: 'Spärrat',
    'no-password': 'Inget lösenord',
    active: 'Aktivt',
  },
  pages: 'Fler konton',
} as const
