import { randomBytes } from 'node:crypto'
import { record } from '../audit/record.js'
import type { Trx } from '../database/database.js'
import { seal } from '../world/keys.js'
import type { Origin } from '../world/origin.js'
import type { World } from '../world/world.js'
import { isClientId, needsSecret, type Registration } from './client.js'
import { faultsIn, type Fault } from './faults.js'
import { insertClient, rowOf } from './queries.js'

export type RegisteredClient =
  /** The secret is told here once; the database has it sealed, and the record has none. */
  | { readonly kind: 'registered'; readonly secret: string | undefined }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
  | { readonly kind: 'no-id' }
  | { readonly kind: 'taken' }

export interface NewClient {
  readonly id: string
  readonly registration: Registration
  readonly by?: string
  readonly from: Origin
}

export async function registerClient(trx: Trx, world: World, input: NewClient): Promise<RegisteredClient> {
  const { id, registration, by, from } = input
  if (!isClientId(id)) return { kind: 'no-id' }
  const faults = faultsIn(world, registration)
  if (faults.length > 0) return { kind: 'faulty', faults }
  const secret = needsSecret(registration.authMethod) ? newSecret() : undefined
  const sealed = secret === undefined ? null : seal(world.keys, secret)
  if (!(await insertClient(trx, { id, ...rowOf(registration), sealed_secret: sealed }))) return { kind: 'taken' }
  await record(trx, from, { kind: 'client-registered', by, details: { client: id } })
  return { kind: 'registered', secret }
}

/** 256 bits, in letters that every program can send in a header or a form. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}
