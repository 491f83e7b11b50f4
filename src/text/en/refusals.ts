export const refusals = {
  notHereTitle: 'Page not found',
  notHere: 'Check the address, or go to the start page and try from there.',
  badInputTitle: 'What was sent cannot be used',
  badInput:
    'The form did not arrive the way the page sends it. Nothing has been changed. Go back, reload the page and try again.',
  staleFormTitle: 'The page was too old',
  staleForm:
    'The form was sent from a page that is no longer valid, perhaps because it had been open for too long or because your browser does not accept cookies. Nothing has been changed. Go back, reload the page and try again.',
  sentBeforeTitle: 'The form has been sent already',
  sentBefore: {
    'the same': 'What you sent has been received, and is done only once. Open the page again to see how it turned out.',
    'other contents':
      'Last time the form said something else, and that is what holds. Nothing more has been changed. Open the page again to see how it turned out, and make your change there if it is needed.',
  },
  tooManyTitle: 'Too many attempts from here',
  tooMany: (minutes: number) =>
    `Unusually many attempts have been made from your network. Nothing has been changed. Try again in ${minutes === 1 ? 'one minute' : `${minutes} minutes`}.`,
  cookiesTitle: 'Your browser sends too many cookies',
  cookies:
    'That is why we cannot read what your browser sent. Nothing has been changed. Remove the cookies of this website in your browser’s settings and open the page again, or open it in a private window. If that does not help, contact us.',
  fullTitle: 'Many people are signing in right now',
  full: 'We cannot serve everyone at once. Nothing has been changed, and your attempt was not counted. Try again in a little while.',
  unavailableTitle: 'Temporary technical error',
  unavailable: 'The service cannot be reached right now. Nothing has been changed. Try again in a little while.',
  brokenTitle: 'Temporary technical error',
  broken:
    'Something went wrong on our side. Try again in a while. If the problem remains, contact us and tell us the incident number.',
  incident: (number: string) => `Incident number: ${number}`,
  tryAgain: 'Try again',
  seeOutcome: 'See how it turned out',
} as const
