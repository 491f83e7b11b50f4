import { sql, type Insertable, type SqlBool } from 'kysely'
import type { Db, Trx } from '../../database/database.js'
import type { ServiceTable } from '../../database/schema.js'
import type { Rule } from './rule.js'

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

/** Adds the rules of what the table knows nothing about; what officers have decided stays. How many were added. */
export async function insertMissingRules(trx: Trx, rules: readonly Rule[]): Promise<number> {
  const added = await trx
    .insertInto('administered_by')
    .values([...rules])
    .onConflict((conflict) => conflict.columns(['school_form', 'reporting_method', 'service']).doNothing())
    .returning('service')
    .execute()
  return added.length
}

/** True of one of those who change it from what it was to the other. */
export async function updateRule(trx: Trx, rule: Rule): Promise<boolean> {
  const updated = await trx
    .updateTable('administered_by')
    .set({ administrator: rule.administrator })
    .where('school_form', '=', rule.school_form)
    .where('reporting_method', '=', rule.reporting_method)
    .where('service', '=', rule.service)
    .where('administrator', '<>', rule.administrator)
    .returning('service')
    .executeTakeFirst()
  return updated !== undefined
}

export async function selectRules(db: Db): Promise<readonly Rule[]> {
  return await db
    .selectFrom('administered_by')
    .select(['school_form', 'reporting_method', 'service', 'administrator'])
    .orderBy('school_form')
    .orderBy('reporting_method', 'desc')
    .orderBy('service')
    .execute()
}
