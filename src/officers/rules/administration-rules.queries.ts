import { sql } from 'kysely'
import type { Db } from '../../database/database.js'
import type { Rule } from '../../permissions/configured/rule.js'

export interface Effect {
  readonly service: string
  readonly sv: string
  readonly en: string
  readonly isLocalAfter: boolean
  readonly organisations: number
  readonly administrators: number
  readonly grants: number
}

/** For which organisations the changes would decide otherwise than now, and what there is at those today. */
export async function selectEffects(db: Db, rules: readonly Rule[]): Promise<readonly Effect[]> {
  const column = (name: keyof Rule) => sql`${rules.map((rule) => rule[name])}::text[]`
  const { rows } = await sql<Effect>`
    with changed as (
      select * from unnest(${column('school_form')}, ${column('reporting_method')}, ${column('service')},
        ${column('administrator')}) as t (school_form, reporting_method, service, administrator)),
    decided as (
      select organisation.id, rule.service, bool_or(rule.administrator = 'local') as before,
        bool_or(coalesce(changed.administrator, rule.administrator) = 'local') as after
      from organisation
      join organisation_school_form form on form.organisation_id = organisation.id
      join administered_by rule on rule.school_form = form.school_form
        and rule.reporting_method = organisation.reporting_method
      left join changed on changed.school_form = rule.school_form
        and changed.reporting_method = rule.reporting_method and changed.service = rule.service
      where organisation.closed_at is null
      group by organisation.id, rule.service),
    otherwise as materialized (select * from decided where before <> after)
    select service.code as service, service.name_sv as sv, service.name_en as en, otherwise.after as "isLocalAfter",
      count(*)::int as organisations,
      (select count(distinct appointment.account_id)::int from appointment
        join account on account.id = appointment.account_id and account.ended_at is null
        where appointment.ended_at is null
          and portvakt_today() between appointment.valid_from and coalesce(appointment.valid_to, 'infinity')
          and appointment.organisation_id in (
            select id from otherwise o where o.service = service.code and o.after = otherwise.after)) as administrators,
      (select count(*)::int from "grant" held
        where held.ended_at is null and coalesce(held.valid_to, 'infinity') >= portvakt_today()
          and held.service = service.code and held.organisation_id in (
            select id from otherwise o where o.service = service.code and o.after = otherwise.after)) as grants
    from otherwise join service on service.code = otherwise.service
    group by service.code, service.name_sv, service.name_en, otherwise.after
    order by service.name_sv, otherwise.after`.execute(db)
  return rows
}
