import type { MailBlock } from '../../../views/mail/blocks.js'
import { renderMail } from '../../../views/mail/render.js'
import { findAccount } from '../../accounts/find.js'
import type { MailWriter } from '../../delivery/mail-job.js'
import { organisationDetails } from '../../organisations/details.js'
import { findOrganisationById } from '../../organisations/find.js'
import { textIn } from '../../text/text.js'
import { callName } from '../../values/names.js'

/** That an organisation has closed or gone into another, to one of those whom it concerns. No link acts. */
export const organisationEndedMail: MailWriter<'organisation-ended'> = async (db, context, job) => {
  const account = await findAccount(db, job.accountId)
  const organisation = await organisationDetails(db, job.organisationId)
  if (account === undefined || account.isEnded || account.email === null) return undefined
  if (organisation === undefined || organisation.closedAt === null) return undefined
  const into = organisation.mergedInto === null ? undefined : await findOrganisationById(db, organisation.mergedInto)
  const { language } = account
  const text = textIn(language)
  const { mail: words } = text.officers.endings
  const { name } = organisation
  const isReceiving = job.as === 'receiving'
  const theirs = into === undefined ? words.closed(name) : words.merged(name, into.name)
  const subject = into === undefined ? words.closedSubject(name) : words.mergedSubject(name, into.name)
  const blocks: readonly MailBlock[] = [
    { kind: 'paragraph', text: isReceiving && into !== undefined ? words.receiving(name, into.name) : theirs },
    isReceiving
      ? { kind: 'link', label: words.toPeople, to: '/behorigheter/personer' }
      : { kind: 'link', label: words.toAccount, to: '/konto' },
    { kind: 'note', text: words.wrong },
  ]
  const greeting = account.hasProtectedIdentity ? text.mail.greetingWithoutName : text.mail.greeting(callName(account))
  const rendered = renderMail({ issuer: context.issuer, language, subject, greeting, blocks })
  return { ...rendered, to: account.email, about: account.id }
}
