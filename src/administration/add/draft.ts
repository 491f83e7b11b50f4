import type { TypedPerson } from './typed-person.js'
import type { LocalDate } from '../../permissions/grants/grant.js'

export interface WishedGrant {
  readonly service: string
  readonly validFrom: LocalDate
  /** The last day; without it, until further notice. */
  readonly validTo?: LocalDate
}

/**
 * What an administrator has typed so far when they add somebody, step by step. Each step is a page of its own, and what
 * was typed lies in a row that only they can open, so that nothing about a person stands in an address, and going back
 * loses nothing. Nothing rests on it: all of it is judged again when it is saved.
 */
export interface Draft {
  readonly id: string
  readonly organisationId: string
  readonly number: string | undefined
  /** Whose number it is, if anybody's; read anew each time. */
  readonly known: { readonly accountId: string; readonly isEnded: boolean } | undefined
  readonly person: TypedPerson | undefined
  readonly services: readonly WishedGrant[]
  /** It has been saved: nothing that was typed is left, and it cannot be saved again. */
  readonly added: { readonly accountId: string; readonly isNew: boolean } | undefined
}

export type Step = 'number' | 'person' | 'services' | 'summary'

/** The first page whose questions have no answers yet. A known person is asked nothing about themselves. */
export function nextStep({ number, known, person, services }: Draft): Step {
  if (number === undefined) return 'number'
  if (known === undefined && person === undefined) return 'person'
  return services.length === 0 ? 'services' : 'summary'
}

/** The services as the row keeps them, by code. */
export function readServices(stored: Readonly<Record<string, unknown>> | null): readonly WishedGrant[] {
  return Object.entries(stored ?? {}).flatMap(([service, days]) => {
    const [validFrom, validTo] = Array.isArray(days) ? days : []
    if (typeof validFrom !== 'string') return []
    return [{ service, validFrom, ...(typeof validTo === 'string' && { validTo }) }]
  })
}

export function writeServices(services: readonly WishedGrant[]): string {
  return JSON.stringify(
    Object.fromEntries(services.map(({ service, validFrom, validTo }) => [service, [validFrom, validTo ?? null]])),
  )
}
