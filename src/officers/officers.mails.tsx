import type { MailBlock } from '../../views/mail/blocks.js'
import { renderMail } from '../../views/mail/render.js'
import { findAccount } from '../accounts/find.js'
import type { Db } from '../database/database.js'
import type { Mail, MailWriter } from '../delivery/mail-job.js'
import { findOrganisationById } from '../organisations/find.js'
import { textIn, type Text } from '../text/text.js'
import type { AppContext } from '../context/app-context.js'
import { callName } from '../values/names.js'

/** That somebody has become an administrator. Nothing in it acts: the tool asks anew whose it is. */
export const appointmentStartedMail: MailWriter<'appointment-started'> = async (db, context, job) =>
  await mailAbout(db, context, job, ({ officers: { mails } }, organisation) => ({
    subject: mails.startedSubject,
    blocks: [
      { kind: 'paragraph', text: mails.startedWhat(organisation) },
      { kind: 'paragraph', text: mails.startedFirst },
      { kind: 'link', label: mails.startedLink, to: '/behorigheter' },
      { kind: 'note', text: mails.startedWrong },
    ],
  }))

export const appointmentEndedMail: MailWriter<'appointment-ended'> = async (db, context, job) =>
  await mailAbout(db, context, job, ({ officers: { mails } }, organisation) => ({
    subject: mails.endedSubject,
    blocks: [
      { kind: 'paragraph', text: mails.endedWhat(organisation) },
      { kind: 'note', text: mails.endedWrong },
    ],
  }))

interface Written {
  readonly subject: string
  readonly blocks: readonly MailBlock[]
}

const mailAbout = async (
  db: Db,
  context: AppContext,
  { accountId, organisationId }: { readonly accountId: string; readonly organisationId: string },
  write: (text: Text, organisation: string) => Written,
): Promise<Mail | undefined> => {
  const [account, organisation] = [await findAccount(db, accountId), await findOrganisationById(db, organisationId)]
  if (account === undefined || account.isEnded || account.email === null || organisation === undefined) return undefined
  const { language } = account
  const text = textIn(language)
  const { subject, blocks } = write(text, organisation.name)
  const greeting = account.hasProtectedIdentity ? text.mail.greetingWithoutName : text.mail.greeting(callName(account))
  const rendered = renderMail({ issuer: context.issuer, language, subject, greeting, blocks })
  return { ...rendered, to: account.email, about: account.id }
}
