import { record } from '../audit/record.js'
import type { Trx } from '../database/database.js'
import { tellServicesOfTheirEnd } from '../login/relying-sessions/relying-sessions.js'
import type { Origin } from '../context/origin.js'
import { turnClient } from './relying-services.queries.js'

/**
 * Off, it is nobody's client: nobody signs in to it, what it was given is gone, and it is told to let go of everybody
 * who is signed in there. On again, it begins anew: nothing from before comes back. Persons stay signed in with us.
 */
export type TurnedClient = { readonly kind: 'turned' } | { readonly kind: 'not-turned' }

export interface Turn {
  readonly id: string
  readonly by?: string
  readonly from: Origin
}

export async function turnOff(trx: Trx, { id, by, from }: Turn): Promise<TurnedClient> {
  if (!(await turnClient(trx, id, 'off'))) return { kind: 'not-turned' }
  const told = await tellServicesOfTheirEnd(trx, id)
  await record(trx, from, { kind: 'client-turned-off', by, details: { client: id, told } })
  return { kind: 'turned' }
}

export async function turnOn(trx: Trx, { id, by, from }: Turn): Promise<TurnedClient> {
  if (!(await turnClient(trx, id, 'on'))) return { kind: 'not-turned' }
  await record(trx, from, { kind: 'client-turned-on', by, details: { client: id } })
  return { kind: 'turned' }
}
