import { findAccount } from '../../accounts/find.js'
import { mayChangeDetails } from '../../accounts/details/change-details.js'
import { nameKeysOf } from '../../accounts/username.js'
import type { Db } from '../../database/database.js'
import { lockedUntil } from '../../login/attempts/attempts.js'
import { grantsOf, type Held } from '../../permissions/grants/grants-of.js'
import { servicesAt } from '../../permissions/services-at.js'
import type { AppContext } from '../../context/app-context.js'
import type { Administrator } from '../administrator.js'
import { selectPerson, type PersonRow } from './person.queries.js'
import { uuid } from '../../database/uuid.js'

/**
 * A person as one administrator may see them (product.md, rules 5 and 12): somebody who holds or has held something at
 * an organisation of theirs, and of that only what is there.
 */
export interface PersonHere {
  readonly row: PersonRow
  readonly held: readonly HeldHere[]
  /** Nobody acts on their own. */
  readonly isSelf: boolean
}

export interface HeldHere extends Held {
  /** False for what the agency gives: shown, and not to be touched. */
  readonly isTheirs: boolean
}

/** Undefined for a stranger, for nobody and for what is no id: they look the same. */
export async function findPerson(db: Db, administrator: Administrator, id: string): Promise<PersonHere | undefined> {
  if (!uuid.test(id)) return undefined
  const organisationIds = administrator.organisations.map((organisation) => organisation.id)
  const row = await selectPerson(db, { accountId: id, organisationIds })
  if (row === undefined) return undefined
  const held = (await grantsOf(db, id)).filter(({ organisation }) => organisationIds.includes(organisation.id))
  const theirs = await theirServices(db, administrator)
  return {
    row,
    held: held.map((one) => withWhose(one, theirs)),
    isSelf: id === administrator.accountId,
  }
}

export interface Standing {
  readonly mayChange: boolean
  readonly lockedUntil: Date | undefined
}

/** How they stand besides: what only the whole page tells. */
export async function standingOf(
  db: Db,
  context: AppContext,
  { accountId, by }: { readonly accountId: string; readonly by: string },
): Promise<Standing> {
  const account = await findAccount(db, accountId)
  const [mayChange, until] = await Promise.all([
    mayChangeDetails(db, { accountId, by }),
    account === undefined ? undefined : lockedUntil(db, nameKeysOf(context, account.username)),
  ])
  return { mayChange, lockedUntil: until }
}

const withWhose = ({ organisation, service, grantId, grant }: Held, theirs: ReadonlySet<string>): HeldHere => ({
  organisation,
  service,
  grantId,
  grant,
  isTheirs: theirs.has(`${organisation.id} ${service.code}`),
})

/** What holds or will: ended and run out is history. */
export const isLive = ({ grant }: Pick<Held, 'grant'>): boolean => grant.state !== 'ended' && grant.state !== 'expired'

const theirServices = async (db: Db, { accountId, organisations }: Administrator): Promise<ReadonlySet<string>> => {
  const all = await Promise.all(
    organisations.map(async ({ id }) => {
      const services = await servicesAt(db, { organisationId: id, by: accountId })
      return services.filter(({ isTheirs }) => isTheirs).map(({ code }) => `${id} ${code}`)
    }),
  )
  return new Set(all.flat())
}
