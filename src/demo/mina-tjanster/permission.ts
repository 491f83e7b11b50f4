import { services, type ServiceCode } from '../../../config/services.js'

/** One member of the claim `permissions`, as Portvakt gives it. */
export interface Permission {
  readonly organisation: string
  readonly kind: 'school' | 'municipality'
  readonly name: string
  readonly service: ServiceCode
  readonly valid_from: string
  readonly valid_to: string | null
}

/** Those that this service understands; what is no permission gives none. */
export function permissionsIn(claim: unknown): readonly Permission[] {
  return Array.isArray(claim) ? claim.filter(isPermission) : []
}

const isPermission = (member: unknown): member is Permission => {
  if (typeof member !== 'object' || member === null) return false
  const { organisation, kind, name, service, valid_from: from, valid_to: to } = member as Record<string, unknown>
  return (
    [organisation, name, from].every((text) => typeof text === 'string') &&
    (kind === 'school' || kind === 'municipality') &&
    (to === null || typeof to === 'string') &&
    typeof service === 'string' &&
    Object.hasOwn(services, service)
  )
}
