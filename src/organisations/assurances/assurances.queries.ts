import { sql, type SqlBool } from 'kysely'
import { countedBy } from '../../database/counted-by.js'
import type { Db, Trx } from '../../database/database.js'
import type { Decision, Namesake, AssuranceContent } from './assurance.js'
import type { Scan } from './scan.js'

/**
 * Nothing when the organisation is closed, when another paper for the same person there awaits a decision, or when it
 * would add somebody who is appointed there already until the same day.
 */
export async function insertAssurance(
  trx: Trx,
  { content, by, alike }: { readonly content: AssuranceContent; readonly by: string; readonly alike: Namesake },
): Promise<string | undefined> {
  const { appointed } = content
  const { rows } = await sql<{ id: string }>`
    insert into assurance (organisation_id, signatory_name, signed_on, personal_identity_number, given_name,
      family_name, email, street, postal_code, locality, country, effect, replaces_account_id, last_day, registered_by,
      signatory_not_appointed, signatory_not_registrar)
    select organisation.id, ${content.signatoryName}, ${content.signedOn}::date, ${appointed.personalIdentityNumber},
      ${appointed.givenName}, ${appointed.familyName}, ${appointed.email}, ${appointed.street},
      ${appointed.postalCode}, ${appointed.locality}, ${appointed.country}, ${content.effect}, ${content.replaces ?? null}::uuid,
      ${content.lastDay ?? null}::date, ${by}::uuid, ${alike.appointed}::boolean, ${alike.registrar}::boolean
    from organisation where id = ${content.organisationId} and closed_at is null and not (${addsNothing(content)})
    on conflict (organisation_id, personal_identity_number) where decision is null do nothing
    returning id`.execute(trx)
  return rows[0]?.id
}

const addsNothing = ({
  organisationId,
  effect,
  lastDay,
  appointed,
}: AssuranceContent) => sql<SqlBool>`${effect} = 'adds' and exists (
  select from appointment
  join account on account.id = appointment.account_id and account.ended_at is null
  join person on person.id = account.person_id
  where appointment.organisation_id = ${organisationId} and appointment.ended_at is null
    and person.personal_identity_number = ${appointed.personalIdentityNumber}
    and appointment.valid_to is not distinct from ${lastDay ?? null}::date
    and portvakt_today() between appointment.valid_from and coalesce(appointment.valid_to, 'infinity'))`

export async function wouldAddNothing(db: Db, content: AssuranceContent): Promise<boolean> {
  const row = await db.selectNoFrom(addsNothing(content).as('adds')).executeTakeFirstOrThrow()
  return row.adds === true
}

/** True when the paper awaits a decision and had no file: one is never replaced. */
export async function insertScan(trx: Trx, assuranceId: string, { type, bytes }: Scan): Promise<boolean> {
  const { rows } = await sql`
    insert into assurance_scan (assurance_id, type, bytes)
    select id, ${type}, ${Buffer.from(bytes)} from assurance where id = ${assuranceId} and decision is null for update
    on conflict (assurance_id) do nothing
    returning 1`.execute(trx)
  return rows.length === 1
}

export async function isScanThere(db: Db, assuranceId: string): Promise<boolean> {
  const row = await db
    .selectFrom('assurance_scan')
    .where('assurance_id', '=', assuranceId)
    .select('type')
    .executeTakeFirst()
  return row !== undefined
}

export async function selectScan(db: Db, assuranceId: string) {
  return await db
    .selectFrom('assurance_scan')
    .innerJoin('assurance', 'assurance.id', 'assurance_scan.assurance_id')
    .where('assurance.id', '=', assuranceId)
    .select(['type', 'bytes', 'organisation_id as organisationId'])
    .executeTakeFirst()
}

/**
 * Decides once: of two officers who decide at the same time, one does. Whoever registered it may only withdraw it, and
 * neither whom it appoints nor who signed it decides on it. Nobody approves what they cannot see: the signed form is there as a file.
 */
export async function markDecided(
  trx: Trx,
  input: {
    readonly assuranceId: string
    readonly decision: Decision
    readonly by: string
    readonly reason: string | undefined
  },
) {
  const { assuranceId, decision, by, reason } = input
  return await trx
    .updateTable('assurance')
    .set({ decision, decided_by: by, decided_at: sql<Date>`portvakt_now()`, reason: reason ?? null })
    .where('id', '=', assuranceId)
    .where('decision', 'is', null)
    .$if(decision !== 'withdrawn', (update) => update.where(isForAnotherToDecide(by)))
    .$if(decision === 'approved', (update) => update.where(hasScan))
    .returning(assuranceColumns)
    .executeTakeFirst()
}

/**
 * What waits for an organisation that has closed waits no longer: it is rejected, with a reason. What the officer has
 * registered, or is appointed by, is withdrawn: that they may.
 */
