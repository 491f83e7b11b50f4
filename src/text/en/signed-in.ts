export const signedIn = {
  nav: 'Signed in',
  signedInAs: 'Signed in as',
  account: 'My account',
  permissions: 'Permissions',
  desk: 'Case handling',
  signOut: 'Sign out',

  idleTitle: 'Do you want to stay on the page?',
  idle: 'You have not done anything for a while. If you stay, what you have written on the page is still there.',
  automatic: 'You will be signed out automatically in about',
  stay: 'Stay on the page',

  absoluteTitle: 'You will soon be signed out',
  absolute:
    'You have been signed in for as long as is possible at a time, and the time cannot be prolonged. Save what you are doing. Then you can sign in again.',
  understood: 'I understand',

  networkTitle: 'Network problems',
  network:
    'We cannot reach Portvakt. Check that you are connected to the internet. What you have written is still on the page, but cannot be saved just now. We keep trying.',
  serverTitle: 'Temporary technical error',
  server:
    'Portvakt cannot answer just now. What you have written is still on the page, but cannot be saved just now. We keep trying.',
  tryAgain: 'Try again',
  close: 'Close',
  timeIsUp:
    'The time for signing you out has passed. If you are signed out, we say so as soon as we are in touch again.',

  over: {
    inaktiv: 'You have been signed out automatically, since you had not done anything for a while.',
    tid: 'You have been signed out automatically, since you had been signed in for as long as is possible at a time.',
    avslutad: 'Your sign-in has been ended, for example because you signed out in another window.',
  },
  notSaved: 'What you had not saved is gone.',
  again: 'Sign in again',
} as const
