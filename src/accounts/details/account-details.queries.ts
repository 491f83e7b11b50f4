import { sql, type SqlBool } from 'kysely'
import type { Db, Trx } from '../../database/database.js'
import { hasWordOfTwo } from '../officers/officers.queries.js'
import type { Details } from './details.js'

export interface WhoseDetails {
  readonly accountId: string
  /** The administrator, or the officer. */
  readonly by: string
  /** The officer who agrees, where it takes two. */
  readonly second?: string | undefined
}

/**
 * Whether a school may change these details (docs/decisions/0007): the account lives and its identity is not protected,
 * it belongs to no administrator and never was an officer's, it is or was at one of the administrator's organisations, and nothing
 * that holds or will hold is anywhere else.
 */
export const isTheirsToChange = ({ accountId, by }: WhoseDetails) => sql<SqlBool>`(
  with mine as (
    select appointment.organisation_id from appointment
    join account on account.id = appointment.account_id and account.ended_at is null
    join organisation on organisation.id = appointment.organisation_id and organisation.closed_at is null
    where appointment.account_id = ${by}::uuid and appointment.ended_at is null
      and portvakt_today() between appointment.valid_from and coalesce(appointment.valid_to, 'infinity'))
  select ${accountId}::uuid <> ${by}::uuid
    and exists (
      select from account join person on person.id = account.person_id
      where account.id = ${accountId} and account.ended_at is null and not person.has_protected_identity)
    and exists (
      select from "grant" where account_id = ${accountId} and organisation_id in (select organisation_id from mine))
    and not exists (
      select from "grant" join organisation on organisation.id = "grant".organisation_id
      where "grant".account_id = ${accountId} and "grant".ended_at is null and organisation.closed_at is null
        and coalesce("grant".valid_to, 'infinity') >= portvakt_today()
        and "grant".organisation_id not in (select organisation_id from mine))
    and not exists (
      select from appointment where account_id = ${accountId} and ended_at is null
        and coalesce(valid_to, 'infinity') >= portvakt_today())
    and not exists (select from officer where account_id = ${accountId}))`

/** An officer changes everybody's but their own, as long as the account lives; another officer's takes two. */
export const isOfficersToChange = ({ accountId, by, second }: WhoseDetails) => sql<SqlBool>`(
  ${accountId}::uuid <> ${by}::uuid and ${hasWordOfTwo({ accountId, by, second })}
    and exists (select from account where id = ${accountId} and ended_at is null)
    and exists (select from officer where account_id = ${by} and ended_at is null))`

export async function selectIsTheirs(db: Db, whose: WhoseDetails): Promise<boolean> {
  const row = await db.selectNoFrom(isTheirsToChange(whose).as('isTheirs')).executeTakeFirstOrThrow()
  return row.isTheirs === true
}

export async function selectDetails(
  db: Db,
  accountId: string,
): Promise<(Details & { readonly version: number }) | undefined> {
  return await detailsIn(db, accountId).executeTakeFirst()
}

/** The same of a living account; nobody else changes them before the transaction ends. */
export async function holdDetails(
  trx: Trx,
  accountId: string,
): Promise<(Details & { readonly version: number }) | undefined> {
  return await detailsIn(trx, accountId)
    .where('account.ended_at', 'is', null)
    .forNoKeyUpdate('person')
    .executeTakeFirst()
}

const detailsIn = (db: Db, accountId: string) =>
  db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .where('account.id', '=', accountId)
    .select([
      'person.given_name as givenName',
      'person.family_name as familyName',
      'person.email',
      'person.street',
      'person.postal_code as postalCode',
      'person.locality',
      'person.country',
      'person.version',
    ])

export async function insertFormerEmail(
  trx: Trx,
  input: { readonly accountId: string; readonly email: string | null; readonly isByAgency: boolean },
): Promise<string> {
  const row = await trx
    .insertInto('former_email')
    .values({
      account_id: input.accountId,
      email: input.email,
      by_agency: input.isByAgency,
      told_at: input.email === null ? sql<Date>`portvakt_now()` : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function selectFormerEmail(db: Db, id: string) {
  return await db
    .selectFrom('former_email')
    .where('id', '=', id)
    .select(['account_id as accountId', 'email', 'replaced_at as replacedAt', 'by_agency as isByAgency'])
    .executeTakeFirst()
}

export async function markTold(trx: Trx, id: string): Promise<void> {
  await trx
    .updateTable('former_email')
    .set({ told_at: sql<Date>`portvakt_now()` })
    .where('id', '=', id)
    .where('told_at', 'is', null)
    .execute()
}

/** An officer, or an administrator today or later, whose address somebody else changed within a day or untold. */
export async function selectIsHeld(db: Db, accountId: string): Promise<boolean> {
  const { rows } = await sql<{ isHeld: boolean }>`
    select exists (
      select from former_email where account_id = ${accountId}
        and (told_at is null or replaced_at > portvakt_now() - interval '1 day'))
    and (
      exists (select from officer where account_id = ${accountId} and ended_at is null)
      or exists (select from appointment where account_id = ${accountId} and ended_at is null
        and coalesce(valid_to, 'infinity') >= portvakt_today())) as "isHeld"`.execute(db)
  return rows[0]?.isHeld === true
}

/** By then both addresses have been told, or cannot be. */
export async function deleteFormerEmails(
  db: Db,
  { days, atMost }: { readonly days: number; readonly atMost: number },
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('former_email')
    .where('id', 'in', (old) =>
      old
        .selectFrom('former_email')
        .where('replaced_at', '<', sql<Date>`portvakt_now() - make_interval(days => ${days}::int)`)
        .select('id')
        .limit(atMost)
        .forUpdate()
        .skipLocked(),
    )
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
