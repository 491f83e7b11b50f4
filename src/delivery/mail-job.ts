import type { Db } from '../database/database.js'
import type { AppContext } from '../context/app-context.js'

/** An intention to tell somebody something. The text is made when it is sent; a mail in the queue holds no secret. */
export type MailJob =
  | { readonly kind: 'one-time-password'; readonly id: string }
  | { readonly kind: 'one-time-password-reminder'; readonly id: string }
  | { readonly kind: 'password-changed'; readonly accountId: string; readonly at: string; readonly proof: string }
  | { readonly kind: 'account-locked'; readonly accountId: string; readonly until: string }
  | { readonly kind: 'session-limit'; readonly accountId: string; readonly at: string }
  /** An appointment as permission administrator, to the one who has it or has had it. */
  | { readonly kind: 'appointment-started'; readonly accountId: string; readonly organisationId: string }
  | { readonly kind: 'appointment-ended'; readonly accountId: string; readonly organisationId: string }
  /** An organisation closed or went into another: to who had something there, or administers the one that took over. */
  | {
      readonly kind: 'organisation-ended'
      readonly accountId: string
      readonly organisationId: string
      readonly as: 'theirs' | 'receiving'
    }
  /** What one act of an administrator changed, to one reader. */
  | {
      readonly kind: 'permissions-changed'
      readonly act: string
      readonly accountId: string
      readonly as: 'holder' | 'administrator'
    }
  /** That somebody has asked for a permission, to one administrator; and that it was declined, to who asked. */
  | { readonly kind: 'permission-asked-for'; readonly id: string; readonly accountId: string }
  | { readonly kind: 'permission-declined'; readonly id: string }
  /** That an account has been ended, or opened again, to its person. */
  | { readonly kind: 'account-ended'; readonly accountId: string }
  | { readonly kind: 'account-reopened'; readonly accountId: string }
  /** The password works no longer, and why. */
  | { readonly kind: 'access-reset'; readonly accountId: string }
  /** Two accounts of one person have become this one. */
  | { readonly kind: 'accounts-merged'; readonly accountId: string }
  /** What became of a request to end an account, to the administrator who asked. */
  | { readonly kind: 'ending-decided'; readonly id: string }
  | { readonly kind: 'email-changed'; readonly id: string; readonly to: 'former' | 'present' }

export type MailKind = MailJob['kind']

/** One mail to one person. */
export interface Mail {
  /** One validated addr-spec (RFC 5321), at most 254 characters. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The account it goes to, for the audit. */
  readonly about: string
}

/** Makes the mail at the moment of sending; undefined when it no longer holds and must not be sent. */
export type MailWriter<K extends MailKind> = (
  db: Db,
  context: AppContext,
  job: Extract<MailJob, { kind: K }>,
) => Promise<Mail | undefined>

/** Who writes which mail: the app hands it to delivery, which knows no other module. */
export type MailWriters = { readonly [K in MailKind]: MailWriter<K> }
