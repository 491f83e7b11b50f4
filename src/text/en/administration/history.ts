/** The words around what was done; the sentences are the audit's. */
export const history = {
  title: 'History',
  none: 'There is nothing to show yet.',
  older: 'Show older events',
  newest: 'Show the latest events',
  anOfficer: 'An officer',
  somebodyElse: 'Somebody else',
} as const
