import type { Told } from '../../told.js'

/** What the agency does about accounts. */
export const accountKinds = {
  'accounts-searched': {
    name: 'Search among accounts',
    tells: ({ who }: Told) => `${who} searched all accounts.`,
  },
  'account-shown': {
    name: 'Account read',
    tells: ({ who, whom }: Told) => `${who} read the account page of ${whom}.`,
  },
  'protected-details-shown': {
    name: 'Protected details shown',
    tells: ({ who, whom }: Told) => `${who} looked at the protected details of ${whom}.`,
  },
  'account-unlocked': {
    name: 'Signing in unlocked',
    tells: ({ who, whom }: Told) => `${who} unlocked signing in for ${whom}.`,
  },
  'account-ended': {
    name: 'Account ended',
    tells: ({ who, whom }: Told) => `${who} ended the account of ${whom}.`,
  },
  'account-reopened': {
    name: 'Account reopened',
    tells: ({ who, whom }: Told) => `${who} reopened the account of ${whom}.`,
  },
  'access-reset': {
    name: 'Password removed',
    tells: ({ whom, organisation, says, count }: Told) =>
      says('why', 'assurance')
        ? `The password of ${whom} was removed when an assurance from ${organisation} was approved. Sessions ended: ${count('sessions')}.`
        : `The password of ${whom} was removed when the account became an officer’s. Sessions ended: ${count('sessions')}.`,
  },
  'account-ending-decided': {
    name: 'Request to end an account answered',
    tells: ({ who, whom, says }: Told) =>
      says('decision', 'ended')
        ? `${who} ended the account of ${whom} at an administrator’s request.`
        : `${who} declined a request to end the account of ${whom}.`,
  },
  'identity-protected': {
    name: 'Identity protected',
    tells: ({ who, whom }: Told) => `${who} marked ${whom} as having protected identity.`,
  },
  'identity-unprotected': {
    name: 'Identity no longer protected',
    tells: ({ who, whom }: Told) => `${who} removed the mark of protected identity from ${whom}.`,
  },
  'number-changed': {
    name: 'New personal identity number',
    tells: ({ who, whom }: Told) => `${who} changed the personal identity number of ${whom}.`,
  },
  'accounts-merged': {
    name: 'Accounts merged',
    tells: ({ who, whom }: Told) => `${who} merged two accounts of ${whom}.`,
  },
  'officer-ended': {
    name: 'Officer no longer',
    tells: ({ who, whom }: Told) => `${who} ended the officer role of ${whom}.`,
  },
} as const
