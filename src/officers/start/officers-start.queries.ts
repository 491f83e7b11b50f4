import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../database/database.js'
import { holdsToday, lacksAdministrator } from '../organisations/list/organisation-list.queries.js'

export interface Tasks {
  readonly letters: number
  readonly assurances: number
  readonly endingRequests: number
  readonly withoutAdministrator: number
  readonly endingSoon: number
  /** One when the last walk along the log found that something is changed or missing. */
  readonly brokenChain: number
}

const endsWithin = (days: number): RawBuilder<unknown> => sql`${holdsToday}
  and appointment.valid_to <= (select portvakt_today()) + ${days}::int
  and not exists (select from appointment later
    where later.account_id = appointment.account_id and later.organisation_id = appointment.organisation_id
      and later.ended_at is null and later.valid_from > appointment.valid_from)`

/** What waits for an officer, in numbers. */
export async function countTasks(db: Db, days: number): Promise<Tasks> {
  const { rows } = await sql<Tasks>`
    select
      (select count(*)::int from username_letter letter
        join account on account.id = letter.account_id and account.ended_at is null
        where letter.posted_at is null) as letters,
      (select count(*)::int from assurance where decision is null) as assurances,
      (select count(*)::int from ending_request request
        join account on account.id = request.account_id and account.ended_at is null
        where request.decision is null) as "endingRequests",
      (select count(*)::int from organisation where ${lacksAdministrator}) as "withoutAdministrator",
      (select count(*)::int from appointment
        join account on account.id = appointment.account_id and account.ended_at is null
        where ${endsWithin(days)}) as "endingSoon",
      (select count(*)::int from (
        select broken_at from audit_verification where finished_at is not null order by finished_at desc limit 1) last
        where broken_at is not null) as "brokenChain"`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('A count gave no row.')
  return row
}

interface EndingSoon {
  readonly id: string
  readonly organisationId: string
  readonly name: string | null
  readonly organisation: string
  readonly code: string
  readonly lastDay: string
}

/** Whose appointment ends within so many days and is followed by no other, the nearest first. */
export async function selectEndingSoon(db: Db, { days, atMost }: { readonly days: number; readonly atMost: number }) {
  const { rows } = await sql<EndingSoon>`
    select appointment.id, organisation.id as "organisationId",
      case when not person.has_protected_identity then concat_ws(' ', person.given_name, person.family_name) end as name,
      organisation.name as organisation, organisation.code, appointment.valid_to as "lastDay"
    from appointment
    join account on account.id = appointment.account_id and account.ended_at is null
    join person on person.id = account.person_id
    join organisation on organisation.id = appointment.organisation_id
    where ${endsWithin(days)}
    order by appointment.valid_to, organisation.name, appointment.id limit ${atMost}`.execute(db)
  return rows
}

/** Schools and municipalities that report and that nobody administers today, by name. */
export async function selectWithoutAdministrator(db: Db, atMost: number) {
  const { rows } = await sql<{ id: string; name: string; code: string }>`
    select id, name, code from organisation where ${lacksAdministrator}
    order by name collate "sv-x-icu", code limit ${atMost}`.execute(db)
  return rows
}

export const countedKinds = ['signed-in', 'sign-in-locked', 'one-time-password-ordered'] as const
export type CountedKind = (typeof countedKinds)[number]

/** How many of each kind, every day of the last so many: those without any are nought. The oldest day first. */
export async function selectEventDays(db: Db, days: number) {
  const { rows } = await sql<{ day: string; kind: CountedKind; count: number }>`
    select one::date::text as day, kind.kind, coalesce(event_day.events, 0) as count
    from generate_series(portvakt_today() - ${days}::int + 1, portvakt_today(), interval '1 day') one
    cross join unnest(${[...countedKinds]}::text[]) as kind (kind)
    left join event_day on event_day.kind = kind.kind and event_day.day = one::date
    order by one`.execute(db)
  return rows
}

/** How many held each service, every day that was counted; today as it is now when it was not yet. */
export async function selectPermissionDays(db: Db, days: number) {
  const { rows } = await sql<{ service: string; sv: string; en: string; day: string; count: number }>`
    with today as materialized (select portvakt_today() as day),
    uncounted as (
      select held.service, count(*)::int as holders from "grant" held, today
      where not exists (select from permission_day where day = (select day from today)) and held.ended_at is null
        and held.valid_from <= today.day and coalesce(held.valid_to, 'infinity') >= today.day
        and (today.day between held.paused_from and held.paused_to) is not true
      group by held.service)
    select service.code as service, service.name_sv as sv, service.name_en as en, one::date::text as day,
      coalesce(counted.holders, case when one::date = today.day then uncounted.holders end, 0) as count
    from service
    cross join today
    cross join lateral generate_series(today.day - ${days}::int + 1, today.day, interval '1 day') one
    left join permission_day counted on counted.service = service.code and counted.day = one::date
    left join uncounted on uncounted.service = service.code
    order by service.organisation_kind desc, service.name_sv, one`.execute(db)
  return rows
}
