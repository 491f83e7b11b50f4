export const undelivered = {
  title: 'E-mails that could not be delivered',
  preamble:
    'An e-mail lands here when the mail server of the recipient has refused it, or has not answered for a day. Correct the address first, if it is wrong.',
  none: 'All e-mails have been delivered.',
  what: (kind: string, name: string) => `${kind} to ${name}`,
  unknown: 'an unknown recipient',
  why: (reason: string, tries: string) =>
    reason === 'interrupted'
      ? `The sending was interrupted. It is unknown whether the e-mail arrived. Number of tries: ${tries}.`
      : `Answer of the mail server: ${reason}. Number of tries: ${tries}.`,
  again: 'Send again',
  dismiss: 'Take off the list',
  done: {
    skickat: 'The e-mail is sent again.',
    borttaget: 'The e-mail has been taken off the list.',
    redan: 'The e-mail was no longer in the list. Somebody else has already taken care of it.',
  },
  kinds: {
    'one-time-password': 'One-time password',
    'one-time-password-reminder': 'Reminder of a one-time password',
    'password-changed': 'Notice of a new password',
    'account-locked': 'Notice of locked sign-in',
    'session-limit': 'Notice of an ended session',
    'appointment-started': 'Notice of a new appointment',
    'appointment-ended': 'Notice of an ended appointment',
    'permissions-changed': 'Notice of changed permissions',
    'permission-asked-for': 'Request for a permission',
    'permission-declined': 'Notice of a declined permission',
    'email-changed': 'Notice of a new e-mail address',
    'organisation-ended': 'Notice that a school or municipality has ended',
    'account-ended': 'Notice of an ended account',
    'account-reopened': 'Notice of a reopened account',
    'access-reset': 'Notice of a removed password',
    'accounts-merged': 'Notice of merged accounts',
    'ending-decided': 'Answer to a request to end an account',
    unknown: 'E-mail',
  },
} as const
