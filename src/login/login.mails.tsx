import { renderMail } from '../../views/mail/render.js'
import type { MailBlock } from '../../views/mail/blocks.js'
import type { Account } from '../accounts/account.js'
import { findAccount } from '../accounts/find.js'
import type { Db } from '../database/database.js'
import type { Mail, MailWriter } from '../delivery/mail-job.js'
import { clockOf, dayOf, readMoment } from '../text/moment.js'
import { textIn, type Text } from '../text/text.js'
import type { AppContext } from '../context/app-context.js'
import { isAhead } from './attempts/attempts.queries.js'
import { callName } from '../values/names.js'

/** Notices to the owner of an account (security.md R-27). No link in them acts. */

/** Told only as long as it holds: a lock that has passed is no news. */
export const accountLockedMail: MailWriter<'account-locked'> = async (db, context, job) => {
  const until = readMoment(job.until)
  if (!(await isAhead(db, until))) return undefined
  return await notice(db, context, job.accountId, ({ language }, text) => ({
    subject: text.mail.lockedSubject,
    paragraphs: [
      text.mail.lockedWhat(dayOf(language, until), clockOf(text, until)),
      text.mail.lockedYou,
      text.mail.lockedNotYou,
    ],
  }))
}

export const sessionLimitMail: MailWriter<'session-limit'> = async (db, context, job) => {
  const at = readMoment(job.at)
  return await notice(db, context, job.accountId, ({ language }, text) => ({
    subject: text.mail.sessionLimitSubject,
    paragraphs: [text.mail.sessionLimitWhat(dayOf(language, at), clockOf(text, at)), text.mail.sessionLimitNotYou],
  }))
}

interface Notice {
  readonly subject: string
  readonly paragraphs: readonly string[]
}

const notice = async (
  db: Db,
  context: AppContext,
  accountId: string,
  write: (account: Account, text: Text) => Notice,
): Promise<Mail | undefined> => {
  const account = await findAccount(db, accountId)
  if (account === undefined || account.isEnded || account.email === null) return undefined
  const text = textIn(account.language)
  const { subject, paragraphs } = write(account, text)
  const rendered = renderMail({
    issuer: context.issuer,
    language: account.language,
    subject,
    greeting: account.hasProtectedIdentity ? text.mail.greetingWithoutName : text.mail.greeting(callName(account)),
    blocks: paragraphs.map((words): MailBlock => ({ kind: 'paragraph', text: words })),
  })
  return { ...rendered, to: account.email, about: account.id }
}
