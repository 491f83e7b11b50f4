import { renderMail } from '../../views/mail/render.js'
import { findAccount } from '../accounts/find.js'
import type { MailWriter } from '../delivery/mail-job.js'
import { clockOf, dayOf, readMoment } from '../text/moment.js'
import { textIn } from '../text/text.js'
import { callName } from '../values/names.js'

/** Tells the owner that the password was changed, and how (security.md R-27). No link in it acts. */
export const passwordChangedMail: MailWriter<'password-changed'> = async (db, context, job) => {
  const account = await findAccount(db, job.accountId)
  if (account === undefined || account.isEnded || account.email === null) return undefined
  const { language } = account
  const text = textIn(language)
  const { mail } = text
  const at = readMoment(job.at)
  const how = job.proof === 'password' ? mail.changedByPassword : mail.changedByCode
  const rendered = renderMail({
    issuer: context.issuer,
    language,
    subject: mail.passwordChangedSubject,
    greeting: account.hasProtectedIdentity ? mail.greetingWithoutName : mail.greeting(callName(account)),
    blocks: [
      { kind: 'paragraph', text: how(dayOf(language, at), clockOf(text, at)) },
      { kind: 'paragraph', text: mail.changedSessions },
      { kind: 'paragraph', text: mail.changedNotYou },
    ],
  })
  return { ...rendered, to: account.email, about: account.id }
}
