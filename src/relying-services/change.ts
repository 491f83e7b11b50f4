import { isDeepStrictEqual } from 'node:util'
import { record } from '../audit/record.js'
import type { Trx } from '../database/database.js'
import { seal } from '../context/keys.js'
import type { Origin } from '../context/origin.js'
import type { AppContext } from '../context/app-context.js'
import { needsSecret, type Client, type Registration } from './client.js'
import { faultsIn, type Fault } from './faults.js'
import { clientOf } from './find.js'
import { holdClient, rowOf, updateClient, type SecretChange } from './relying-services.queries.js'
import { newSecret } from './register.js'

/**
 * A change holds at the next request. What a person is asked for and told follows from it at once: permissions are
 * read anew, and an address that is gone is refused. Tokens that were given stay the client's own.
 */
export type ChangedClient =
  /** The secret is there when the client had none before, and is told once. */
  | { readonly kind: 'changed'; readonly secret: string | undefined }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
  /** Somebody else was first; what they made of it is to be looked at. */
  | { readonly kind: 'changed-meanwhile' }
  | { readonly kind: 'not-there' }

export interface ClientChange {
  readonly id: string
  readonly version: number
  readonly registration: Registration
  readonly by?: string
  readonly from: Origin
}

export async function changeClient(trx: Trx, context: AppContext, input: ClientChange): Promise<ChangedClient> {
  const { id, version, registration, by, from } = input
  const row = await holdClient(trx, id)
  if (row === undefined || row.isOwnTool) return { kind: 'not-there' }
  const faults = faultsIn(context, registration)
  if (faults.length > 0) return { kind: 'faulty', faults }
  const changed = differences(clientOf(row), registration)
  if (row.version !== version) return { kind: 'changed-meanwhile' }
  if (changed.length === 0) return { kind: 'unchanged' }
  const secret = needsSecret(registration.authMethod) && !needsSecret(row.authMethod) ? newSecret() : undefined
  const isDone = await updateClient(
    trx,
    { id, version },
    rowOf(registration),
    secretChange(context, registration, secret),
  )
  if (!isDone) return { kind: 'changed-meanwhile' }
  await record(trx, from, { kind: 'client-changed', by, details: { client: id, changed: changed.join(' ') } })
  return { kind: 'changed', secret }
}

const secretChange = (
  context: Pick<AppContext, 'keys'>,
  { authMethod }: Registration,
  secret: string | undefined,
): SecretChange => {
  if (!needsSecret(authMethod)) return { kind: 'removed' }
  if (secret === undefined) return { kind: 'kept' }
  return { kind: 'made', sealed: seal(context.keys, secret), formerWorksForHours: 0 }
}

const parts = [
  'name',
  'homeUri',
  'redirectUris',
  'postLogoutRedirectUris',
  'backchannelLogoutUri',
  'services',
  'authMethod',
  'publicKeys',
  'idTokenSignedResponseAlg',
  'mayRefresh',
  'isFirstParty',
] as const satisfies readonly (keyof Registration)[]

/** Which parts became others; the order of services says nothing. */
const differences = (before: Client, after: Registration): readonly (keyof Registration)[] =>
  parts.filter((part) =>
    part === 'services'
      ? !isDeepStrictEqual(before.services.toSorted(), after.services.toSorted())
      : !isDeepStrictEqual(before[part], after[part]),
  )
