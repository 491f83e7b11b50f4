import { renderMail } from '../../views/mail/render.js'
import type { MailBlock } from '../../views/mail/blocks.js'
import { isAddressHeld } from '../accounts/details/recent-address.js'
import { findAccount } from '../accounts/find.js'
import type { Db } from '../database/database.js'
import type { Mail, MailWriter } from '../delivery/mail-job.js'
import { clockOf, dayOf } from '../text/moment.js'
import { textIn } from '../text/text.js'
import { SecretUnknown } from '../context/keys.js'
import type { AppContext } from '../context/app-context.js'
import { codeOf, written } from './one-time-password.js'
import { findToSend } from './one-time-passwords.queries.js'
import { callName } from '../values/names.js'

/**
 * The mails with a one-time password. The code is derived at the moment of sending, so a second delivery tells the
 * same one, and one that has been used, replaced or has expired is not sent at all. The username is never in it: it
 * went by letter (product.md, rule 6).
 */
export const oneTimePasswordMail: MailWriter<'one-time-password'> = async (db, context, { id }) =>
  await mailOf(db, context, { id, isReminder: false })

/** The same once more, before an unused one expires (security.md R-45). */
export const oneTimePasswordReminder: MailWriter<'one-time-password-reminder'> = async (db, context, { id }) =>
  await mailOf(db, context, { id, isReminder: true })

const mailOf = async (
  db: Db,
  context: AppContext,
  { id, isReminder }: { readonly id: string; readonly isReminder: boolean },
): Promise<Mail | undefined> => {
  const code = await findToSend(db, id)
  if (code === undefined || code.accountId === null) return undefined
  const account = await findAccount(db, code.accountId)
  const derived = codeOf(context.keys, code)
  if (account === undefined || account.isEnded || account.email === null) return undefined
  // Asked after the address was read: one that is changed between the two is held.
  if (await isAddressHeld(db, account.id)) return undefined
  // Another node may know it: the mail waits, and is not taken for one that nobody needs.
  if (derived === undefined) throw new SecretUnknown(code.keyId)
  const { language, purpose, expiresAt } = code
  const { mail } = textIn(language)
  const told = { language, expiresAt, code: written(derived, purpose), isReminder }
  const rendered = renderMail({
    issuer: context.issuer,
    language,
    subject: isReminder ? mail.reminderSubject : mail[`${purpose}Subject`],
    greeting: account.hasProtectedIdentity ? mail.greetingWithoutName : mail.greeting(callName(account)),
    blocks: purpose === 'initial' ? initialBlocks(told) : resetBlocks(told),
  })
  return { ...rendered, to: account.email, about: account.id }
}

interface Told {
  readonly language: 'sv' | 'en'
  readonly expiresAt: Date
  readonly code: string
  readonly isReminder: boolean
}

const initialBlocks = ({ language, expiresAt, code, isReminder }: Told): readonly MailBlock[] => {
  const text = textIn(language)
  const { mail } = text
  return [
    { kind: 'paragraph', text: isReminder ? mail.reminderWhat : mail.initialWhat },
    { kind: 'code', label: mail.initialCode, code },
    { kind: 'link', label: mail.initialLink, to: '/losenordskiosk/andra' },
    { kind: 'paragraph', text: mail.initialUntil(dayOf(language, expiresAt), clockOf(text, expiresAt)) },
    { kind: 'note', text: mail.initialNotYou },
  ]
}

const resetBlocks = ({ language, expiresAt, code }: Told): readonly MailBlock[] => {
  const text = textIn(language)
  const { mail } = text
  return [
    { kind: 'paragraph', text: mail.resetWhat },
    { kind: 'code', label: mail.resetCode, code },
    { kind: 'paragraph', text: mail.resetUntil(clockOf(text, expiresAt)) },
    { kind: 'note', text: mail.resetNotYou },
  ]
}
