import type { MailBlock } from '../../../views/mail/blocks.js'
import { renderMail } from '../../../views/mail/render.js'
import { findEndingRequest } from '../../accounts/ending-requests/decide-request.js'
import type { Account } from '../../accounts/account.js'
import { findAccount } from '../../accounts/find.js'
import type { Mail, MailWriter } from '../../delivery/mail-job.js'
import { textIn, type Text } from '../../text/text.js'
import type { AppContext } from '../../context/app-context.js'
import { callName } from '../../values/names.js'

/** What the agency has done about an account. No link in them acts. */

/** The one mail that goes to an account that has ended; once it is open again, it is no news. */
export const accountEndedMail: MailWriter<'account-ended'> = async (db, context, { accountId }) => {
  const account = await findAccount(db, accountId)
  if (account?.isEnded !== true) return undefined
  return mailTo(context, account, ({ endedSubject, endedWhat, endedWrong }) => ({
    subject: endedSubject,
    paragraphs: [endedWhat, endedWrong],
  }))
}

export const accountReopenedMail: MailWriter<'account-reopened'> = async (db, context, { accountId }) => {
  const account = await findAccount(db, accountId)
  if (account?.isEnded !== false) return undefined
  return mailTo(context, account, ({ reopenedSubject, reopenedWhat, reopenedWrong }) => ({
    subject: reopenedSubject,
    paragraphs: [reopenedWhat, reopenedWrong],
  }))
}

/** Once the person has chosen a password again, it is no news. */
export const accessResetMail: MailWriter<'access-reset'> = async (db, context, { accountId }) => {
  const account = await findAccount(db, accountId)
  if (account?.isEnded !== false || account.password !== undefined) return undefined
  return mailTo(context, account, ({ resetSubject, resetWhat, resetWhy, resetNext, resetWrong }) => ({
    subject: resetSubject,
    paragraphs: [resetWhat, resetWhy, resetNext, resetWrong],
  }))
}

export const accountsMergedMail: MailWriter<'accounts-merged'> = async (db, context, { accountId }) => {
  const account = await findAccount(db, accountId)
  if (account === undefined) return undefined
  return mailTo(context, account, ({ mergedSubject, mergedWhat, mergedEndedWhat, mergedWrong }) => ({
    subject: mergedSubject,
    paragraphs: [account.isEnded ? mergedEndedWhat : mergedWhat, mergedWrong],
  }))
}

/** To the administrator who asked that an account be ended. */
export const endingDecidedMail: MailWriter<'ending-decided'> = async (db, context, { id }) => {
  const request = await findEndingRequest(db, id)
  const account = request && (await findAccount(db, request.askedBy))
  if (request === undefined || request.decision === null || account?.isEnded !== false) return undefined
  const { name, organisation, decision, answer } = request
  return mailTo(context, account, (words) => ({
    subject: words.decidedSubject,
    paragraphs:
      decision === 'ended'
        ? [words.decidedEnded(name ?? words.somebodyProtected, organisation)]
        : [
            words.decidedDeclined(name ?? words.somebodyProtected, organisation),
            words.decidedWhy(answer ?? ''),
            words.decidedLeft,
          ],
  }))
}

interface Written {
  readonly subject: string
  readonly paragraphs: readonly string[]
}

const mailTo = (
  context: AppContext,
  account: Account,
  write: (words: Text['officers']['accountActions']['mails']) => Written,
): Mail | undefined => {
  const { language, email, hasProtectedIdentity, id } = account
  if (email === null) return undefined
  const text = textIn(language)
  const { subject, paragraphs } = write(text.officers.accountActions.mails)
  const rendered = renderMail({
    issuer: context.issuer,
    language,
    subject,
    greeting: hasProtectedIdentity ? text.mail.greetingWithoutName : text.mail.greeting(callName(account)),
    blocks: paragraphs.map((words): MailBlock => ({ kind: 'paragraph', text: words })),
  })
  return { ...rendered, to: email, about: id }
}
