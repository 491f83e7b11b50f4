export const frame = {
  areas: 'Case handling',
  start: 'Start',
  accounts: 'Accounts',
  organisations: 'Schools and municipalities',
  assurances: 'Assurances',
  letters: 'Letters',
  relyingServices: 'Relying services',
  log: 'Log',
  notOfficerTitle: 'This page is for the agency’s officers',
  notOfficer: 'Your account is not an officer’s. If you are an officer, ask a colleague to add you.',
} as const
