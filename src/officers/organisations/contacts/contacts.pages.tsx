import { readLine } from '../../../values/line.js'
import { sentenceFor, whyNotLine } from '../../../values/mistakes.js'
import { ContactPage } from '../../../../views/officers/organisations/contact.js'
import type { Contact, ContactFault } from '../../../organisations/contacts/contact.js'
import type { OrganisationDetails } from '../../../organisations/details.js'
import type { Text } from '../../../text/text.js'
import type { Ctx } from '../../../web/context.js'
import { showTool } from '../../officers.pages.js'
import type { TypedContact } from './contacts.form.js'

export interface ContactShown {
  readonly organisation: OrganisationDetails
  /** The one that is changed; without it, a new one. */
  readonly contact?: Contact
  readonly typed: TypedContact
  readonly mistakes?: readonly (ContactFault | 'name-taken')[]
}

export function showContact(ctx: Ctx, { organisation, contact, typed, mistakes = [] }: ContactShown): void {
  const { text, formToken } = ctx.state
  const { contacts: words } = text.officers
  const at = `/handlaggning/organisationer/${organisation.id}` as const
  const title = contact === undefined ? words.addTitle : words.changeTitle(contact.name)
  const hasErrors = mistakes.length > 0
  showTool(
    ctx,
    { title, area: 'organisations', returnTo: at, ...(hasErrors && { hasErrors, status: 422 }) },
    <ContactPage
      text={text}
      formToken={formToken}
      title={title}
      organisation={organisation.name}
      at={at}
      contactId={contact?.id}
      typed={typed}
      errors={mistakes.map((what) => ({ field: fieldOf[what], message: whyNot(text, what, typed) }))}
    />,
  )
}

const whyNot = (text: Text, what: ContactFault | 'name-taken', typed: TypedContact): string => {
  if (what === 'email') return text.mistakes['no-email']
  if (what !== 'name') return text.officers.contacts.wrong[what]
  const value = readLine(typed.name)
  return sentenceFor(text, { kind: 'fullName', why: whyNotLine('fullName', value) ?? 'missing', value })
}

const fieldOf = {
  name: 'name',
  telephone: 'telephone',
  email: 'email',
  nothing: 'telephone',
  'name-taken': 'name',
} as const
