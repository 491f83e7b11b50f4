import type { MailBlock } from '../../views/mail/blocks.js'
import { renderMail } from '../../views/mail/render.js'
import { findAccount } from '../accounts/find.js'
import { isOfficer } from '../accounts/officers/make-officer.js'
import type { Db } from '../database/database.js'
import type { MailWriter } from '../delivery/mail-job.js'
import { administratorsOf } from '../organisations/administrators-of.js'
import { changesIn, type PermissionChange } from '../permissions/changes/changes-in.js'
import { textIn, type Language, type Text } from '../text/text.js'
import { whatChanged } from './administration.messages.js'
import { callName, fullName } from '../values/names.js'

/** One act's changes, told to the person and to the organisation's administrators (security.md R-27). No link acts. */
export const permissionsChangedMail: MailWriter<'permissions-changed'> = async (db, context, job) => {
  const account = await findAccount(db, job.accountId)
  if (account === undefined || account.isEnded || account.email === null) return undefined
  const { language } = account
  const text = textIn(language)
  const all = await changesIn(db, job.act)
  const isHolder = job.as === 'holder'
  const changes = isHolder ? all.filter(({ accountId }) => accountId === account.id) : await theirs(db, all, account.id)
  const [first] = changes
  if (first === undefined) return undefined
  const by = await nameOf(db, text, first.by)
  const told = { db, text, language, changes, by }
  const rendered = renderMail({
    issuer: context.issuer,
    language,
    subject: isHolder ? text.administration.mails.holderSubject : text.administration.mails.subject,
    greeting: account.hasProtectedIdentity ? text.mail.greetingWithoutName : text.mail.greeting(callName(account)),
    blocks: isHolder ? toHolder(told) : await toAdministrator(told),
  })
  return { ...rendered, to: account.email, about: account.id }
}

interface Told {
  readonly db: Db
  readonly text: Text
  readonly language: Language
  readonly changes: readonly PermissionChange[]
  readonly by: string
}

const toHolder = ({ text, language, changes, by }: Told): readonly MailBlock[] => {
  const { mails } = text.administration
  return [
    { kind: 'paragraph', text: mails.holderWhat(by) },
    { kind: 'list', items: changes.map((change) => whatChanged(text, language, change)) },
    { kind: 'link', label: mails.holderLink, to: '/konto' },
    { kind: 'note', text: mails.holderWrong },
  ]
}

const namedAtMost = 20

const toAdministrator = async ({ db, text, language, changes, by }: Told): Promise<readonly MailBlock[]> => {
  const { mails } = text.administration
  const items = await Promise.all(
    changes
      .slice(0, namedAtMost)
      .map(async (change) =>
        mails.ofPerson(await nameOf(db, text, change.accountId), whatChanged(text, language, change)),
      ),
  )
  const rest = changes.length - items.length
  return [
    { kind: 'paragraph', text: mails.administratorWhat(by) },
    { kind: 'list', items: rest > 0 ? [...items, mails.andMore(rest)] : items },
    { kind: 'link', label: mails.administratorLink, to: '/behorigheter/personer' },
    { kind: 'note', text: mails.administratorWrong },
  ]
}

/** Only at the organisations that the reader administers still. */
const theirs = async (db: Db, changes: readonly PermissionChange[], reader: string) => {
  const organisations = [...new Set(changes.map(({ organisation }) => organisation.id))]
  const administered = await Promise.all(
    organisations.map(async (id) =>
      (await administratorsOf(db, id)).some(({ accountId }) => accountId === reader) ? id : undefined,
    ),
  )
  return changes.filter(({ organisation }) => administered.includes(organisation.id))
}

const nameOf = async (db: Db, text: Text, accountId: string | null): Promise<string> => {
  const account = accountId === null ? undefined : await findAccount(db, accountId)
  // An officer acts for the agency, and is not named.
  if (account === undefined || (await isOfficer(db, account.id))) return text.agency.name
  if (account.hasProtectedIdentity) return text.administration.person.protected
  return fullName(account)
}
