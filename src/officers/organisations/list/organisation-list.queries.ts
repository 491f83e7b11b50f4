import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { SchoolForm } from '../../../../config/school-forms.js'
import type { Db } from '../../../database/database.js'
import { hasWords } from '../../../database/has-words.js'
import type { OrganisationKind } from '../../../organisations/organisation.js'
import type { OrganisationSearch } from './search.js'

export interface FoundRow {
  readonly id: string
  readonly kind: OrganisationKind
  readonly code: string
  readonly name: string
  readonly isClosed: boolean
  readonly schoolForms: readonly SchoolForm[]
  /** Those appointed there today. */
  readonly administrators: number
  /** It reports and is open, but nobody administers it. */
  readonly lacksAdministrator: boolean
}

const today = sql<string>`(select portvakt_today())`

/** Of an appointment, whoever has it. */
export const holdsToday = sql<SqlBool>`appointment.ended_at is null
  and ${today} between appointment.valid_from and coalesce(appointment.valid_to, 'infinity')`

/** Appointments that make somebody an administrator today. */
const inForce = sql`
  from appointment
  where ${holdsToday}
    and not exists (select from account where account.id = appointment.account_id and account.ended_at is not null)`

/** It reports and is open, but nobody administers it today. */
export const lacksAdministrator = sql<SqlBool>`organisation.closed_at is null
  and organisation.reporting_method is not null
  and organisation.id not in (select appointment.organisation_id ${inForce})`

/** How many are found, and some of them by name; beyond the end, the last part. */
export async function selectFound(
  db: Db,
  search: OrganisationSearch,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly total: number; readonly rows: readonly FoundRow[] }> {
  const { rows } = await sql<{ total: number; rows: FoundRow[] }>`
    with found as materialized (
      select organisation.id, organisation.name_key, organisation.code from organisation
      where ${sql.join(conditions(search), sql` and `)}),
    counted as (select count(*)::int as total from found),
    shown as (
      select listed.*, row_number() over (order by name_key, code, id) as place, (
        select count(*)::int ${inForce} and appointment.organisation_id = listed.id) as administrators
      from (
        select * from found order by name_key, code, id
        limit ${limit}::int
        offset least(${offset}::int, (select greatest(total - 1, 0) / ${limit}::int * ${limit}::int from counted))) listed)
    select total, coalesce((
      select json_agg(json_build_object(
        'id', organisation.id, 'kind', organisation.kind, 'code', organisation.code, 'name', organisation.name,
        'isClosed', organisation.closed_at is not null,
        'schoolForms', array(select school_form from organisation_school_form form
          where form.organisation_id = organisation.id order by school_form),
        'administrators', shown.administrators,
        'lacksAdministrator', shown.administrators = 0 and organisation.closed_at is null
          and organisation.reporting_method is not null) order by shown.place)
      from shown join organisation on organisation.id = shown.id), '[]') as rows
    from counted`.execute(db)
  return rows[0] ?? { total: 0, rows: [] }
}

const conditions = (search: OrganisationSearch): readonly RawBuilder<SqlBool>[] => [
  hasWords('organisation.words', search.words),
  ...(search.kind === undefined ? [] : [sql<SqlBool>`organisation.kind = ${search.kind}`]),
  ...(search.form === undefined
    ? []
    : [
        sql<SqlBool>`organisation.id in (
          select organisation_id from organisation_school_form where school_form = ${search.form})`,
      ]),
  ...(search.open === 'open' ? [sql<SqlBool>`organisation.closed_at is null`] : []),
  ...(search.open === 'closed' ? [sql<SqlBool>`organisation.closed_at is not null`] : []),
  ...(search.lacksAdministrator ? [lacksAdministrator] : []),
]
