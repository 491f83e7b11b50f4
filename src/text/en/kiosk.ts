const tries = (left: number) => (left === 1 ? 'one attempt' : `${left} attempts`)
const minutes = (count: number) => (count === 1 ? 'one minute' : `${count} minutes`)
const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const inWords = (count: number) => words[count] ?? String(count)

export const kiosk = {
  title: 'Password kiosk',
  startIntroduction: 'Here you choose a new password yourself. Choose what fits you.',
  startAgain:
    'The page you asked for belongs to a step that you are not at. Nothing has been changed. Start again here.',
  changeLink: 'Do you want to change your password?',
  changeLinkWords: 'You know your password, or you have received a one-time password for your first sign-in.',
  forgotLink: 'Have you forgotten your password, or does it not work?',
  forgotLinkWords: 'We email a one-time password to the address that belongs to your username.',
  forgotUsernameTitle: 'Have you forgotten your username?',
  forgotUsername:
    'Contact the permission administrator at your school or municipality, who can find your username for you.',

  username: 'Username',
  usernameHint: 'It is in the letter you received when you were added as a user.',
  presentPassword: 'Password or one-time password',
  presentPasswordHint:
    'Your current password. If this is your first time: the one-time password that we emailed to you.',
  choosePasswordFirst:
    'What you entered is a one-time password. It does not sign you in, but it lets you choose a password of your own. Enter it here once more.',
  continue: 'Continue',
  backToStart: 'Back to the password kiosk',
  showPassword: 'Show the password',
  hidePassword: 'Hide the password',

  forgotIntroduction:
    'Enter your username and we will email you a one-time password. You use it to choose a new password.',

  codeTitle: 'Enter the one-time password',
  codeMailed: 'If the username exists, we have emailed a one-time password to the address that belongs to it.',
  codeLives: (clock: string, left: number) => `It is valid until ${clock}. You have ${tries(left)}.`,
  code: 'Enter the one-time password',
  codeHint: 'Eight digits. Spaces make no difference.',
  noMailTitle: 'Has nothing arrived?',
  noMail: [
    'Wait a couple of minutes and look in your junk folder.',
    'Check that you entered the right username.',
    'Use the browser that you ordered it in. The one-time password works only there.',
  ],
  orderLimits: (perMinute: number, perHour: number, perDay: number) =>
    `You can order a new one-time password. The previous one then stops working. We email at most ${inWords(perMinute)} a minute, ${inWords(perHour)} an hour and ${inWords(perDay)} a day for each username. If you order more than that, no email is sent.`,
  noAddress:
    'Have you changed your email address, or does nothing arrive even so? Contact the permission administrator at your school or municipality.',
  orderAgain: 'Order a new one-time password',

  chooseTitle: 'Choose a new password',
  chooseFor: (username: string) => `You are choosing the password for the username ${username}.`,
  newPassword: 'New password',
  newPasswordHint: (least: number) =>
    `At least ${least} characters. A phrase of three or four words that only you would think of is a good choice. Spaces and all letters are fine. Digits and symbols are not needed.`,
  change: 'Change password',

  doneTitle: 'Your password has been changed',
  done: 'From now on only your new password works. If you are signed in anywhere else, you are signed out there. We have also emailed you about the change.',
  signIn: 'Sign in',

  missingPassword: 'Enter your password or one-time password.',
  missingNewPassword: 'Enter a new password.',
  missingCode: 'Enter the one-time password that we emailed to you.',
  unusableCode: 'The one-time password is eight digits. Enter it as it is written in the email.',

  wrongTitle: 'Wrong username or password',
  wrong: (tolerated: number, minutesLocked: number, left: number) =>
    `You have ${tries(left)} left. After more than ${inWords(tolerated)} wrong attempts, sign-in is locked for ${minutes(minutesLocked)}.`,
  lockedTitle: 'Sign-in is locked',
  locked: (clock: string) =>
    `There have been too many wrong attempts. Sign-in opens again at ${clock}, and then the right details work. Attempts until then are not counted.`,
  lockedInstead: 'You do not have to wait. Choose a new password with a one-time password, and sign-in opens at once.',
  wrongCode: (left: number) => `The one-time password is wrong. You have ${tries(left)} left.`,
  spentCodeTitle: 'The one-time password can no longer be used',
  spentCode: 'It is too old, already used, replaced by a newer one or has been tried too many times. Order a new one.',
  anotherVisit:
    'The page belonged to an earlier visit to the password kiosk, perhaps in another tab. Nothing has been changed. This is the step you are at now.',
  sameAsPresent: 'That is the password you already have. Choose another one.',
  sameAsCode: 'The one-time password cannot become your password, since it was sent by email. Choose one of your own.',

  goodEnough: 'This password can be used.',
  tooShort: (least: number) => `The password is too short. It needs at least ${least} characters: add a word or two.`,
  weakTooLong: (most: number) => `The password is too long. It has at most ${most} characters.`,
  common: 'The password is one that many people use, or is based on one. Choose words that do not usually go together.',
  repeated: 'The password repeats the same character or the same short piece. Add a few different words.',
  keyboardWalk: 'The password follows the rows of keys on the keyboard. Add a few words.',
  sequence: 'The password is letters or digits in order. Add a few words.',
  ownUsername: 'The password is based on your username. Add a few words that have nothing to do with you.',
  ownName: 'The password is based on your name. Add a few words that have nothing to do with you.',
  ownEmail: 'The password is based on your email address. Add a few words that have nothing to do with you.',
  ownOrganisation:
    'The password is based on the name of your school or municipality. Add a few words that have nothing to do with it.',
  serviceWord: 'The password is based on words that belong to this service. Add some other words.',
} as const
