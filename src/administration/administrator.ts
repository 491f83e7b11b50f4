import type { Db } from '../database/database.js'
import { administeredBy, type Administered } from '../organisations/administered-by.js'

/**
 * Who works at `/behorigheter`: appointed today for at least one organisation (product.md, rule 3). Asked anew at every
 * request, so that an appointment that ends is nobody's from that moment (rule 10).
 */
export interface Administrator {
  readonly accountId: string
  readonly organisations: readonly Administered[]
}

/** Undefined for everybody who is appointed nowhere today. */
export async function findAdministrator(db: Db, accountId: string): Promise<Administrator | undefined> {
  const organisations = await administeredBy(db, accountId)
  return organisations.length === 0 ? undefined : { accountId, organisations }
}

/** Their organisation with this id; undefined for another's and for none, which look the same. */
export function organisationOf({ organisations }: Administrator, id: string): Administered | undefined {
  return organisations.find((organisation) => organisation.id === id)
}
