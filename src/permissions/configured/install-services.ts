import { administeredBy, type Administrator } from '../../../config/administered-by.js'
import { services } from '../../../config/services.js'
import { fromWithin } from '../../world/origin.js'
import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import { replaceAdministeredBy, upsertServices } from './queries.js'
import { allServices } from './service.js'

/** Makes the tables say what the configuration says, at every start. Leaves a trace when that changed anything. */
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
  const changedRules = await replaceAdministeredBy(trx, rules)
  if (changedServices + changedRules === 0) return
  await record(trx, fromWithin('start'), {
    kind: 'services-installed',
    details: { services: changedServices, rules: changedRules },
  })
}

export interface Rule {
  readonly school_form: string
  readonly reporting_method: string
  readonly service: string
  readonly administrator: Administrator
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
