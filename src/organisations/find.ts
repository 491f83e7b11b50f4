import type { Db } from '../database/database.js'
import { isOrganisationCode, readOrganisationCode, type OrganisationKind } from './organisation.js'
import { findByCode, findById, selectIsUnused } from './organisations.queries.js'

export interface FoundOrganisation {
  readonly id: string
  readonly kind: OrganisationKind
  readonly code: string
  readonly name: string
  readonly isClosed: boolean
}

/** By a code as it was typed. It belongs to one school or to one municipality; the two have each their own series. */
export async function findOrganisation(
  db: Db,
  input: { readonly kind: OrganisationKind; readonly code: string },
): Promise<FoundOrganisation | undefined> {
  const code = readOrganisationCode(input.code)
  return isOrganisationCode(code) ? found(await findByCode(db, { kind: input.kind, code })) : undefined
}

export async function findOrganisationById(db: Db, id: string): Promise<FoundOrganisation | undefined> {
  return found(await findById(db, id))
}

const found = (row: Awaited<ReturnType<typeof findById>>): FoundOrganisation | undefined => {
  if (row === undefined) return undefined
  const { closed_at: closedAt, ...organisation } = row
  return { ...organisation, isClosed: closedAt !== null }
}

/** Whether nothing has ever rested on it, so that it takes nobody's place when what another had goes on there. */
export async function isUnused(db: Db, organisationId: string): Promise<boolean> {
  return await selectIsUnused(db, organisationId)
}
