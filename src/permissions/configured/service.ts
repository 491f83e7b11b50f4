import { services, type ServiceCode } from '../../../config/services.js'

/** What can be reported; each belongs to one kind of organisation. */
export interface Service {
  readonly code: ServiceCode
  readonly kind: 'school' | 'municipality'
}

export function isServiceCode(text: string): text is ServiceCode {
  return Object.hasOwn(services, text)
}

export const allServices: readonly Service[] = Object.keys(services)
  .filter(isServiceCode)
  .map((code) => ({ code, kind: services[code].kind }))
