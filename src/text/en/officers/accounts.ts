/** The search among all accounts. */
export const accounts = {
  title: 'Accounts',
  search: 'Search for an account',
  searchHint:
    'Username, personal identity number, name or e-mail address, at any school or municipality. The beginning is enough; of an e-mail address as far as a dot, a digit or the @.',
  submit: 'Search',
  numberInAddress:
    'The number in the address has not been searched for. Type it in the search box, so that it does not show in the page’s address.',
  logged: 'Searches, and the pages that you open, are noted in the log.',
  tooShort: 'Type a little more: at least four digits of a personal identity number.',
  nobodyTitle: 'No account matches your search',
  nobody:
    'Check the spelling, or remove a word. Words of one or two letters must match as a whole. People with protected identity are found by username or by the whole number only.',
  shown: (first: string, last: string, total: string) => `Showing ${first}–${last} of ${total} accounts`,
  shownOne: 'Showing 1 account',
  shownAll: (total: string) => `Showing all ${total} accounts`,
  veryMany: (limit: string, shown: string) =>
    `More than ${limit} accounts match. These are the first ${shown}. Type more to find the right one.`,
  list: 'Accounts',
  name: 'Name',
  number: 'Personal identity number',
  organisations: 'Schools and municipalities',
  andMore: 'and more',
  state: 'State',
  signedIn: 'Last signed in',
  never: 'Never',
  protected: 'Protected identity',
  states: {
    ended: 'Ended',
    locked: 'Locked',
    'no-password': 'No password',
    active: 'Active',
  },
  pages: 'More accounts',
} as const
