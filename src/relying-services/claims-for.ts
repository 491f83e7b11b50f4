import type { Account as Person } from '../accounts/account.js'
import type { Db } from '../database/database.js'
import { permissionsOf } from '../permissions/permissions-of.js'
import type { Client } from './client.js'
import { fullName } from '../values/names.js'

/**
 * Who somebody is, to a relying service that may ask (contract.md, "Tokens"). Of a person with protected identity no
 * service is told a name or an address, whatever it asks for (product.md, rule 12).
 */
export const namesOf = (person: Person): Readonly<Record<string, string>> =>
  person.hasProtectedIdentity
    ? {}
    : {
        name: fullName(person),
        ...(person.givenName !== null && { given_name: person.givenName }),
        ...(person.familyName !== null && { family_name: person.familyName }),
        preferred_username: person.username,
        ...(person.email !== null && { email: person.email }),
      }

/** Whether somebody would come in to a service now, and all that it can learn of them. */
export type Learned =
  | { readonly kind: 'let-in'; readonly claims: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly why: 'account-ended' | 'no-permission' | 'turned-off' }

export async function learnedOf(db: Db, client: Client, person: Person): Promise<Learned> {
  if (client.disabledAt !== undefined) return { kind: 'refused', why: 'turned-off' }
  if (person.isEnded) return { kind: 'refused', why: 'account-ended' }
  const permissions = await permissionsOf(db, { accountId: person.id, services: client.services })
  if (permissions.length === 0) return { kind: 'refused', why: 'no-permission' }
  return { kind: 'let-in', claims: { sub: person.id, ...namesOf(person), permissions } }
}
