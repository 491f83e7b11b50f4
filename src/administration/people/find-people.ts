import type { Db } from '../../database/database.js'
import { locksAmong } from '../../login/attempts/locks-among.js'
import { inTurns } from '../../context/turns.js'
import type { AppContext } from '../../context/app-context.js'
import { peopleOf, type ListedPerson } from './listed-person.js'
import { parseQuery, type Asked } from './matching.js'
import { selectFound, selectLockedLately, selectServices } from './people.queries.js'
import { pageSize, type PeopleSearch, type Scope } from './search.js'

export interface FoundPeople {
  readonly total: number
  /** The page that is shown: the last one, when fewer were found than the asked page begins at. */
  readonly page: number
  readonly people: readonly ListedPerson[]
  /** What the list can be narrowed to. */
  readonly services: Awaited<ReturnType<typeof selectServices>>
}

type Where = Scope & { readonly search: PeopleSearch }

/** One page of the list. */
export async function findPeople(db: Db, context: AppContext, { search, organisations }: Where): Promise<FoundPeople> {
  const asked = await askedOf(db, context, { search, organisations })
  const { order, isDescending } = search
  const offset = (search.page - 1) * pageSize
  const { total, accountIds } = await selectFound(db, asked, { order, isDescending, limit: pageSize, offset })
  const page = Math.min(search.page, Math.max(1, Math.ceil(total / pageSize)))
  const [people, services] = await Promise.all([
    peopleOf(db, { accountIds, organisations, context }),
    selectServices(
      db,
      organisations.map(({ id }) => id),
    ),
  ])
  return { total, page, people, services }
}

/** Everybody that is found, to a number; undefined when there are more. */
export async function findAll(
  db: Db,
  context: AppContext,
  { search, organisations, atMost }: Where & { readonly atMost: number },
): Promise<readonly ListedPerson[] | undefined> {
  const asked = await askedOf(db, context, { search, organisations })
  const { order, isDescending } = search
  const { total, accountIds } = await selectFound(db, asked, { order, isDescending, limit: atMost, offset: 0 })
  if (total > atMost) return undefined
  const people: ListedPerson[] = []
  for await (const some of inTurns(accountIds, 1_000)) {
    people.push(...(await peopleOf(db, { accountIds: some, organisations })))
  }
  return people
}

const askedOf = async (db: Db, context: AppContext, { search, organisations }: Where): Promise<Asked> => {
  const { words, service, state, accountIssue } = search
  const organisationIds = organisations.map(({ id }) => id)
  return {
    organisationIds,
    parsed: parseQuery(words),
    service,
    state,
    ...(accountIssue === 'locked' ? { among: await lockedAt(db, context, organisationIds) } : { accountIssue }),
  }
}

const lockedAt = async (
  db: Db,
  context: AppContext,
  organisationIds: readonly string[],
): Promise<readonly string[]> => {
  const lately = await selectLockedLately(db, { organisationIds, minutes: context.policy.lock.minutes })
  const locks = await locksAmong(
    db,
    context,
    lately.map(({ username }) => username),
  )
  return lately.filter(({ username }) => locks.has(username)).map(({ accountId }) => accountId)
}
