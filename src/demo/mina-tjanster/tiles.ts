import { services, type ServiceCode } from '../../../config/services.js'
import type { Permission } from './permission.js'

/** A school or municipality that the person may work for. */
export interface Organisation {
  /** As it stands in an address: `school-10001`. */
  readonly key: string
  readonly kind: 'school' | 'municipality'
  readonly code: string
  readonly name: string
}

export interface Tile {
  readonly service: ServiceCode
  readonly organisation: Organisation
  /** Undefined when there is none, and the tile cannot be opened. */
  readonly permission: Permission | undefined
  /** Where else the person has it. */
  readonly elsewhere: readonly string[]
}

export function organisationsIn(permissions: readonly Permission[]): readonly Organisation[] {
  const byKey = new Map(permissions.map((permission) => [keyOf(permission), permission]))
  return [...byKey].map(([key, { kind, organisation, name }]) => ({ key, kind, code: organisation, name }))
}

/** Every service of the organisation's kind: what the person may not use is shown as well, and cannot be opened. */
export function tilesFor(organisation: Organisation, permissions: readonly Permission[]): readonly Tile[] {
  return servicesOf(organisation.kind).map((service) => {
    const held = permissions.filter((permission) => permission.service === service)
    return {
      service,
      organisation,
      permission: held.find((permission) => keyOf(permission) === organisation.key),
      elsewhere: held.filter((permission) => keyOf(permission) !== organisation.key).map(({ name }) => name),
    }
  })
}

export function servicesOf(kind: 'school' | 'municipality'): readonly ServiceCode[] {
  return Object.keys(services)
    .filter((code) => isService(code))
    .filter((code) => services[code].kind === kind)
}

export function isService(code: string): code is ServiceCode {
  return Object.hasOwn(services, code)
}

const keyOf = ({ kind, organisation }: Permission) => `${kind}-${organisation}`
