import { sql, type RawBuilder } from 'kysely'
import { advisoryLock } from '../database/advisory-lock.js'
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

/**
 * Whether another of the kind has had the code before it got the one that it has now. Relying services know an
 * organisation by its code, so that who administers one would administer the other for them (docs/decisions/0009).
 */
const wasAnothers = ({ kind, code, id }: Readonly<Record<'kind' | 'code' | 'id', RawBuilder<unknown>>>) =>
  sql<boolean>`exists (
    select from audit_event event join organisation other on other.id = event.organisation_id
    where event.kind = 'organisation-changed' and event.details ->> 'codeBefore' = ${code}
      and other.kind = ${kind} and other.id is distinct from ${id})`

export async function isFormerCode(
  trx: Trx,
  { kind, code }: { readonly kind: string; readonly code: string },
): Promise<boolean> {
  const row = await trx
    .selectNoFrom(wasAnothers({ kind: sql`${kind}`, code: sql`${code}`, id: sql`null::uuid` }).as('is'))
    .executeTakeFirstOrThrow()
  return row.is
}

/** Codes are given and changed by one at a time, so that none is free for a moment between two changes. */
export async function holdCodes(trx: Trx): Promise<void> {
  await advisoryLock(trx, sql`48, 2`)
}

/** Whether anything has ever rested on the organisation, or its code was another's. */
export async function selectIsUnused(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql<{ isUnused: boolean }>`
    select not exists (select from "grant" where organisation_id = organisation.id)
      and not exists (select from appointment where organisation_id = organisation.id)
      and not exists (select from assurance where organisation_id = organisation.id)
      and not ${wasAnothers({ kind: sql`organisation.kind`, code: sql`organisation.code`, id: sql`organisation.id` })}
        as "isUnused"
    from organisation where id = ${id}`.execute(db)
  return rows[0]?.isUnused === true
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
          version: sql`organisation.version + 1`,
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
    ), bumped as (
      update organisation set version = version + 1
      where id in (select id from dropped union select id from added)
    )
    select distinct told.code from told
    where told.id in (select id from dropped union select id from added)`.execute(trx)
  return rows.map((row) => row.code)
}

/** All that is kept about one, held until the end of the transaction when it is about to be changed. */
export async function selectDetails(
  db: Db,
  { id, isHeld = false }: { readonly id: string; readonly isHeld?: boolean },
) {
  const query = db
    .selectFrom('organisation')
    .where('id', '=', id)
    .select([
      'id',
      'kind',
      'code',
      'name',
      'reporting_method as reportingMethod',
      'street',
      'postal_code as postalCode',
      'locality',
      'closed_at as closedAt',
      'merged_into as mergedInto',
      'version',
      (of) =>
        of
          .selectFrom('organisation_school_form as form')
          .whereRef('form.organisation_id', '=', 'organisation.id')
          .select(sql<string[]>`coalesce(array_agg(form.school_form order by form.school_form), '{}')`.as('forms'))
          .as('forms'),
    ])
  return await (isHeld ? query.forUpdate() : query).executeTakeFirst()
}

export type DetailsRow = NonNullable<Awaited<ReturnType<typeof selectDetails>>>

/** Whether its code is or was another's, and whether anything has ever rested on its kind. */
export async function selectHindrances(trx: Trx, input: { readonly id: string; readonly kind: string; code: string }) {
  const { rows } = await sql<{ isCodeTaken: boolean; isInUse: boolean }>`
    select
      exists (select from organisation other
        where other.kind = ${input.kind} and other.code = ${input.code} and other.id <> ${input.id})
        or ${wasAnothers({ kind: sql`${input.kind}`, code: sql`${input.code}`, id: sql`${input.id}::uuid` })} as "isCodeTaken",
      exists (select from "grant" where organisation_id = ${input.id})
        or exists (select from appointment where organisation_id = ${input.id})
        or exists (select from assurance where organisation_id = ${input.id}) as "isInUse"`.execute(trx)
  const [row] = rows
  if (row === undefined) throw new Error('A select without a from gave no row.')
  return row
}

/** True for one of those who have seen the same version. */
export async function updateOrganisation(
  trx: Trx,
  { id, version, row }: { readonly id: string; readonly version: number; readonly row: OrganisationRow },
): Promise<boolean> {
  const updated = await trx
    .updateTable('organisation')
    .set({ ...row, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('closed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return updated !== undefined
}

/** True for one of those who have seen the same version. */
export async function markClosed(
  trx: Trx,
  { id, version, into }: { readonly id: string; readonly version: number; readonly into: string | undefined },
): Promise<boolean> {
  const closed = await trx
    .updateTable('organisation')
    .set({ closed_at: sql<Date>`portvakt_now()`, merged_into: into ?? null, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('closed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return closed !== undefined
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
