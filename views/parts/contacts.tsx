import type { ComponentChildren, VNode } from 'preact'

export interface ContactLine {
  readonly id: string
  readonly name: string
  readonly telephone: { readonly written: string; readonly dialled: `+${string}` } | undefined
  readonly email: string | undefined
  /** Said to those who do not see that the name is bold. */
  readonly responsible: string | undefined
}

export interface ContactsProps {
  readonly contacts: readonly ContactLine[]
  /** What can be done about each. */
  readonly way?: (contact: ContactLine) => ComponentChildren
}

/** Whom one calls at the agency, the responsible ones in bold. */
export const Contacts = ({ contacts, way }: ContactsProps): VNode => (
  <ul class="contacts">
    {contacts.map((contact) => (
      <li key={contact.id}>
        {contact.responsible === undefined ? contact.name : <strong>{contact.name}</strong>}
        {contact.responsible !== undefined && <span class="quiet">{` (${contact.responsible})`}</span>}
        {contact.telephone && (
          <>
            {', '}
            <a class="anchor" href={`tel:${contact.telephone.dialled}`}>
              {contact.telephone.written}
            </a>
          </>
        )}
        {contact.email && (
          <>
            {', '}
            <a class="anchor" href={`mailto:${contact.email}`}>
              {contact.email}
            </a>
          </>
        )}
        {way && <> {way(contact)}</>}
      </li>
    ))}
  </ul>
)
