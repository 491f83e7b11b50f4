import { sql, type Insertable, type SqlBool } from 'kysely'
import type { Trx } from '../../database/database.js'
import type { ServiceTable } from '../../database/schema.js'
import type { Rule } from './install-services.js'

/** How many were added or renamed. A service is never removed: grants of old tell of it. */
export async function upsertServices(trx: Trx, services: readonly Insertable<ServiceTable>[]): Promise<number> {
  const changed = await trx
    .insertInto('service')
    .values([...services])
    .onConflict((conflict) =>
      conflict
        .column('code')
        .doUpdateSet({ name_sv: sql`excluded.name_sv`, name_en: sql`excluded.name_en` })
        .where(sql<SqlBool>`(service.name_sv, service.name_en) is distinct from (excluded.name_sv, excluded.name_en)`),
    )
    .returning('code')
    .execute()
  return changed.length
}

/** Makes the table hold exactly these rules; how many it did not hold before, or held and holds no more. */
export async function replaceAdministeredBy(trx: Trx, rules: readonly Rule[]): Promise<number> {
  const column = (name: keyof Rule) => sql`${rules.map((rule) => rule[name])}::text[]`
  const { rows } = await sql<{ code: number }>`
    with told as (
      select * from unnest(${column('school_form')}, ${column('reporting_method')}, ${column('service')},
        ${column('administrator')}) as t (school_form, reporting_method, service, administrator)
    ), dropped as (
      delete from administered_by old
      where not exists (
        select from told
        where (told.school_form, told.reporting_method, told.service)
          = (old.school_form, old.reporting_method, old.service))
      returning 1
    ), changed as (
      insert into administered_by (school_form, reporting_method, service, administrator)
      select * from told
      on conflict (school_form, reporting_method, service) do update set administrator = excluded.administrator
      where administered_by.administrator <> excluded.administrator
      returning 1
    )
    select 1 as code from dropped union all select 1 from changed`.execute(trx)
  return rows.length
}
