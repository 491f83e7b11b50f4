import { administeredBy, type Administrator } from '../../../config/administered-by.js'
import { services } from '../../../config/services.js'
import { fromWithin } from '../../context/origin.js'
import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import { insertMissingRules, upsertServices } from './services.queries.js'
import type { Rule } from './rule.js'
import { allServices } from './service.js'

/**
 * At every start: the services are as the configuration says, and who administers what is added where the table says
 * nothing. What it says is the officers' to change, and stays. Leaves a trace when that changed anything.
 */
export async function installServices(trx: Trx): Promise<void> {
  const changedServices = await upsertServices(
    trx,
    allServices.map(({ code, kind }) => ({
      code,
      organisation_kind: kind,
      name_sv: services[code].sv,
      name_en: services[code].en,
    })),
  )
  const changedRules = await insertMissingRules(trx, rules)
  if (changedServices + changedRules === 0) return
  await record(trx, fromWithin('start'), {
    kind: 'services-installed',
    details: { services: changedServices, rules: changedRules },
  })
}

const told: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Administrator>>>>>> = administeredBy

const rules: readonly Rule[] = Object.entries(told).flatMap(([schoolForm, byMethod]) =>
  Object.entries(byMethod).flatMap(([method, byService]) =>
    Object.entries(byService).map(([service, administrator]) => ({
      school_form: schoolForm,
      reporting_method: method,
      service,
      administrator,
    })),
  ),
)
