import { record } from '../../audit/record.js'
import type { Db, Trx } from '../../database/database.js'
import type { Origin } from '../../context/origin.js'
import { selectRules, updateRule } from './services.queries.js'
import type { Rule } from './rule.js'

export async function rulesInForce(db: Db): Promise<readonly Rule[]> {
  return await selectRules(db)
}

export type ChangedRules = { readonly kind: 'changed' } | { readonly kind: 'changed-meanwhile' }

/** All of them or, when somebody has changed one already, none: the caller undoes what is not `changed`. */
export async function changeRules(
  trx: Trx,
  input: { readonly rules: readonly Rule[]; readonly by: string; readonly from: Origin },
): Promise<ChangedRules> {
  for (const rule of input.rules) {
    if (!(await updateRule(trx, rule))) return { kind: 'changed-meanwhile' }
    const { school_form: schoolForm, reporting_method: reportingMethod, service, administrator } = rule
    const details = { schoolForm, reportingMethod, service, administrator }
    await record(trx, input.from, { kind: 'administered-by-changed', by: input.by, details })
  }
  return { kind: 'changed' }
}
