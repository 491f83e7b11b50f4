import { sql, type SqlBool } from 'kysely'
import type { Db } from '../../database/database.js'
import type { AssuranceState } from '../../organisations/assurances/assurance.js'

/** What belongs to a paper besides what stands on it: the file, whom it replaces, and what has followed. */
export async function selectAround(db: Db, assuranceId: string) {
  return await db
    .selectFrom('assurance')
    .leftJoin('appointment', 'appointment.assurance_id', 'assurance.id')
    .leftJoin('account as replaced', 'replaced.id', 'assurance.replaces_account_id')
    .leftJoin('person as former', 'former.id', 'replaced.person_id')
    .where('assurance.id', '=', assuranceId)
    .select([
      'assurance.decided_at as decidedAt',
      'appointment.account_id as accountId',
      'appointment.valid_from as validFrom',
      'appointment.valid_to as validTo',
      'appointment.ended_at as endedAt',
      'appointment.end_reason as endReason',
      'replaced.id as replacedId',
      sql<boolean>`exists (select from assurance_scan scan where scan.assurance_id = assurance.id)`.as('hasScan'),
      sql<boolean>`coalesce(appointment.valid_to < portvakt_today(), false)`.as('isOver'),
      sql<string | null>`case when not former.has_protected_identity
        then concat_ws(' ', former.given_name, former.family_name) end`.as('replacedName'),
      sql<boolean>`exists (select from password where password.account_id = appointment.account_id)`.as('hasPassword'),
      sql<Date | null>`(select max(event.at) from audit_event event
        where event.about_id = appointment.account_id and event.kind = 'mail-sent' and event.result = 'done'
          and event.details ->> 'letter' = 'one-time-password' and event.at >= assurance.decided_at)`.as('mailedAt'),
    ])
    .executeTakeFirst()
}

export type Around = NonNullable<Awaited<ReturnType<typeof selectAround>>>

/**
 * Whose word an account rests on already, and so what an assurance may do to it (docs/decisions/0009).
 *
 *   officers          it is or was an officer's: nobody alone changes its number, name or address
 *   administrators    it administers something by an approved assurance that bore this number, or by none while its
 *                     number has always been this one
 *   number-changed    it administers something, by a number that one officer has put this one in the place of
 *   nobodys           anybody who adds people may have made it, with any address, and chosen its password
 */
export type Standing = 'officers' | 'administrators' | 'number-changed' | 'nobodys'

export async function selectStanding(
  db: Db,
  { accountId, number }: { readonly accountId: string; readonly number: string },
): Promise<Standing> {
  const { rows } = await sql<{ standing: Standing }>`
    with running as (
      select assurance.personal_identity_number as number from appointment
      left join assurance on assurance.id = appointment.assurance_id
      where appointment.account_id = ${accountId} and appointment.ended_at is null
        and coalesce(appointment.valid_to, 'infinity') >= portvakt_today())
    select case
      when exists (select from officer where account_id = ${accountId}) then 'officers'
      when not exists (select from running) then 'nobodys'
      when exists (select from running where number = ${number}) then 'administrators'
      when exists (select from running where number is null)
        and (select array_agg(number) = array[${number}] from portvakt_numbers_of(${accountId}) number)
        then 'administrators'
      else 'number-changed' end as standing`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('A row that is always there was not.')
  return row.standing
}

export interface AssuranceSearch {
  readonly state: AssuranceState | undefined
  /** Part of a name, or the beginning of a code. */
  readonly words: string
  readonly atMost: number
}

/** The papers in a state that have the words in the organisation’s name or code, or in a name that may be shown. */
export async function selectFoundAssurances(db: Db, { state, words, atMost }: AssuranceSearch) {
  const part = `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const isHidden = sql<SqlBool>`exists (select from person
    where person.personal_identity_number = assurance.personal_identity_number and person.has_protected_identity)`
  const name = sql<string>`concat_ws(' ', assurance.given_name, assurance.family_name)`
  return await db
    .selectFrom('assurance')
    .innerJoin('organisation', 'organisation.id', 'assurance.organisation_id')
    .innerJoin('account', 'account.id', 'assurance.registered_by')
    .innerJoin('person as officer', 'officer.id', 'account.person_id')
    .$if(state !== undefined, (all) =>
      all.where(sql<SqlBool>`coalesce(assurance.decision, 'registered') = ${state ?? ''}`),
    )
    .where(sql<SqlBool>`(organisation.name ilike ${part} or organisation.code like ${part.slice(1)}
      or (not ${isHidden} and ${name} ilike ${part}))`)
    .select([
      'assurance.id',
      'assurance.decision',
      'assurance.registered_at as registeredAt',
      'organisation.name as organisation',
      sql<string | null>`case when not ${isHidden} then ${name} end`.as('name'),
      sql<string>`concat_ws(' ', officer.given_name, officer.family_name)`.as('officer'),
    ])
    .orderBy('assurance.registered_at', 'desc')
    .limit(atMost)
    .execute()
}
