import type { MailBlock } from '../../../views/mail/blocks.js'
import { renderMail } from '../../../views/mail/render.js'
import type { MailWriter } from '../../delivery/mail-job.js'
import { clockOf, dayOf } from '../../text/moment.js'
import { textIn } from '../../text/text.js'
import { findAccount } from '../find.js'
import { selectFormerEmail } from './account-details.queries.js'
import { callName } from '../../values/names.js'

/** That the address is another one now, to the one that was and to the one that is (security.md R-27). No link acts. */
export const emailChangedMail: MailWriter<'email-changed'> = async (db, context, { id, to }) => {
  const former = await selectFormerEmail(db, id)
  const account = former && (await findAccount(db, former.accountId))
  if (former === undefined || account === undefined || account.isEnded || account.email === null) return undefined
  const receiver = to === 'former' ? former.email : account.email
  if (receiver === null) return undefined
  const { language } = account
  const text = textIn(language)
  const paragraphs = [
    text.mail[former.isByAgency ? 'emailChangedByUs' : 'emailChangedWhat'](
      dayOf(language, former.replacedAt),
      clockOf(text, former.replacedAt),
    ),
    to === 'former' ? text.mail.emailChangedFormer : text.mail.emailChangedPresent,
    former.isByAgency ? text.mail.emailChangedByUsNotYou : text.mail.emailChangedNotYou,
  ]
  const rendered = renderMail({
    issuer: context.issuer,
    language,
    subject: text.mail.emailChangedSubject,
    greeting: account.hasProtectedIdentity ? text.mail.greetingWithoutName : text.mail.greeting(callName(account)),
    blocks: paragraphs.map((words): MailBlock => ({ kind: 'paragraph', text: words })),
  })
  return { ...rendered, to: receiver, about: account.id }
}
