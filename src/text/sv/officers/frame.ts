/** What surrounds every page of the agency's own tool. */
export const frame = {
  areas: 'Handläggning',
  start: 'Start',
  accounts: 'Konton',
  organisations: 'Skolor och kommuner',
  assurances: 'Försäkringar',
  letters: 'Brev',
  relyingServices: 'E-tjänster',
  log: 'Logg',
  notOfficerTitle: 'Sidan är för myndighetens handläggare',
  notOfficer: 'Ditt konto är inget handläggarkonto. Är du handläggare, be en kollega lägga till dig.',
} as const
