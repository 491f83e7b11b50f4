/** What the agency does about an account: what each act means, and what became of it. */
export const accountActions = {
  whom: (name: string, username: string) => `${name}, ${username}`,
  cancel: 'Cancel',
  back: 'Back to the account',
  own: 'This is your own account. Ask a colleague to do it.',
  takesTwo:
    'This is the account of an officer, or was one. No officer changes it alone. Those who run the service do it with the command portvakt officer on the server: the name, the personnummer, the e-mail address, the postal address, the end of the appointment as an officer, and the reopening of an ended account.',
  requestDeclined: 'The account has been ended.',
  heading: 'What can be done',
  reason: 'Why?',
  reasonHint: 'At most 500 characters. Do not write about the person’s health or anything else that is sensitive.',
  wrongReason: 'Write why, in at most 500 characters.',

  plain: {
    unlock: {
      title: 'Unlock signing in',
      words: [
        'The lock is removed now, instead of by itself later. The person’s password is the same as before.',
        'Make sure whom you are talking to before you unlock: somebody else may have been guessing the password.',
      ],
      label: 'Unlock',
      done: 'Signing in is unlocked.',
      refused: 'Signing in is locked no longer.',
      cannot: 'Signing in is not locked.',
    },
    sessions: {
      title: 'Sign out everywhere',
      words: [
        'All sessions end at once, in the services too. The person can sign in again with their password.',
        'Do you think that somebody else knows the password? Then send a new one-time password too.',
      ],
      label: 'Sign out everywhere',
      done: 'All sessions have ended.',
      refused: 'The sessions could not be ended.',
      cannot: 'The account has ended, so nobody is signed in.',
    },
    password: {
      title: 'Send a new one-time password',
      words: [
        'A one-time password is mailed to the person, who chooses a password of their own with it in the password kiosk. An earlier one-time password no longer works. If the person has a password, it works until a new one is chosen.',
        'Nobody but the person sees the one-time password, and neither do you.',
      ],
      label: 'Send a new one-time password',
      done: 'The one-time password has been ordered and is mailed now.',
      refused:
        'A one-time password was ordered a moment ago, or several times today: wait a while, and ask the person to look among junk mail. Or the e-mail address of an officer or an administrator has just been changed: a one-time password can be sent there when a day has passed and the former address has been told.',
      cannot: 'It cannot be done: the account has ended or has no e-mail address.',
    },
    letter: {
      title: 'Order a letter with the username',
      words: [
        'A new letter with the username is put among the letters to post. First check that the postal address is right.',
        'If the person has no password, a one-time password is mailed some days after the letter has been posted.',
      ],
      label: 'Order the letter',
      done: 'The letter has been ordered.',
      refused: 'A letter is waiting to be posted already.',
      cannot: 'The account has ended.',
    },
    protect: {
      title: 'Mark as protected identity',
      words: [
        'Name, number and addresses are no longer shown to administrators, in lists, in mails or in the history. Here they are shown only when an officer asks for them.',
        'The person is found by username or by the whole number only. Letters go to the forwarding address that an officer enters.',
      ],
      label: 'Mark',
      done: 'The person is marked as having protected identity.',
      refused: 'The person is marked already.',
      cannot: 'The person is marked already.',
    },
    unprotect: {
      title: 'Remove the mark of protected identity',
      words: [
        'Name, number and addresses are shown again to the administrators where the person has permissions. Do it only when the protection has ended.',
      ],
      label: 'Remove the mark',
      done: 'The mark has been removed.',
      refused: 'The person is marked no longer.',
      cannot: 'The person is not marked.',
    },
  },

  end: {
    title: 'End the account',
    words: [
      'Everything stops at once: the person is signed out everywhere, the services are told, and all permissions, appointments and one-time passwords stop working. The password is forgotten.',
      'The person gets a mail, and the schools’ permission administrators are told which permissions have ended. The username is never given to anybody else.',
    ],
    label: 'End the account',
    done: 'The account has been ended.',
    refused: 'The account has been ended already.',
    lastOfficer: 'They are the last officer. Make somebody else an officer first.',
  },
  reopen: {
    title: 'Reopen the account',
    words: [
      'The account has the same username as before, but no password and no permissions. Whoever may give them gives them anew.',
      'The person gets a mail. Then send a new one-time password, so that the person can choose a password.',
    ],
    label: 'Reopen the account',
    done: 'The account is open again. Send a one-time password when the person is to be able to sign in.',
    refused: 'The account has not been ended, or has been merged with another.',
  },
  details: {
    title: 'Change details',
    words: 'If you change the e-mail address, both the old and the new address get a mail about it.',
    done: 'The details have been saved.',
    cannot: 'The account has ended. Reopen it first.',
    save: 'Save',
  },
  endSession: 'End',
  sessionEnded: 'The session has ended.',
  endings: 'Earlier endings',
  endedBecause: (day: string, reason: string) => `Ended on ${day}: ${reason}`,
  reopenedBecause: (day: string, reason: string) => `Reopened on ${day}: ${reason}`,
  openRequest: 'An administrator has asked for the account to be ended',

  mails: {
    endedSubject: 'Your account has been ended',
    endedWhat:
      'We at the agency have ended your account. It can no longer be used to sign in, and your permissions have stopped.',
    endedWrong: 'Is that not right? Call us.',
    reopenedSubject: 'Your account is open again',
    reopenedWhat:
      'We at the agency have reopened your account, with the same username as before. Your old password does not work: you choose a new one with a one-time password that comes in a mail of its own.',
    reopenedWrong: 'Did you not expect that? Call us at once.',
    resetSubject: 'Your password works no longer',
    resetWhat: 'The password of your account works no longer, and the account has been signed out everywhere.',
    resetWhy:
      'You have got a new role. Before it started, somebody else may have added the account and chosen its password. So only the one who reads the mails to this address chooses a new one.',
    resetNext:
      'Your username is the same as before. It also comes in a letter, and some days later a mail with a one-time password. If you remember the username, you can order a one-time password yourself in the password kiosk. If your e-mail address has just been changed, that works only after a day.',
    resetWrong: 'Did you not expect that? Call us at once.',
    mergedSubject: 'Your two accounts have become one',
    mergedWhat:
      'You had two accounts, since your coordination number has become a personal identity number. We at the agency have merged them. Your permissions are with this account, and the username of the other can no longer be used.',
    mergedEndedWhat:
      'You had two accounts, since your coordination number has become a personal identity number. We at the agency have merged them. The username of this account can no longer be used: sign in with the other one, where your permissions are.',
    mergedWrong: 'Is that not right? Call us at once.',
    decidedSubject: 'Your request to end an account',
    decidedEnded: (whom: string, organisation: string) =>
      `You have asked for the account of ${whom} to be ended (${organisation}). The account has now been ended.`,
    decidedDeclined: (whom: string, organisation: string) =>
      `You have asked for the account of ${whom} to be ended (${organisation}). We have decided that the account stays.`,
    decidedWhy: (answer: string) => `Our explanation: ${answer}`,
    decidedLeft: 'If the person has left you, you can end the permissions yourself with Has left.',
    somebodyProtected: 'a person with protected identity',
  },
} as const
