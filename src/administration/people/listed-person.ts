import type { Db } from '../../database/database.js'
import { locksAmong } from '../../login/attempts/locks-among.js'
import type { Administered } from '../../organisations/administered-by.js'
import { stateOf, termsIn, type Grant } from '../../permissions/grants/grant.js'
import type { AppContext } from '../../context/app-context.js'
import { selectHeld, selectPeople, type ListedRow } from './people.queries.js'
import type { Scope } from './search.js'

/** Somebody in the list. Who has protected identity has neither name, address nor number here (product.md, rule 12). */
export interface ListedPerson {
  readonly accountId: string
  readonly details: Details | undefined
  readonly isEnded: boolean
  readonly hasPassword: boolean
  /** The day of the last sign-in. */
  readonly signedInOn: string | undefined
  readonly lockedUntil: Date | undefined
  readonly held: readonly ListedGrant[]
}

export interface Details {
  readonly givenName: string | null
  readonly familyName: string | null
  readonly email: string | undefined
  readonly personalIdentityNumber: string
}

export interface ListedGrant {
  readonly organisation: Administered
  readonly service: { readonly code: string; readonly sv: string; readonly en: string }
  readonly grant: Grant
}

export interface Shown extends Scope {
  readonly accountIds: readonly string[]
  /** With it, who is locked is found out too. */
  readonly context?: AppContext
}

/** In the order of the ids. */
export async function peopleOf(
  db: Db,
  { accountIds, organisations, context }: Shown,
): Promise<readonly ListedPerson[]> {
  const whom = { accountIds, organisationIds: organisations.map(({ id }) => id) }
  const [rows, held] = await Promise.all([selectPeople(db, whom), selectHeld(db, whom)])
  const usernames = rows.map(({ username }) => username)
  const locks = context === undefined ? new Map<string, Date>() : await locksAmong(db, context, usernames)
  const places = new Map(organisations.map((organisation, place) => [organisation.id, { organisation, place }]))
  const grants = byAccount(held)
  const found = new Map(rows.map((row) => [row.accountId, row]))
  return accountIds.flatMap((accountId) => {
    const row = found.get(accountId)
    if (row === undefined) return []
    const here = (grants.get(accountId) ?? []).flatMap((one) => {
      const at = places.get(one.organisationId)
      return at === undefined ? [] : [{ ...at, one }]
    })
    return [
      {
        accountId,
        details: detailsIn(row),
        isEnded: row.isEnded,
        hasPassword: row.hasPassword,
        signedInOn: row.signedInOn ?? undefined,
        lockedUntil: locks.get(row.username),
        held: here
          .toSorted((a, b) => a.place - b.place)
          .map(({ organisation, one }) => ({
            organisation,
            service: { code: one.service, sv: one.sv, en: one.en },
            grant: grantIn(one),
          })),
      },
    ]
  })
}

type HeldRow = Awaited<ReturnType<typeof selectHeld>>[number]

const byAccount = (held: readonly HeldRow[]): ReadonlyMap<string, readonly HeldRow[]> => {
  const grouped = new Map<string, HeldRow[]>()
  for (const one of held) {
    const theirs = grouped.get(one.accountId)
    if (theirs === undefined) grouped.set(one.accountId, [one])
    else theirs.push(one)
  }
  return grouped
}

const detailsIn = (row: ListedRow): Details | undefined => {
  if (row.hasProtectedIdentity) return undefined
  const { givenName, familyName, email, personalIdentityNumber } = row
  return { givenName, familyName, email: email ?? undefined, personalIdentityNumber }
}

const grantIn = (row: HeldRow): Grant =>
  stateOf(
    { ...termsIn(row), ...(row.endedOn !== null && { ended: { on: row.endedOn, reason: row.endReason ?? '' } }) },
    row.today,
  )
