export const start = {
  title: 'Behörigheter',
  greeting: (organisations: string) => `Du administrerar ${organisations}.`,
  and: 'och',
  add: 'Lägg till användare',
  people: 'Sök och ändra',
  todo: 'Att göra',
  nothing: 'Inget väntar på dig. Bra jobbat!',
  requests: (count: number) => (count === 1 ? 'En person ber om behörighet' : `${count} personer ber om behörighet`),
  toRequests: 'Läs och svara',
  withoutPassword: (count: number) =>
    count === 1 ? 'En person har inte valt något lösenord' : `${count} personer har inte valt något lösenord`,
  waitingSince: (name: string, day: string) => `${name}, tillagd ${day}`,
  toWithoutPassword: 'Se alla utan lösenord',
  ending: (count: number) =>
    count === 1 ? 'En behörighet tar slut inom 30 dagar' : `${count} behörigheter tar slut inom 30 dagar`,
  endsOn: (name: string, service: string, day: string) => `${name}, ${service}: sista dag ${day}`,
  unreachable: (count: number) =>
    count === 1 ? 'Mejlen till en person kommer inte fram' : `Mejlen till ${count} personer kommer inte fram`,
  refusedSince: (name: string, day: string) => `${name}: adressen har inte tagit emot mejl sedan ${day}`,
  returned: (count: number) =>
    count === 1 ? 'Brevet till en person kom i retur' : `Breven till ${count} personer kom i retur`,
  cameBack: (name: string, day: string) => `${name}: kom i retur ${day}. Rätta postadressen.`,
  more: (count: number) => (count === 1 ? 'och en till' : `och ${count} till`),
  holders: 'Så många har behörighet i dag',
  service: 'Tjänst',
  count: 'Antal personer',
  whose: 'Skola eller kommun',
  help: [
    'Här ser du vad som behöver göras hos er, och hur många som har behörighet i dag.',
    'Lägg till användare ger en person behörighet. Finns personen inte hos oss får den också ett konto: användarnamnet kommer i ett brev, och några dagar senare kommer ett engångslösenord med mejl.',
    'Under Personer söker du och ändrar behörigheter. När någon slutar väljer du Har slutat på personens sida.',
  ],
} as const
