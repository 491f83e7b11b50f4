import { record } from '../../audit/record.js'
import type { Db, Trx } from '../../database/database.js'
import type { Origin } from '../../context/origin.js'
import { faultsInContact, type Contact, type ContactFault, type NewContact } from './contact.js'
import { insertContact, markRemoved, selectContacts } from './contacts.queries.js'

export type KeptContact =
  | { readonly kind: 'kept' }
  | { readonly kind: 'faulty'; readonly faults: readonly ContactFault[] }
  /** A contact of that name is there already, or the organisation is closed. */
  | { readonly kind: 'not-added' }
  /** Somebody has changed or removed it since the reader saw it. */
  | { readonly kind: 'changed-meanwhile' }

interface Action {
  readonly organisationId: string
  readonly by: string
  readonly from: Origin
}

/** The responsible ones first. */
export async function contactsOf(db: Db, organisationId: string): Promise<readonly Contact[]> {
  return await selectContacts(db, organisationId)
}

export async function addContact(trx: Trx, input: Action & { readonly contact: NewContact }): Promise<KeptContact> {
  const faults = faultsInContact(input.contact)
  if (faults.length > 0) return { kind: 'faulty', faults }
  const contactId = await insertContact(trx, input)
  if (contactId === undefined) return { kind: 'not-added' }
  await tell(trx, input, { kind: 'contact-added', contact: contactId })
  return { kind: 'kept' }
}

/** The old one goes and another takes its place, or nothing is changed; the caller undoes what is not `kept`. */
export async function changeContact(
  trx: Trx,
  input: Action & { readonly contactId: string; readonly contact: NewContact },
): Promise<KeptContact> {
  const faults = faultsInContact(input.contact)
  if (faults.length > 0) return { kind: 'faulty', faults }
  if (!(await markRemoved(trx, input))) return { kind: 'changed-meanwhile' }
  const contactId = await insertContact(trx, input)
  if (contactId === undefined) return { kind: 'not-added' }
  await tell(trx, input, { kind: 'contact-changed', contact: contactId })
  return { kind: 'kept' }
}

export async function removeContact(trx: Trx, input: Action & { readonly contactId: string }): Promise<KeptContact> {
  if (!(await markRemoved(trx, input))) return { kind: 'changed-meanwhile' }
  await tell(trx, input, { kind: 'contact-removed', contact: input.contactId })
  return { kind: 'kept' }
}

const tell = async (
  trx: Trx,
  { organisationId: organisation, by, from }: Action,
  told: { readonly kind: 'contact-added' | 'contact-changed' | 'contact-removed'; readonly contact: string },
): Promise<void> => await record(trx, from, { kind: told.kind, by, organisation, details: { contact: told.contact } })