export async function markAllDecidedAt(
  trx: Trx,
  { organisationId, by, reason }: { readonly organisationId: string; readonly by: string; readonly reason: string },
) {
  const { rows } = await sql<{ id: string; decision: 'rejected' | 'withdrawn' }>`
    update assurance set decided_by = ${by}, decided_at = portvakt_now(), reason = ${reason},
      decision = case when ${isForAnotherToDecide(by)} then 'rejected' else 'withdrawn' end
    where organisation_id = ${organisationId} and decision is null
    returning id, decision`.execute(trx)
  return rows
}

/**
 * Persons are compared, not accounts (docs/decisions/0009): whoever decides has not registered the paper with another
 * account, is not whom it appoints under any number they have had, and has not the name of who signed it.
 */
const isForAnotherToDecide = (by: string) => sql<SqlBool>`(
  not portvakt_same_person(registered_by, ${by})
  and personal_identity_number not in (select portvakt_numbers_of(${by}))
  and not ${isSignedBy(by)})`

const isSignedBy = (by: string) => sql<SqlBool>`exists (
  select from account join person on person.id = account.person_id
  where account.id = ${by}
    and portvakt_letters(concat(person.given_name, person.family_name)) = portvakt_letters(assurance.signatory_name))`

/** Whether the account's name is this one. */
export async function hasName(
  db: Db,
  { accountId, name }: { readonly accountId: string; readonly name: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from account join person on person.id = account.person_id
    where account.id = ${accountId}
      and portvakt_letters(concat(person.given_name, person.family_name)) = portvakt_letters(${name})`.execute(db)
  return rows.length > 0
}

const hasScan = sql<SqlBool>`exists (select from assurance_scan scan where scan.assurance_id = assurance.id)`

const assuranceColumns = [
  'id',
  'organisation_id as organisationId',
  'signatory_name as signatoryName',
  'signed_on as signedOn',
  'personal_identity_number as personalIdentityNumber',
  'given_name as givenName',
  'family_name as familyName',
  'email',
  'street',
  'postal_code as postalCode',
  'locality',
  'country',
  'effect',
  'replaces_account_id as replaces',
  'last_day as lastDay',
  'registered_by as registeredBy',
  'registered_at as registeredAt',
  'decision',
  'decided_by as decidedBy',
  'decided_at as decidedAt',
  'reason',
  'signatory_not_appointed as isNotAppointed',
  'signatory_not_registrar as isNotRegistrar',
] as const

export async function selectAssurance(db: Db, id: string) {
  return await db.selectFrom('assurance').where('id', '=', id).select(assuranceColumns).executeTakeFirst()
}

export type AssuranceRow = NonNullable<Awaited<ReturnType<typeof selectAssurance>>>

export async function isOwnNumber(
  db: Db,
  { accountId, personalIdentityNumber }: { readonly accountId: string; readonly personalIdentityNumber: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from portvakt_numbers_of(${accountId}) number where number = ${personalIdentityNumber}`.execute(db)
  return rows.length > 0
}

/** Only a hint for the page: the statement that decides has the same condition. */
export async function isAnothersToDecide(db: Db, { id, by }: { readonly id: string; readonly by: string }) {
  const row = await db
    .selectFrom('assurance')
    .where('id', '=', id)
    .select([sql<boolean>`not ${isForAnotherToDecide(by)}`.as('isAnothers')])
    .executeTakeFirst()
  return row?.isAnothers === true
}

/** Decided before the day; and if somebody was appointed by it, that ended before the day too. */
const isOldAssurance = (before: string) => sql<SqlBool>`disposed_at is null and decision is not null
  and decided_at < ${before}::date at time zone 'Europe/Stockholm'
  and not exists (select from appointment where appointment.assurance_id = assurance.id
    and coalesce((appointment.ended_at at time zone 'Europe/Stockholm')::date, appointment.valid_to, 'infinity')
      >= ${before}::date)`

export async function selectOldAssurances(db: Db, before: string) {
  return await db
    .selectFrom('assurance')
    .where(isOldAssurance(before))
    .select(countedBy('decided_at'))
    .select(sql<number>`(count(*) filter (where ${hasScan}))::int`.as('along'))
    .executeTakeFirstOrThrow()
}

/** That it was there, and who decided, stays; what stands on it of people goes, and the file it was read in as. */
export async function emptyOldAssurances(db: Db, before: string, atMost: number): Promise<number> {
  const { rows } = await sql`
    with gone as (
      select id from assurance where ${isOldAssurance(before)} order by decided_at limit ${atMost}
      for update skip locked),
    without_file as (
      delete from assurance_scan using gone where assurance_id = gone.id)
    update assurance set signatory_name = '–', given_name = '–', family_name = '–', email = '', street = '–',
      postal_code = '00000', locality = '–', country = 'SE', personal_identity_number = '000000000000',
      reason = case when reason is not null then '–' end, disposed_at = portvakt_now()
    from gone where assurance.id = gone.id
    returning 1`.execute(db)
  return rows.length
}
