import { shownEmailAddress } from '../../delivery/address.js'
import type { Text } from '../../text/text.js'
import { dialledFrom, type Contact } from './contact.js'

/** A contact as every page shows it. */
export function contactLine(text: Text, { id, name, telephone, email, isResponsible }: Contact) {
  return {
    id,
    name,
    telephone: telephone === null ? undefined : { written: telephone, dialled: dialledFrom(telephone) },
    email: email === null ? undefined : shownEmailAddress(email),
    responsible: isResponsible ? text.agency.responsible : undefined,
  }
}
