/**
 * The catalogue of audit events: each kind and what it tells. docs/audit.md is made from it.
 * An event holds ids, never a secret, a name or a number: names are resolved when it is read.
 */
export const auditKinds = {
  'signed-in': 'Somebody signed in; details tell the relying service.',
  'sign-in-refused': 'A wrong name or password, an ended account, or no password yet.',
  'sign-in-locked': 'More wrong attempts than tolerated: the name was locked.',
  'sign-in-while-locked': 'An attempt during a lock; it was not counted.',
  'one-time-password-at-sign-in':
    'The initial one-time password was typed at sign-in; it opens the password kiosk only.',
  'source-limited': 'An address or a network made too many attempts and was turned away.',
  'no-permission': 'Signed in, but without a permission for the asking relying service.',
  'signed-out': 'Somebody signed out.',
  'session-ended': 'A session was ended; details tell why.',
  'sessions-ended': 'All sessions of an account were ended; details tell why and how many.',
  'details-changed': 'Somebody changed a person’s name or address; details tell which fields.',
  'number-shown': 'A personnummer was shown on purpose; details tell which assurance, if it stands on one.',
  'username-shown': 'A username was shown on purpose.',
  'account-ending-requested': 'An administrator asked the agency to end an account; details tell which request.',
  'language-chosen': 'A person chose the language of their mails; details tell which.',
  'account-created': 'A person got an account and a username.',
  'officer-made': 'Somebody became an officer of the agency.',
  'username-letter-ordered': 'A letter with somebody’s username was ordered.',
  'username-letter-posted': 'A letter with a username was posted; details tell whether a one-time password follows.',
  'username-letter-shown': 'An officer opened the page of a letter with a username: to whom, and where.',
  'username-letter-printed': 'A letter with a username was fetched to be printed: an officer had the address in hand.',
  'username-letter-returned': 'A letter with a username came back from its address.',
  'username-letter-withheld': 'A letter with a username is withheld, and not posted.',
  'username-letter-released': 'A letter that was withheld may be posted again.',
  'username-letter-forwarded': 'An officer wrote a forwarding address for one letter; it is not told here.',
  'bulk-previewed':
    'An administrator looked through a file of people to add; details tell how many, and how many were known.',
  'bulk-confirmed': 'An administrator confirmed a file of people to add; details tell how many rows.',
  'bulk-added': 'A confirmed file of people was carried out; details tell how many rows came to what.',
  'number-checked':
    'Somebody was told whether a personal identity number is somebody’s here; about whom it is, if anybody.',
  'password-set': 'A password was chosen; details tell by which proof.',
  'password-rehashed': 'At sign-in the stored hash was renewed with today’s parameters.',
  'kiosk-identified': 'In the password kiosk a username and its present or one-time password were right.',
  'kiosk-refused': 'In the password kiosk a username or its password was wrong.',
  'one-time-password-ordered': 'A one-time password was ordered; details tell the purpose.',
  'one-time-password-order-refused':
    'An order beyond the limits, or for a name without an account or address: nothing was mailed.',
  'one-time-password-tried': 'A wrong one-time password, or one that no longer works, was tried.',
  'one-time-password-redeemed': 'A one-time password was used.',
  'mail-sent': 'A mail was handed to the mail server, which took it.',
  'mail-dropped': 'A mail was not sent, since what it told no longer held.',
  'mail-undeliverable':
    'A mail was refused for good, or its workers died before they could tell; it lies among the dead letters.',
  'mail-retried': 'An officer sent a mail anew that had been given up; details tell which letter.',
  'mail-dismissed': 'An officer took a mail that was given up off the list; details tell which letter.',
  'relying-service-told': 'A relying service took the notice that a session of its own had ended with ours.',
  'relying-service-not-told': 'A relying service took no such notice in a day, and it was given up; details tell why.',
  'consent-given': 'Somebody agreed to what a relying service that is not the agency’s own wanted to know.',
  'consent-recorded': 'A first-party relying service got its grant without asking.',
  'code-replayed': 'An authorization code or refresh token was used again; what it gave was revoked.',
  'list-exported': 'People and permissions were taken out as a file; details tell how many, and whether with numbers.',
  'organisations-imported': 'Organisations were read from a file; details tell how many.',
  'organisation-registered': 'A school or municipality was taken into the register.',
  'organisation-changed': 'What is kept about an organisation was changed; details tell what, and what it was before.',
  'organisation-closed': 'An organisation was closed; its permissions and appointments ended with it.',
  'organisation-merged': 'An organisation went into another; details tell which.',
  'organisation-took-over': 'An organisation took over what another had; details tell which.',
  'contact-added': 'A contact person at the agency was named for an organisation; details tell which.',
  'contact-changed': 'A contact person at the agency was changed; details tell which it is now.',
  'contact-removed': 'A contact person at the agency was removed; details tell which.',
  'services-installed': 'The services, and who administers them, were changed by the configuration.',
  'administered-by-changed': 'An officer changed who administers a service; details tell for which school form.',
  'permission-granted': 'A permission was granted.',
  'permission-changed': 'A grant got other days; details tell them.',
  'permission-paused': 'A grant was paused; details tell from when, to when and why.',
  'permission-resumed': 'A paused grant holds again.',
  'permission-ended': 'A grant was ended.',
  'permission-asked-for': 'Somebody asked for a permission; details tell which request.',
  'permission-request-withdrawn': 'Who had asked for a permission took the request back.',
  'permission-request-answered': 'An administrator answered a request; details tell how.',
  'assurance-registered': 'An officer registered a signed assurance; details tell which.',
  'assurance-shown': 'An officer read the page of an assurance; details tell which.',
  'assurance-scan-added':
    'The signed form was added as a file to an assurance that awaits a decision; details tell which.',
  'assurance-scan-fetched': 'An officer fetched the signed form as a file; details tell which assurance.',
  'assurance-approved': 'Another officer approved an assurance.',
  'assurance-rejected': 'Another officer rejected an assurance.',
  'assurance-withdrawn': 'An assurance that had been registered by mistake was withdrawn.',
  'appointment-started': 'An administrator’s appointment started.',
  'appointment-ended': 'An administrator’s appointment ended; details tell why.',
  'accounts-searched': 'An officer searched all accounts; details tell by what kind of words, and how many were found.',
  'account-shown': 'An officer read the page of an account.',
  'protected-details-shown': 'An officer had the details of a person with protected identity shown.',
  'account-unlocked': 'An officer unlocked a name that was locked after wrong attempts.',
  'account-ended': 'An officer ended an account; details tell which ending, where the reason stands.',
  'account-reopened': 'An officer, or the command on the server, reopened an ended account; details tell which ending.',
  'access-reset':
    'An account became an administrator’s or an officer’s: the password, the sessions and the codes that it had work no longer; details tell by which assurance, or by the command, and how many sessions ended.',
  'account-ending-decided': 'An officer answered a request to end an account; details tell which and how.',
  'identity-protected': 'A person was marked as having protected identity.',
  'identity-unprotected': 'The mark of protected identity was taken away.',
  'number-changed': 'A person got another personal identity number.',
  'accounts-merged': 'Two accounts of one person became one; it is about the one that goes on, details tell the other.',
  'officer-ended': 'Somebody is an officer of the agency no longer.',
  'backup-restored': 'A backup was put back: every session and one-time password ended; details tell how many.',
  'signing-keys-created': 'Signing keys were generated.',
  'sealed-anew': 'What an older master secret sealed was sealed anew under the newest; details tell how much of what.',
  'audit-searched': 'An officer searched the log; details tell for what, about whom if it was one person.',
  'audit-event-shown': 'An officer read one event of the log in full; details tell which.',
  'audit-exported': 'An officer took out events of the log as a file; details tell for what was searched.',
  'audit-verified': 'The chain of events was walked from its beginning; details tell how far and what was found.',
  'client-registered': 'A relying service was registered.',
  'client-changed': 'A relying service’s registration was changed; details tell which parts.',
  'client-secret-renewed':
    'A relying service got a new secret; details tell for how many hours the former one works beside it.',
  'client-turned-off': 'A relying service was turned off; details tell how many sessions there were told to end.',
  'client-turned-on': 'A relying service that had been turned off was turned on again.',
  'client-refused':
    'A program did not prove to be the relying service that it said; details tell how many times from there.',
  'client-tried': 'An officer looked at what a relying service is told of a person.',
  'disposal-report-shown': 'An officer read what would be disposed of; details tell which class of records, if one.',
  'disposal-ordered': 'An officer ordered the disposal of a class of records; details tell which, and older than what.',
  'records-disposed': 'A class of records was disposed of; details tell how many.',
  'audit-period-closed':
    'Events of whole years were removed; details tell the last of them and its hash, which the chain goes on from.',
  'demo-data-created': 'An empty database was filled with demo data.',
} as const

export type AuditKind = keyof typeof auditKinds

export interface AuditEvent {
  readonly kind: AuditKind
  readonly result?: 'done' | 'refused'
  /** The account that acted. */
  readonly by?: string | undefined
  /** The account it was about. */
  readonly about?: string | undefined
  readonly organisation?: string | undefined
  readonly details?: Readonly<Record<string, string | number | boolean | null>>
}
