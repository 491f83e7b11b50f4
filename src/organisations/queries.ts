import { sql } from 'kysely'
import type { ReportingMethod } from '../../config/school-forms.js'
import type { Db, Trx } from '../database/database.js'
import type { OrganisationKind } from './organisation.js'

const today = sql<string>`portvakt_today()`

export interface OrganisationRow {
  readonly kind: OrganisationKind
  readonly code: string
  readonly name: string
  readonly reporting_method: ReportingMethod | null
  readonly street: string | null
  readonly postal_code: string | null
  readonly locality: string | null
}

/** Undefined when the agency has given the code to another one of the same kind. */
export async function insertOrganisation(trx: Trx, row: OrganisationRow): Promise<string | undefined> {
  const inserted = await trx
    .insertInto('organisation')
    .values(row)
    .onConflict((conflict) => conflict.constraint('one_organisation_per_kind_and_code').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id
}

/**
 * Makes the rows true: adds the missing, changes what differs, leaves the rest untouched. What a row does not tell
 * (null) stays as it was, and so does the reporting method of one that is there. Returns only the added and the
 * changed; xmax is 0 on a row that this statement inserted.
 */
export async function mergeOrganisations(trx: Trx, rows: readonly OrganisationRow[]) {
  return await trx
    .insertInto('organisation')
    .values([...rows])
    .onConflict((conflict) =>
      conflict
        .constraint('one_organisation_per_kind_and_code')
        .doUpdateSet({
          name: sql`excluded.name`,
          street: sql`coalesce(excluded.street, organisation.street)`,
          postal_code: sql`coalesce(excluded.postal_code, organisation.postal_code)`,
          locality: sql`coalesce(excluded.locality, organisation.locality)`,
        })
        .where(
          sql<boolean>`(organisation.name, organisation.street, organisation.postal_code, organisation.locality)
            is distinct from
            (excluded.name, coalesce(excluded.street, organisation.street),
             coalesce(excluded.postal_code, organisation.postal_code),
             coalesce(excluded.locality, organisation.locality))`,
        ),
    )
    .returning(['code', sql<boolean>`xmax = 0`.as('isAdded')])
    .execute()
}

export interface FormRow {
  readonly code: string
  readonly schoolForm: string
}

/** Gives the organisations exactly these forms. Returns the codes of those that had others before. */
export async function mergeSchoolForms(
  trx: Trx,
  input: { readonly kind: OrganisationKind; readonly forms: readonly FormRow[] },
): Promise<readonly string[]> {
  const codes = input.forms.map((form) => form.code)
  const told = input.forms.map((form) => form.schoolForm)
  const { rows } = await sql<{ code: string }>`
    with told as (
      select o.id, o.code, t.school_form
      from unnest(${codes}::text[], ${told}::text[]) as t (code, school_form)
      join organisation o on o.kind = ${input.kind} and o.code = t.code
    ), dropped as (
      delete from organisation_school_form f
      where f.organisation_id in (select id from told)
        and not exists (select from told where told.id = f.organisation_id and told.school_form = f.school_form)
      returning f.organisation_id as id
    ), added as (
      insert into organisation_school_form (organisation_id, school_form)
      select id, school_form from told
      on conflict do nothing
      returning organisation_id as id
    )
    select distinct told.code from told
    where told.id in (select id from dropped union select id from added)`.execute(trx)
  return rows.map((row) => row.code)
}

export async function findById(db: Db, id: string) {
  return await db
    .selectFrom('organisation')
    .select(['id', 'kind', 'code', 'name', 'closed_at'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function findByCode(db: Db, input: { readonly kind: OrganisationKind; readonly code: string }) {
  return await db
    .selectFrom('organisation')
    .select(['id', 'kind', 'code', 'name', 'closed_at'])
    .where('kind', '=', input.kind)
    .where('code', '=', input.code)
    .executeTakeFirst()
}

/** Nothing when the organisation is closed, or when the person is appointed there on one of these days already. */
export async function insertAppointment(
  trx: Trx,
  input: {
    readonly accountId: string
    readonly organisationId: string
    readonly validFrom: string
    readonly validTo: string | undefined
    readonly assuranceId: string | undefined
  },
): Promise<string | undefined> {
  const inserted = await trx
    .insertInto('appointment')
    .columns(['account_id', 'organisation_id', 'valid_from', 'valid_to', 'assurance_id'])
    .expression((eb) =>
      eb
        .selectFrom('organisation')
        .select([
          sql<string>`${input.accountId}::uuid`.as('account_id'),
          'organisation.id',
          sql<string>`${input.validFrom}::date`.as('valid_from'),
          sql<string | null>`${input.validTo ?? null}::date`.as('valid_to'),
          sql<string | null>`${input.assuranceId ?? null}::uuid`.as('assurance_id'),
        ])
        .where('organisation.id', '=', input.organisationId)
        .where('organisation.closed_at', 'is', null),
    )
    .onConflict((conflict) => conflict.constraint('one_appointment_at_a_time').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id
}

export type WhichAppointments =
  | { readonly appointmentId: string }
  | { readonly organisationId: string; readonly accountId?: string }

/** Ends those of them that hold today or later; each once, whoever asks. */
export async function markAppointmentsEnded(
  trx: Trx,
  input: { readonly which: WhichAppointments; readonly reason: 'replaced' | 'ended'; readonly by: string },
) {
  const { which, reason, by } = input
  const { accountId } = { accountId: undefined, ...which }
  return await trx
    .updateTable('appointment')
    .set({ ended_at: sql<Date>`portvakt_now()`, ended_by: by, end_reason: reason })
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', today)]))
    .$if('appointmentId' in which, (one) => one.where('id', '=', 'appointmentId' in which ? which.appointmentId : ''))
    .$if('organisationId' in which, (all) =>
      all.where('organisation_id', '=', 'organisationId' in which ? which.organisationId : ''),
    )
    .$if(accountId !== undefined, (whose) => whose.where('account_id', '=', accountId ?? ''))
    .returning(['id', 'account_id as accountId', 'organisation_id as organisationId'])
    .execute()
}

/** True when an organisation with this id reports today. */
export async function isOpen(db: Db, organisationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', organisationId)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Whose appointment holds today, by name. */
export async function selectAdministrators(db: Db, organisationId: string) {
  return await db
    .selectFrom('appointment')
    .innerJoin('account', 'account.id', 'appointment.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id as accountId', 'person.given_name', 'person.family_name', 'person.has_protected_identity'])
    .where('appointment.organisation_id', '=', organisationId)
    .where('appointment.ended_at', 'is', null)
    .where('appointment.valid_from', '<=', today)
    .where((eb) => eb.or([eb('appointment.valid_to', 'is', null), eb('appointment.valid_to', '>=', today)]))
    .where('account.ended_at', 'is', null)
    // As a Swedish reader looks for them: å, ä and ö last.
    .orderBy('person.family_name', (order) => order.collate('sv-x-icu'))
    .orderBy('person.given_name', (order) => order.collate('sv-x-icu'))
    .execute()
}

/** Where somebody's appointment holds today, by name. */
export async function selectAdministered(db: Db, accountId: string) {
  return await db
    .selectFrom('appointment')
    .innerJoin('organisation', 'organisation.id', 'appointment.organisation_id')
    .select(['organisation.id', 'organisation.kind', 'organisation.code', 'organisation.name'])
    .where('appointment.account_id', '=', accountId)
    .where('appointment.ended_at', 'is', null)
    .where('appointment.valid_from', '<=', today)
    .where((eb) => eb.or([eb('appointment.valid_to', 'is', null), eb('appointment.valid_to', '>=', today)]))
    .where('organisation.closed_at', 'is', null)
    .orderBy('organisation.name', (order) => order.collate('sv-x-icu'))
    .orderBy('organisation.code')
    .execute()
}
