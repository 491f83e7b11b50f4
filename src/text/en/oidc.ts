export const oidc = {
  signOutTitle: 'Do you want to sign out?',
  signOut: 'You will be signed out of every service that you have signed in to with your username in this browser.',
  signOutButton: 'Sign out',
  stayButton: 'Stay signed in',
  signedOutTitle: 'You are signed out',
  signedOut: 'Close the browser if you share the computer with others.',
  signInAgainTitle: 'Continue to sign-in',
  askAgain: 'The service that you come from has sent you here. Press the button to continue.',
  goOn: 'Continue',
  notSignedOutTitle: 'You are not signed out',
  notSignedOut:
    'The sign-in that was to end is still open, but it cannot be seen in this window. Sign out in the window where you signed in, or close the whole browser.',
  backTo: (service: string) => `Go to ${service}`,

  turnedOffTitle: (service: string) => `${service} is turned off`,
  turnedOff: (service: string) =>
    `We have turned off sign-in to ${service}, so you cannot sign in there now. Nothing is wrong with your account, and your permissions remain. If you wonder when it opens again, contact us.`,

  misdirectedTitle: 'The sign-in cannot continue',
  misdirected:
    'The service that sent you here asked for something that it is not allowed to have or that we do not understand. Nothing has been changed. Go back to the service and try again. If it happens again, contact us and tell us the message code.',
} as const
