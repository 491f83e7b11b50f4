import type { Db } from '../../../database/database.js'
import type { Administrator } from '../../administrator.js'
import { isLive, type HeldHere, type PersonHere } from '../find-person.js'
import { selectChosen } from '../person.queries.js'
import { uuid } from '../../../database/uuid.js'

/** The permissions that were ticked, as they are now. */
export interface Chosen {
  readonly held: readonly HeldHere[]
  /** At least one of them is not any more what the reader ticked: ended, or of other days. */
  readonly isStale: boolean
}

/** Undefined when one of them is not there, or not theirs: they look the same. */
export async function chosenOf(
  db: Db,
  { organisations }: Administrator,
  { person, grantIds }: { readonly person: PersonHere; readonly grantIds: readonly string[] },
): Promise<Chosen | undefined> {
  const organisationIds = organisations.map(({ id }) => id)
  const rows = await selectChosen(db, { accountId: person.row.accountId, organisationIds, grantIds })
  if (rows.length !== new Set(grantIds).size) return undefined
  const held = person.held.filter(
    (one) =>
      isLive(one) &&
      rows.some(({ organisationId, service, grantId }) => {
        if (person.held.some((live) => live.grantId === grantId && isLive(live))) return one.grantId === grantId
        return organisationId === one.organisation.id && service === one.service.code
      }),
  )
  const isForeign = rows.some(
    ({ organisationId, service }) =>
      !person.held.some(
        (one) => one.organisation.id === organisationId && one.service.code === service && one.isTheirs,
      ),
  )
  if (isForeign) return undefined
  return { held, isStale: rows.some(({ grantId }) => !held.some((one) => one.grantId === grantId)) }
}

/** The ids that an address or a form names, comma between; undefined when something else stands there. */
export function readIds(written: string): readonly string[] | undefined {
  const ids = written.split(',')
  return ids.length <= 50 && ids.every((id) => uuid.test(id)) ? [...new Set(ids)].toSorted() : undefined
}

/** As the boxes on the person's page send them: `?grant-<id>=ja`. */
export function tickedIn(query: Readonly<Record<string, unknown>>): string {
  return Object.keys(query)
    .filter((name) => name.startsWith('grant-'))
    .map((name) => name.slice('grant-'.length))
    .join(',')
}

export const firstDayOf = ({ grant }: HeldHere): string => (grant.state === 'planned' ? grant.from : grant.since)
