import type { ReportingMethod, SchoolForm } from './school-forms.js'
import type { ServiceFor } from './services.js'

/** The school's own administrator, or an officer of the agency. */
export type Administrator = 'local' | 'agency'

type Schools = Exclude<SchoolForm, 'kommun'>
type Told<Kind extends 'school' | 'municipality'> = Readonly<
  Record<ReportingMethod, Readonly<Record<ServiceFor<Kind>, Administrator>>>
>

const local = { studietider: 'local', studeranderapportering: 'local' } as const
const agency = { studietider: 'agency', studeranderapportering: 'agency' } as const

/**
 * Who administers what (product.md, rule 1): for every school form, reporting method and service, `local` or `agency`.
 * A school with several forms is administered locally where any of its forms says so. What reports by file does so
 * through its own system, so the agency keeps the few people who may send such files.
 */
export const administeredBy = {
  yrkeshogskola: { web: local, file: local },
  'nationell-yrkesutbildning': { web: local, file: local },
  folkhogskola: { web: local, file: local },
  komvux: { web: local, file: { studietider: 'local', studeranderapportering: 'agency' } },
  gymnasieskola: { web: { studietider: 'local', studeranderapportering: 'agency' }, file: agency },
  hogskola: { web: agency, file: agency },
  'konst-och-kultur': { web: { studietider: 'local', studeranderapportering: 'agency' }, file: agency },
  kommun: {
    web: { 'studiestartsstod-ansoka': 'local', 'studiestartsstod-budget': 'local' },
    file: { 'studiestartsstod-ansoka': 'agency', 'studiestartsstod-budget': 'local' },
  },
} as const satisfies Readonly<Record<Schools, Told<'school'>>> & { readonly kommun: Told<'municipality'> }
