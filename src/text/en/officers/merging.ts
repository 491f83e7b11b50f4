/** Two accounts of one person become one, and a person gets another number. */
export const merging = {
  title: 'Merge with another account',
  words: [
    'Do it when a person has two accounts, one with a coordination number and one with a personal identity number. One of the accounts stays, and gets the personal identity number. The other ends, and its username can no longer be used.',
    'Permissions, appointments, requests and history go with the account that stays.',
  ],
  other: 'The other account’s username or whole number',
  next: 'Continue',
  notFound: 'No other account has that username or number.',
  chooseTitle: 'Which account is to stay?',
  chooseWords:
    'Make sure that it is the same person. It cannot be undone. The password of the account that stays is the same as before, and the person gets a mail at both addresses.',
  survivor: 'The account that is to stay',
  chooseOne: 'Choose which account is to stay.',
  facts: (kind: string, birthday: string, permissions: string, appointments: string) =>
    `${kind} ${birthday}-****. Permissions: ${permissions}. Appointments: ${appointments}.`,
  coordination: 'Coordination number',
  ordinary: 'Personal identity number',
  hiddenNumber: 'Protected identity',
  doIt: 'Merge the accounts',
  done: 'The accounts have been merged.',
  endReason: 'Merged with the person’s other account.',
  into: 'This account has been merged with another',
  refused: {
    'not-there': 'The account is not there.',
    same: 'It is the same account. Type the other account’s username or number.',
    own: 'One of the accounts is your own. Ask a colleague to do it.',
    officer: 'One of the accounts is or was an officer’s, and no officer merges it alone.',
    administrator: 'The account that would end administers something. Choose it to stay, or end the appointment first.',
    ended: 'The account that is to stay has ended, or one of them has been merged already. Reopen it first.',
    numbers: 'One of the accounts must have a coordination number and the other a personal identity number.',
  },
  number: {
    title: 'Change the personal identity number',
    words:
      'Do it when the person has got a personal identity number instead of a coordination number, or when the number was wrong. The account, the password and the permissions are the same.',
    field: 'New personal identity number or coordination number',
    label: 'Save',
    done: 'The number has been changed.',
    taken: 'Another account has that number. If it is the same person, merge the accounts.',
    refused: 'The number is that already, or the account has ended.',
  },
} as const
