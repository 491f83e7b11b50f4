import { sql } from 'kysely'
import type { Db } from '../../database/database.js'

export interface Shown {
  readonly accountId: string
  /** Null for a protected identity. */
  readonly name: string | null
}

const shownName = sql`case when person.has_protected_identity then null
  else concat_ws(' ', person.given_name, person.family_name) end`

/** How many ask for a permission and have no answer yet. */
export async function countOpenRequests(db: Db, organisationIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from permission_request
    where answer is null and organisation_id = any(${[...organisationIds]}::uuid[])`.execute(db)
  return rows[0]?.count ?? 0
}

/** Who has a permission that holds or will hold, and never chose a password; the longest waiting first. */
export async function selectWithoutPassword(db: Db, organisationIds: readonly string[], atMost: number) {
  const { rows } = await sql<Shown & { since: Date; count: number }>`
    select account.id as "accountId", ${shownName} as name, account.created_at as since, count(*) over ()::int as count
    from account join person on person.id = account.person_id
    where account.ended_at is null
      and not exists (select from password where password.account_id = account.id)
      and account.id in (
        select account_id from "grant" where organisation_id = any(${[...organisationIds]}::uuid[])
          and ended_at is null and coalesce(valid_to, 'infinity') >= portvakt_today())
    order by account.created_at, account.id limit ${atMost}`.execute(db)
  return rows
}

/** Grants whose last day comes within so many days; the nearest first. */
export async function selectEnding(
  db: Db,
  {
    organisationIds,
    days,
    atMost,
  }: { readonly organisationIds: readonly string[]; readonly days: number; readonly atMost: number },
) {
  const { rows } = await sql<
    Shown & { grantId: string; sv: string; en: string; lastDay: string; organisation: string; count: number }
  >`
    select account.id as "accountId", ${shownName} as name, "grant".id as "grantId", service.name_sv as sv,
      service.name_en as en, "grant".valid_to as "lastDay", organisation.name as organisation,
      count(*) over ()::int as count
    from "grant"
    join account on account.id = "grant".account_id and account.ended_at is null
    join person on person.id = account.person_id
    join service on service.code = "grant".service
    join organisation on organisation.id = "grant".organisation_id
    where "grant".organisation_id = any(${[...organisationIds]}::uuid[]) and "grant".ended_at is null
      and "grant".valid_to between portvakt_today() and portvakt_today() + ${days}::int
    order by "grant".valid_to, coalesce(person.family_name, person.given_name), "grant".id limit ${atMost}`.execute(db)
  return rows
}

/** People whose address a mail server has refused for good. */
export async function selectUnreachable(db: Db, organisationIds: readonly string[], atMost: number) {
  const { rows } = await sql<Shown & { since: Date; count: number }>`
    select account.id as "accountId", ${shownName} as name, person.email_refused_at as since,
      count(*) over ()::int as count
    from person join account on account.person_id = person.id and account.ended_at is null
    where person.email_refused_at is not null
      and account.id in (
        select account_id from "grant" where organisation_id = any(${[...organisationIds]}::uuid[])
          and ended_at is null and coalesce(valid_to, 'infinity') >= portvakt_today())
    order by person.email_refused_at, account.id limit ${atMost}`.execute(db)
  return rows
}

/** People from whose address a letter has come back, until it is another. */
export async function selectReturned(db: Db, organisationIds: readonly string[], atMost: number) {
  const { rows } = await sql<Shown & { since: Date; count: number }>`
    select account.id as "accountId", ${shownName} as name, person.address_refused_at as since,
      count(*) over ()::int as count
    from person join account on account.person_id = person.id and account.ended_at is null
    where person.address_refused_at is not null and not person.has_protected_identity
      and account.id in (
        select account_id from "grant" where organisation_id = any(${[...organisationIds]}::uuid[])
          and ended_at is null and coalesce(valid_to, 'infinity') >= portvakt_today())
    order by person.address_refused_at, account.id limit ${atMost}`.execute(db)
  return rows
}
