import { sql } from 'kysely'
import type { ReportingMethod } from '../../config/school-forms.js'
import type { Db, Trx } from '../database/database.js'
import type { OrganisationKind } from './organisation.js'

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
