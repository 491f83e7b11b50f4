import type { MailBlock } from '../../../views/mail/blocks.js'
import { renderMail } from '../../../views/mail/render.js'
import type { Account } from '../../accounts/account.js'
import { findAccount } from '../../accounts/find.js'
import type { Mail, MailWriter } from '../../delivery/mail-job.js'
import { administratorsOf } from '../../organisations/administrators-of.js'
import { textIn, type Text } from '../../text/text.js'
import type { AppContext } from '../../context/app-context.js'
import { findRequest } from './requests.js'
import { callName } from '../../values/names.js'

/** To one administrator, while nobody has answered. The link leads to the tool; it does nothing by itself. */
export const permissionAskedForMail: MailWriter<'permission-asked-for'> = async (db, context, job) => {
  const [request, account] = [await findRequest(db, job.id), await findAccount(db, job.accountId)]
  if (request === undefined || request.answer !== undefined || account === undefined) return undefined
  const administrators = await administratorsOf(db, request.organisation.id)
  if (!administrators.some(({ accountId }) => accountId === account.id)) return undefined
  const text = textIn(account.language)
  const { requests: words, person } = text.administration
  return mailTo(context, account, words.mailSubject, [
    {
      kind: 'paragraph',
      text: words.mailAsked(
        request.name ?? person.protected,
        request.service[account.language],
        request.organisation.name,
      ),
    },
    { kind: 'link', label: words.mailLink, to: `/behorigheter/forfragningar/${request.id}` },
  ])
}

/** To who asked: that it was declined, and why. What is granted is told as all permissions are. */
export const permissionDeclinedMail: MailWriter<'permission-declined'> = async (db, context, { id }) => {
  const request = await findRequest(db, id)
  if (request?.answer?.kind !== 'declined') return undefined
  const account = await findAccount(db, request.accountId)
  if (account === undefined) return undefined
  const { requests: words } = textIn(account.language).administration
  return mailTo(context, account, words.declinedSubject, [
    { kind: 'paragraph', text: words.mailDeclined(request.service[account.language], request.organisation.name) },
    { kind: 'paragraph', text: words.mailReason(request.answer.reason ?? '') },
    { kind: 'link', label: words.declinedLink, to: '/konto' },
  ])
}

const mailTo = (
  context: AppContext,
  account: Account,
  subject: string,
  blocks: readonly MailBlock[],
): Mail | undefined => {
  if (account.isEnded || account.email === null) return undefined
  const text = textIn(account.language)
  const rendered = renderMail({
    issuer: context.issuer,
    language: account.language,
    subject,
    greeting: greet(text, account),
    blocks,
  })
  return { ...rendered, to: account.email, about: account.id }
}

const greet = (text: Text, account: Account) =>
  account.hasProtectedIdentity ? text.mail.greetingWithoutName : text.mail.greeting(callName(account))
