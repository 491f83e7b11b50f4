import { record } from '../audit/record.js'
import type { Trx } from '../database/database.js'
import { seal } from '../context/keys.js'
import type { Origin } from '../context/origin.js'
import type { AppContext } from '../context/app-context.js'
import { isClientId, needsSecret, type Registration } from './client.js'
import { faultsIn, type Fault } from './faults.js'
import { ownToolsId } from './own-tools.js'
import { rowOf, upsertClient } from './relying-services.queries.js'

/** A relying service that comes with the system, as the demo's does, and knows its secret beforehand. */
export interface InstalledClient extends Partial<Registration> {
  readonly id: string
  readonly name: Registration['name']
  readonly homeUri: string
  readonly authMethod: Registration['authMethod']
  readonly redirectUris: readonly string[]
  readonly services: readonly string[]
  /** At least 32 characters, so that no guessing is worth while. */
  readonly secret?: string
  readonly from: Origin
}

export type Installed =
  | { readonly kind: 'registered' }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
  | { readonly kind: 'refused-credentials' }
  /** The name is our own tools', or no name. */
  | { readonly kind: 'refused-name' }

/** Makes the register say so, whatever it said before. */
export async function installClient(trx: Trx, context: AppContext, client: InstalledClient): Promise<Installed> {
  const { id, secret, from } = client
  if (id === ownToolsId || !isClientId(id)) return { kind: 'refused-name' }
  const registration = { ...unlessSaid, ...client }
  const faults = faultsIn(context, registration)
  if (faults.length > 0) return { kind: 'faulty', faults }
  if (needsSecret(client.authMethod) ? (secret ?? '').length < 32 : secret !== undefined)
    return { kind: 'refused-credentials' }
  const sealed = secret === undefined ? null : seal(context.keys, secret)
  await upsertClient(trx, { id, ...rowOf(registration), sealed_secret: sealed })
  await record(trx, from, { kind: 'client-registered', details: { client: id } })
  return { kind: 'registered' }
}

const unlessSaid = {
  postLogoutRedirectUris: [],
  backchannelLogoutUri: undefined,
  publicKeys: undefined,
  idTokenSignedResponseAlg: 'ES256',
  mayRefresh: false,
  isFirstParty: true,
} as const satisfies Partial<Registration>
