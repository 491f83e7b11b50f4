import type { Db } from '../database/database.js'
import { administeredBy } from '../organisations/administered-by.js'
import { administratorsOf } from '../organisations/administrators-of.js'
import { grantsOf, type Held } from '../permissions/grants/grants-of.js'

/** One organisation as the signed-in person stands to it: what they hold there, and who administers it. */
export interface School {
  readonly organisation: Held['organisation']
  readonly held: readonly Pick<Held, 'service' | 'grant'>[]
  readonly isAdministeredByThem: boolean
  /** The names that may be shown, the person's own not among them. */
  readonly administrators: readonly string[]
}

/** Every organisation where the person holds or has held something, or which they administer; by name. */
export async function schoolsOf(db: Db, accountId: string): Promise<readonly School[]> {
  const [held, administered] = await Promise.all([grantsOf(db, accountId), administeredBy(db, accountId)])
  const organisations = new Map(
    [...administered, ...held.map(({ organisation }) => organisation)].map((found) => [found.id, found]),
  )
  const schools = await Promise.all(
    [...organisations.values()].map(async (organisation) => {
      const administrators = await administratorsOf(db, organisation.id)
      return {
        organisation,
        held: held.filter((one) => one.organisation.id === organisation.id),
        isAdministeredByThem: administered.some(({ id }) => id === organisation.id),
        administrators: administrators.flatMap(({ accountId: whose, name }) =>
          whose === accountId || name === undefined ? [] : [name],
        ),
      }
    }),
  )
  return schools.toSorted((one, other) => one.organisation.name.localeCompare(other.organisation.name, 'sv'))
}
