export const login = {
  title: (service: string) => `Sign in to ${service}`,
  username: 'Username',
  password: 'Password',
  showPassword: 'Show the password',
  hidePassword: 'Hide the password',
  signIn: 'Sign in',
  forgottenOrChange: 'Have you forgotten your password, or do you want to change it?',
  forgottenUsername:
    'Have you forgotten your username? Contact the permission administrator at your school or municipality.',
  cancel: 'Cancel and go back to the service',
  emptyUsername: 'Enter your username.',
  emptyPassword: 'Enter your password.',
  unusableUsername:
    'The username contains something that a username cannot contain. Enter it as it is written in the letter.',
  controlCharacters: 'There is an invisible character in what you entered, such as a line break. Enter it again.',
  tooLong: (most: number) => `What you entered is too long. A password has at most ${most} characters.`,
  wrongTitle: 'Wrong username or password',
  wrong: (tolerated: number, minutes: number) =>
    `After more than ${tolerated === 3 ? 'three' : tolerated} wrong attempts, sign-in is locked for ${minutes} minutes.`,
  triesLeft: (tries: number) => (tries === 1 ? 'You have one attempt left.' : `You have ${tries} attempts left.`),
  mayBeRight:
    'Just now we cannot check every password and one-time password. If you are sure that you typed it right, choose a new password in the password kiosk. If you have not chosen a password yet, your permission administrator can send a new one-time password.',
  lockedTitle: 'Sign-in is locked',
  locked: (clock: string) =>
    `There have been too many wrong attempts. Sign-in opens again at ${clock}. Until then you cannot sign in, not even with the right password.`,
  lockedReset: 'You do not have to wait if you choose a new password in the password kiosk.',
  toKiosk: 'Go to the password kiosk',
  lockedStill: 'Still cannot get in after that? Call us.',

  consentTitle: (service: string) => `May ${service} know this of you?`,
  consent: (service: string) =>
    `${service} is not run by us. You are signed in with us, and the service wants to know:`,
  consentTo: {
    openid: 'an id that is yours with us, but does not tell who you are',
    profile: 'your name and your username',
    email: 'your e-mail address',
    permissions: 'for which schools and municipalities you have permission, in the services that it is registered for',
  },
  consentLasts: 'Your answer holds until you sign out with us.',
  agree: 'Agree and go on',
  noPermissionTitle: (service: string) => `You have no permission for ${service}`,
  noPermission: (service: string) =>
    `You are signed in, but you have no permission that is valid today for any of the services in ${service}.`,
  whomToAsk: 'Permissions are given by the permission administrator. Contact:',
  askYourSchool: 'Contact the permission administrator at your school or municipality.',
  nobodyAppointed: 'the permission administrator',
  backToService: 'Back to the service',
  asSomebodyElse: 'Sign in as someone else',

  again:
    'What you are about to do asks that you have just shown who you are. Sign in again, and you come back to the page and can go on. What you wrote in a form there has to be written again.',

  doneTitle: 'You are already signed in',
  done: 'This sign-in is complete. Continue in the service that you signed in to.',
  overTitle: 'This sign-in is no longer valid',
  over: 'It may have been open for too long, have been completed already, or have been started in another browser. Go to the service that you want to use and sign in from there.',
} as const
