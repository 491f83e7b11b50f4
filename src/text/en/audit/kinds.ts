import type { Told } from '../../told.js'
import { accountKinds } from './accounts.js'

export const kinds = {
  ...accountKinds,
  'signed-in': {
    name: 'Signing in',
    tells: ({ whom, client }: Told) => (client === '' ? `${whom} signed in.` : `${whom} signed in to ${client}.`),
  },
  'sign-in-refused': {
    name: 'Wrong sign-in',
    tells: ({ whom, isAboutSomebody }: Told) =>
      isAboutSomebody
        ? `An attempt to sign in as ${whom} failed.`
        : 'An attempt to sign in with an unknown username failed.',
  },
  'sign-in-locked': {
    name: 'Signing in locked',
    tells: ({ whom }: Told) => `Signing in was locked for ${whom} after too many wrong attempts.`,
  },
  'sign-in-while-locked': {
    name: 'Attempt during a lock',
    tells: ({ whom }: Told) => `Somebody tried to sign in as ${whom} while signing in was locked.`,
  },
  'one-time-password-at-sign-in': {
    name: 'One-time password at sign-in',
    tells: ({ whom }: Told) => `${whom} typed their first one-time password when signing in.`,
  },
  'source-limited': {
    name: 'Too many attempts from an address',
    tells: () => 'An address was turned away after too many attempts.',
  },
  'no-permission': {
    name: 'Sign-in without permission',
    tells: ({ whom, client }: Told) => `${whom} signed in without a permission for ${client}.`,
  },
  'signed-out': { name: 'Signing out', tells: ({ whom }: Told) => `${whom} signed out.` },
  'session-ended': {
    name: 'Session ended',
    tells: ({ whom, says }: Told) =>
      says('why', 'too-many-sessions')
        ? `The oldest session of ${whom} was ended, as there were too many.`
        : `A session of ${whom} was ended.`,
  },
  'sessions-ended': {
    name: 'All sessions ended',
    tells: ({ whom, count }: Told) => `All sessions of ${whom} were ended. Number: ${count('ended')}.`,
  },
  'details-changed': {
    name: 'Details changed',
    tells: ({ who, whom }: Told) => `${who} changed the details of ${whom}.`,
  },
  'number-shown': {
    name: 'Personal identity number shown',
    tells: ({ who, whom, isAboutSomebody }: Told) =>
      isAboutSomebody
        ? `${who} looked at the personal identity number of ${whom}.`
        : `${who} looked at the personal identity number in an assurance.`,
  },
  'username-shown': {
    name: 'Username shown',
    tells: ({ who, whom }: Told) => `${who} looked at the username of ${whom}.`,
  },
  'account-ending-requested': {
    name: 'Request to end an account',
    tells: ({ who, whom }: Told) => `${who} asked for the account of ${whom} to be ended.`,
  },
  'language-chosen': {
    name: 'Language chosen',
    tells: ({ whom }: Told) => `${whom} chose the language of their e-mails.`,
  },
  'account-created': {
    name: 'New account',
    tells: ({ who, whom }: Told) => `${who} added ${whom} as a user.`,
  },
  'officer-made': { name: 'New officer', tells: ({ whom }: Told) => `${whom} became an officer.` },
  'username-letter-ordered': {
    name: 'Letter ordered',
    tells: ({ who, whom }: Told) => `${who} ordered a letter with the username to ${whom}.`,
  },
  'username-letter-posted': {
    name: 'Letter posted',
    tells: ({ whom }: Told) => `The letter with the username was posted to ${whom}.`,
  },
  'username-letter-shown': {
    name: 'Letter opened',
    tells: ({ who, whom }: Told) => `${who} opened the page of the letter with the username to ${whom}.`,
  },
  'username-letter-printed': {
    name: 'Letter fetched',
    tells: ({ who, whom }: Told) => `${who} fetched the letter with the username to ${whom} for printing.`,
  },
  'username-letter-returned': {
    name: 'Letter came back',
    tells: ({ whom }: Told) => `The letter with the username to ${whom} came back.`,
  },
  'username-letter-withheld': {
    name: 'Letter withheld',
    tells: ({ who, whom }: Told) => `${who} withholds the letter with the username to ${whom}.`,
  },
  'username-letter-released': {
    name: 'Letter released',
    tells: ({ who, whom }: Told) => `${who} released the letter with the username to ${whom}.`,
  },
  'username-letter-forwarded': {
    name: 'Address for a letter',
    tells: ({ who, whom }: Told) => `${who} wrote a forwarding address for the letter to ${whom}.`,
  },
  'bulk-previewed': {
    name: 'File of people looked through',
    tells: ({ who, count }: Told) => `${who} looked through a file of people to add. Number of rows: ${count('rows')}.`,
  },
  'bulk-confirmed': {
    name: 'File of people confirmed',
    tells: ({ who, count }: Told) => `${who} confirmed a file of people to add. Number of rows: ${count('rows')}.`,
  },
  'bulk-added': {
    name: 'File of people carried out',
    tells: ({ who }: Told) => `A file of people from ${who} has been carried out.`,
  },
  'number-checked': {
    name: 'Personal identity number checked',
    tells: ({ who, whom, isAboutSomebody }: Told) =>
      isAboutSomebody
        ? `${who} checked a personal identity number, which is that of ${whom}.`
        : `${who} checked a personal identity number that nobody has here.`,
  },
  'password-set': { name: 'Password chosen', tells: ({ whom }: Told) => `${whom} chose a new password.` },
  'password-rehashed': {
    name: 'Protection of a password renewed',
    tells: ({ whom }: Told) => `The protection of the password of ${whom} was renewed when they signed in.`,
  },
  'kiosk-identified': {
    name: 'Right details in the password kiosk',
    tells: ({ whom }: Told) => `${whom} typed the right username and password in the password kiosk.`,
  },
  'kiosk-refused': {
    name: 'Wrong details in the password kiosk',
    tells: ({ whom, isAboutSomebody }: Told) =>
      isAboutSomebody
        ? `An attempt in the password kiosk as ${whom} failed.`
        : 'An attempt in the password kiosk with an unknown username failed.',
  },
  'one-time-password-ordered': {
    name: 'One-time password ordered',
    tells: ({ who, whom, isOwn, says }: Told) =>
      isOwn || says('purpose', 'reset')
        ? `A one-time password was ordered for ${whom}.`
        : `${who} sent a new one-time password to ${whom}.`,
  },
  'one-time-password-order-refused': {
    name: 'Order of a one-time password refused',
    tells: ({ whom, isAboutSomebody }: Told) =>
      isAboutSomebody
        ? `A one-time password was ordered for ${whom}, but was not sent.`
        : 'A one-time password was ordered for an unknown username. Nothing was sent.',
  },
  'one-time-password-tried': {
    name: 'Wrong one-time password',
    tells: ({ whom, isAboutSomebody }: Told) =>
      isAboutSomebody ? `A wrong one-time password was tried for ${whom}.` : 'A wrong one-time password was tried.',
  },
  'one-time-password-redeemed': {
    name: 'One-time password used',
    tells: ({ whom }: Told) => `${whom} used a one-time password.`,
  },
  'mail-sent': {
    name: 'E-mail sent',
    tells: ({ whom, isAboutSomebody }: Told) =>
      isAboutSomebody ? `An e-mail was sent to ${whom}.` : 'An e-mail was sent.',
  },
  'mail-dropped': {
    name: 'E-mail no longer needed',
    tells: ({ whom, isAboutSomebody }: Told) =>
      isAboutSomebody
        ? `An e-mail to ${whom} was not sent, as what it told no longer held.`
        : 'An e-mail was not sent, as what it told no longer held.',
  },
  'mail-undeliverable': {
    name: 'E-mail that could not be delivered',
    tells: ({ whom, isAboutSomebody, says }: Told) => {
      if (says('reason', 'interrupted'))
        return isAboutSomebody
          ? `It is unknown whether an e-mail to ${whom} arrived: the sending was interrupted.`
          : 'It is unknown whether an e-mail arrived: the sending was interrupted.'
      return isAboutSomebody ? `An e-mail to ${whom} could not be delivered.` : 'An e-mail could not be delivered.'
    },
  },
  'mail-retried': {
    name: 'E-mail sent again',
    tells: ({ who, whom, isAboutSomebody }: Told) =>
      isAboutSomebody ? `${who} had the e-mail to ${whom} sent again.` : `${who} had an e-mail sent again.`,
  },
  'mail-dismissed': {
    name: 'E-mail taken off the list',
    tells: ({ who, whom, isAboutSomebody }: Told) =>
      isAboutSomebody
        ? `${who} took the e-mail to ${whom} off the list of what could not be delivered.`
        : `${who} took an e-mail off the list of what could not be delivered.`,
  },
  'relying-service-told': {
    name: 'Relying service told of sign-out',
    tells: ({ whom, client }: Told) => `${client} was told that the session of ${whom} has ended.`,
  },
  'relying-service-not-told': {
    name: 'Relying service that could not be told',
    tells: ({ whom, client }: Told) => `${client} could not be told that the session of ${whom} has ended.`,
  },
  'consent-given': {
    name: 'Agreement to a relying service',
    tells: ({ whom, client }: Told) => `${whom} agreed to what the relying service ${client} is told.`,
  },
  'consent-recorded': {
    name: 'Consent to a relying service',
    tells: ({ whom, client }: Told) => `${client} got access to details of ${whom} at sign-in.`,
  },
  'code-replayed': {
    name: 'Code used again',
    tells: ({ client }: Told) => `A code that had been used was sent again by ${client}. What it gave is revoked.`,
  },
  'list-exported': {
    name: 'List downloaded',
    tells: ({ who, count, says }: Told) =>
      says('numbers', true)
        ? `${who} downloaded a list with personal identity numbers. Number of rows: ${count('rows')}.`
        : `${who} downloaded a list without personal identity numbers. Number of rows: ${count('rows')}.`,
  },
  'organisations-imported': {
    name: 'Organisations imported',
    tells: ({ who }: Told) => `${who} imported organisations from a file.`,
  },
  'organisation-registered': {
    name: 'New organisation',
    tells: ({ who, organisation }: Told) => `${who} registered ${organisation}.`,
  },
  'organisation-changed': {
    name: 'Organisation changed',
    tells: ({ who, organisation }: Told) => `${who} changed what is kept about ${organisation}.`,
  },
  'organisation-closed': {
    name: 'Organisation closed',
    tells: ({ who, organisation }: Told) => `${who} closed ${organisation}.`,
  },
  'organisation-merged': {
    name: 'Organisation merged',
    tells: ({ who, organisation, said }: Told) => `${who} merged ${organisation} into ${said('intoCode')}.`,
  },
  'organisation-took-over': {
    name: 'Organisation that took over',
    tells: ({ who, organisation, said }: Told) =>
      `${who} let ${organisation} take over what ${said('mergedCode')} had.`,
  },
  'contact-added': {
    name: 'New contact person',
    tells: ({ who, organisation }: Told) => `${who} added a contact person for ${organisation}.`,
  },
  'contact-changed': {
    name: 'Contact person changed',
    tells: ({ who, organisation }: Told) => `${who} changed a contact person for ${organisation}.`,
  },
  'contact-removed': {
    name: 'Contact person removed',
    tells: ({ who, organisation }: Told) => `${who} removed a contact person for ${organisation}.`,
  },
  'administered-by-changed': {
    name: 'Changed who administers',
    tells: ({ who, service, says }: Told) =>
      says('administrator', 'local')
        ? `${who} let the schools’ own administrators give ${service} for a school form.`
        : `${who} let the agency give ${service} for a school form.`,
  },
  'services-installed': {
    name: 'Services changed',
    tells: () => 'The services, and who administers them, were changed by the settings.',
  },
  'permission-granted': {
    name: 'Permission granted',
    tells: ({ who, whom, service, span, isRefused }: Told) =>
      isRefused
        ? `${who} tried to give ${whom} ${service}, but was not allowed to.`
        : `${who} gave ${whom} ${service} ${span('validFrom', 'validTo')}.`,
  },
  'permission-changed': {
    name: 'Permission changed',
    tells: ({ who, whom, service, span }: Told) =>
      `${who} changed the days of ${service}, held by ${whom}. The permission is valid ${span('validFrom', 'validTo')}.`,
  },
  'permission-paused': {
    name: 'Permission paused',
    tells: ({ who, whom, service, span }: Told) =>
      `${who} paused ${service} for ${whom} ${span('pausedFrom', 'pausedTo')}.`,
  },
  'permission-resumed': {
    name: 'Permission resumed',
    tells: ({ who, whom, service }: Told) => `${who} ended the pause of ${whom}, who has ${service} again.`,
  },
  'permission-ended': {
    name: 'Permission ended',
    tells: ({ who, whom, service }: Told) => `${who} ended ${service} for ${whom}.`,
  },
  'permission-asked-for': {
    name: 'Request for a permission',
    tells: ({ whom, service }: Told) => `${whom} asked for ${service}.`,
  },
  'permission-request-withdrawn': {
    name: 'Request withdrawn',
    tells: ({ whom, service }: Told) => `${whom} took back their request for ${service}.`,
  },
  'permission-request-answered': {
    name: 'Request answered',
    tells: ({ who, whom, service, says }: Told) =>
      says('answer', 'granted')
        ? `${who} said yes to ${whom} having ${service}.`
        : `${who} said no to ${whom} having ${service}.`,
  },
  'assurance-registered': {
    name: 'Assurance registered',
    tells: ({ who, organisation }: Told) => `${who} registered an assurance from ${organisation}.`,
  },
  'assurance-shown': {
    name: 'Assurance read',
    tells: ({ who, whom, organisation, isAboutSomebody }: Told) =>
      isAboutSomebody
        ? `${who} read the assurance from ${organisation} about ${whom}.`
        : `${who} read an assurance from ${organisation}.`,
  },
  'assurance-scan-added': {
    name: 'Form read in',
    tells: ({ who, organisation }: Told) => `${who} read in a signed assurance from ${organisation}.`,
  },
  'assurance-scan-fetched': {
    name: 'Form fetched',
    tells: ({ who, organisation }: Told) => `${who} fetched a signed assurance from ${organisation}.`,
  },
  'assurance-approved': {
    name: 'Assurance approved',
    tells: ({ who, organisation }: Told) => `${who} approved an assurance from ${organisation}.`,
  },
  'assurance-rejected': {
    name: 'Assurance rejected',
    tells: ({ who, organisation }: Told) => `${who} rejected an assurance from ${organisation}.`,
  },
  'assurance-withdrawn': {
    name: 'Assurance withdrawn',
    tells: ({ who, organisation }: Told) => `${who} withdrew the registration of an assurance from ${organisation}.`,
  },
  'appointment-started': {
    name: 'New permission administrator',
    tells: ({ whom }: Told) => `${whom} was appointed permission administrator.`,
  },
  'appointment-ended': {
    name: 'Appointment ended',
    tells: ({ whom }: Told) => `${whom} is no longer permission administrator.`,
  },
  'backup-restored': {
    name: 'Backup put back',
    tells: () => 'A backup was put back. Everybody was signed out, and no one-time password works any longer.',
  },
  'sealed-anew': {
    name: 'Sealed anew',
    tells: () => 'Signing keys and client secrets were sealed anew under the newest master secret.',
  },
  'signing-keys-created': { name: 'New signing keys', tells: () => 'New signing keys were created.' },
  'client-registered': {
    name: 'Relying service registered',
    tells: ({ who, client }: Told) => `${who} registered the relying service ${client}.`,
  },
  'client-changed': {
    name: 'Relying service changed',
    tells: ({ who, client }: Told) => `${who} changed the registration of the relying service ${client}.`,
  },
  'client-secret-renewed': {
    name: 'New secret for a relying service',
    tells: ({ who, client }: Told) => `${who} gave the relying service ${client} a new secret.`,
  },
  'client-turned-off': {
    name: 'Relying service turned off',
    tells: ({ who, client }: Told) => `${who} turned off the relying service ${client}.`,
  },
  'client-turned-on': {
    name: 'Relying service turned on',
    tells: ({ who, client }: Told) => `${who} turned on the relying service ${client} again.`,
  },
  'client-refused': {
    name: 'Relying service that did not prove who it is',
    tells: ({ client, count, says }: Told) =>
      says('isRegistered', false)
        ? `A program said that it was a relying service that does not exist. Attempts from there: ${count('wrong')}.`
        : `A program said that it was the relying service ${client} but had a wrong secret or key. Attempts from there: ${count('wrong')}.`,
  },
  'client-tried': {
    name: 'Relying service tried',
    tells: ({ who, whom, client }: Told) => `${who} saw what the relying service ${client} is told of ${whom}.`,
  },
  'disposal-report-shown': {
    name: 'Disposal report read',
    tells: ({ who }: Told) => `${who} read what would be disposed of.`,
  },
  'disposal-ordered': {
    name: 'Disposal ordered',
    tells: ({ who, said }: Told) => `${who} ordered the disposal of records from before ${said('before')}.`,
  },
  'records-disposed': {
    name: 'Records disposed of',
    tells: ({ said, count }: Told) =>
      `Records from before ${said('before')} have been disposed of. Number: ${count('removed')}.`,
  },
  'audit-period-closed': {
    name: 'Period of the log closed',
    tells: ({ who, said }: Told) =>
      `${who} closed the log up to the year ${said('lastYear')}. Events up to ${said('lastSeq')} are removed.`,
  },
  'demo-data-created': { name: 'Demo data', tells: () => 'An empty database was filled with demo data.' },
  'audit-searched': {
    name: 'Search in the log',
    tells: ({ who, whom, isAboutSomebody }: Told) =>
      isAboutSomebody ? `${who} searched the log for ${whom}.` : `${who} searched the log.`,
  },
  'audit-event-shown': {
    name: 'Event in the log read',
    tells: ({ who, said }: Told) => `${who} read event ${said('event')} in the log.`,
  },
  'audit-exported': {
    name: 'Log downloaded',
    tells: ({ who, count }: Told) => `${who} downloaded events from the log. At most so many: ${count('atMost')}.`,
  },
  'audit-verified': {
    name: 'Chain verified',
    tells: ({ who, says, said }: Told) =>
      says('state', 'whole')
        ? `${who} verified the log up to event ${said('upTo')}. The chain is whole.`
        : `${who} verified the log. The chain is broken at event ${said('brokenAt')}.`,
  },
} as const
