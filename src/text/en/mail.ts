export const mail = {
  greeting: (givenName: string) => `Hello ${givenName},`,
  greetingWithoutName: 'Hello,',
  cannotBeAnswered: 'This email was sent automatically and cannot be replied to.',
  initialSubject: 'Your one-time password',
  initialWhat:
    'You have been added as a user. With the one-time password below you choose a password of your own. Your username is in the letter that you have received by post.',
  reminderSubject: 'Your one-time password expires soon',
  reminderWhat:
    'You have not chosen a password yet. With the one-time password below, the same as in the message before, you choose your own password. Your username is in the letter that you have received by post.',
  initialCode: 'One-time password',
  initialUntil: (day: string, clock: string) =>
    `The one-time password is valid until ${day} at ${clock} and can be used only once. Anyone who has it and your username can choose a password for you, so do not show it to anyone.`,
  initialLink: 'Choose a password',
  initialNotYou:
    'Were you not expecting this email, or has no letter arrived? Contact the permission administrator at your school or municipality.',

  resetSubject: 'Your one-time password',
  resetWhat:
    'Someone, probably you, has ordered a one-time password in the password kiosk. Enter it on the page where you ordered it, in the same browser, and then choose a new password.',
  resetCode: 'Enter the one-time password',
  resetUntil: (clock: string) => `The one-time password is valid until ${clock} and can be used only once.`,
  resetNotYou:
    'Did you not order it? Then you do not need to do anything: your password is the same as before. Do not give the one-time password to anyone, not even to someone who says they are calling from us. If you get more emails like this, contact the permission administrator at your school or municipality.',

  passwordChangedSubject: 'Your password has been changed',
  changedByPassword: (day: string, clock: string) =>
    `The password of your account was changed on ${day} at ${clock} in the password kiosk, by someone who knew the previous password.`,
  changedByCode: (day: string, clock: string) =>
    `The password of your account was changed on ${day} at ${clock} in the password kiosk, with a one-time password that had been emailed to this address.`,
  changedSessions:
    'The account has been signed out everywhere it was signed in, except where the previous password was just used for the change.',
  changedNotYou:
    'Was it you? Then you do not need to do anything. If it was not you: contact the permission administrator at your school or municipality at once, and choose a new password in the password kiosk.',

  lockedSubject: 'Sign-in is locked for a while',
  lockedWhat: (day: string, clock: string) =>
    `Someone has entered a wrong password too many times in a row for your username. Sign-in is therefore locked until ${day} at ${clock}. After that, your password works as usual.`,
  lockedYou:
    'Was it you, and have you forgotten the password? In the password kiosk you can choose a new one right away.',
  lockedNotYou:
    'Was it not you? No one has got in, and your password is the same as before. If it happens again, contact the permission administrator at your school or municipality. We write about this once a day at most.',

  sessionLimitSubject: 'You have been signed out in one place',
  sessionLimitWhat: (day: string, clock: string) =>
    `You signed in on ${day} at ${clock} and were already signed in in as many places as is allowed. The oldest sign-in has therefore been ended.`,
  sessionLimitNotYou:
    'Do you not recognise this? Choose a new password in the password kiosk right away: that signs the account out everywhere. Then contact the permission administrator at your school or municipality.',

  emailChangedSubject: 'Your e-mail address has been changed',
  emailChangedWhat: (day: string, clock: string) =>
    `The permission administrator at your school or in your municipality changed the e-mail address of your account on ${day} ${clock}.`,
  emailChangedByUs: (day: string, clock: string) =>
    `We at the agency changed the e-mail address of your account on ${day} ${clock}.`,
  emailChangedByUsNotYou:
    'Is that not right? Call us at once. Whoever reads the mails to your account can order a new password for it.',
  emailChangedFormer: 'From now on mails go to the new address, and not to this one.',
  emailChangedPresent: 'From now on mails go to this address.',
  emailChangedNotYou:
    'Is that not right? Contact the permission administrator at your school or in your municipality at once. Whoever reads the mails to your account can order a new password for it.',
} as const
