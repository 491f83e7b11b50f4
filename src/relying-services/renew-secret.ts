import { record } from '../audit/record.js'
import type { Trx } from '../database/database.js'
import { seal } from '../context/keys.js'
import type { Origin } from '../context/origin.js'
import type { AppContext } from '../context/app-context.js'
import { needsSecret } from './client.js'
import { holdClient, updateClient } from './relying-services.queries.js'
import { newSecret } from './register.js'

/**
 * A new secret, told once. The former one stops at once when it may have been seen by somebody, or works beside the new
 * one for a day, so that the service can be given the new one without a moment in which nobody gets in.
 */
export const formerWorksForHours = [0, 24] as const
export type FormerWorksForHours = (typeof formerWorksForHours)[number]

export type RenewedSecret =
  | { readonly kind: 'renewed'; readonly secret: string }
  /** It proves who it is otherwise, or not at all. */
  | { readonly kind: 'has-none' }
  | { readonly kind: 'changed-meanwhile' }
  | { readonly kind: 'not-there' }

export interface SecretRenewal {
  readonly id: string
  readonly version: number
  readonly formerWorksForHours: FormerWorksForHours
  readonly by?: string
  readonly from: Origin
}

export async function renewSecret(trx: Trx, context: AppContext, input: SecretRenewal): Promise<RenewedSecret> {
  const { id, version, by, from, formerWorksForHours: hours } = input
  const row = await holdClient(trx, id)
  if (row === undefined || row.isOwnTool) return { kind: 'not-there' }
  if (!needsSecret(row.authMethod)) return { kind: 'has-none' }
  const secret = newSecret()
  const made = { kind: 'made', sealed: seal(context.keys, secret), formerWorksForHours: hours } as const
  if (!(await updateClient(trx, { id, version }, {}, made))) return { kind: 'changed-meanwhile' }
  const details = { client: id, 'former works for hours': hours }
  await record(trx, from, { kind: 'client-secret-renewed', by, details })
  return { kind: 'renewed', secret }
}
