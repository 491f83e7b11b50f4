import { randomBytes } from 'node:crypto'
import { record } from '../audit/record.js'
import type { Trx } from '../database/database.js'
import { seal } from '../context/keys.js'
import type { Origin } from '../context/origin.js'
import type { AppContext } from '../context/app-context.js'
import { isClientId, needsSecret, type Registration } from './client.js'
import { faultsIn, type Fault } from './faults.js'
import { insertClient, rowOf } from './relying-services.queries.js'

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

export async function registerClient(trx: Trx, context: AppContext, input: NewClient): Promise<RegisteredClient> {
  const { id, registration, by, from } = input
  if (!isClientId(id)) return { kind: 'no-id' }
  const faults = faultsIn(context, registration)
  if (faults.length > 0) return { kind: 'faulty', faults }
  const secret = needsSecret(registration.authMethod) ? newSecret() : undefined
  const sealed = secret === undefined ? null : seal(context.keys, secret)
  if (!(await insertClient(trx, { id, ...rowOf(registration), sealed_secret: sealed }))) return { kind: 'taken' }
  await record(trx, from, { kind: 'client-registered', by, details: { client: id } })
  return { kind: 'registered', secret }
}

/** 256 bits, in letters that every program can send in a header or a form. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}
