import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../../database/database.js'

const today = sql<string>`(select portvakt_today())`

export interface ServiceRow {
  readonly code: string
  readonly sv: string
  readonly en: string
  /** Any of its forms says that the school's own administrator gives it. */
  readonly isLocal: boolean
}

/** What can be reported for the organisation, and who gives it. */
export async function selectServices(db: Db, organisationId: string): Promise<readonly ServiceRow[]> {
  const { rows } = await sql<ServiceRow>`
    select service.code, service.name_sv as sv, service.name_en as en,
      exists (
        select from organisation_school_form form
        join administered_by rule on rule.school_form = form.school_form and rule.service = service.code
          and rule.reporting_method = organisation.reporting_method and rule.administrator = 'local'
        where form.organisation_id = organisation.id) as "isLocal"
    from organisation
    join service on service.organisation_kind = organisation.kind
    where organisation.id = ${organisationId}
    order by service.name_sv`.execute(db)
  return rows
}

export interface AppointmentRow {
  readonly id: string
  readonly accountId: string
  /** Null when the person's identity is protected. */
  readonly name: string | null
  readonly validFrom: string
  readonly validTo: string | null
  readonly hasBegun: boolean
}

/** Those that hold today or later, by name. */
export async function selectAppointments(db: Db, organisationId: string): Promise<readonly AppointmentRow[]> {
  const { rows } = await sql<AppointmentRow>`
    select appointment.id, appointment.account_id as "accountId",
      case when not person.has_protected_identity then concat_ws(' ', person.given_name, person.family_name) end as name,
      appointment.valid_from as "validFrom", appointment.valid_to as "validTo",
      appointment.valid_from <= ${today} as "hasBegun"
    from appointment
    join account on account.id = appointment.account_id and account.ended_at is null
    join person on person.id = account.person_id
    where appointment.organisation_id = ${organisationId} and appointment.ended_at is null
      and coalesce(appointment.valid_to, 'infinity') >= ${today}
    order by coalesce(person.family_name, person.given_name) collate "sv-x-icu",
      person.given_name collate "sv-x-icu" nulls first, appointment.id`.execute(db)
  return rows
}

export interface EventRow {
  readonly seq: string
  readonly at: Date
  readonly kind: string
  readonly result: 'done' | 'refused'
  readonly sv: string | null
  readonly en: string | null
  readonly details: Readonly<Record<string, unknown>>
  readonly actor: WhoRow
  readonly about: WhoRow
}

export interface WhoRow {
  readonly id: string | null
  /** Null when the person's identity is protected. */
  readonly name: string | null
}

/** What was done at the organisation, the latest first. The names are today's. */
export async function selectEvents(
  db: Db,
  input: { readonly organisationId: string; readonly before: string | undefined; readonly limit: number },
): Promise<readonly EventRow[]> {
  const { rows } = await sql<EventRow>`
    select event.seq::text as seq, event.at, event.kind, event.result, event.details,
      service.name_sv as sv, service.name_en as en,
      ${who(sql`event.actor_id`)} as actor, ${who(sql`event.about_id`)} as about
    from audit_event event
    left join service on service.code = event.details ->> 'service'
    where event.organisation_id = ${input.organisationId}::uuid
      and event.seq < coalesce(${input.before ?? null}::bigint, 9223372036854775807)
    order by event.seq desc
    limit ${input.limit}`.execute(db)
  return rows
}

const who = (id: RawBuilder<unknown>) => sql`(
  select jsonb_build_object('id', account.id,
    'name', case when not person.has_protected_identity then concat_ws(' ', person.given_name, person.family_name) end)
  from (select ${id} as id) sought
  left join account on account.id = sought.id
  left join person on person.id = account.person_id)`
