import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import { enqueueMail } from '../../delivery/enqueue-mail.js'
import { administratorsOf } from '../../organisations/administrators-of.js'
import type { Origin } from '../../context/origin.js'
import { takeTurn } from '../grants/take-turn.js'
import { insertRequest, isAskedFor, selectOffered } from './permission-requests.queries.js'
import type { AskForPermission } from './permission-requests.queries.js'

export type { AskForPermission } from './permission-requests.queries.js'

export type AskedForPermission = { readonly kind: 'asked'; readonly requestId: string } | { readonly kind: WhyNotAsked }

export type WhyNotAsked =
  | 'not-offered'
  /** Rule 1: an officer gives it there, and no administrator can answer. */
  | 'agency-gives-it'
  /** Without a last day: what ends one day can be asked for again. */
  | 'held-already'
  | 'asked-already'
  | 'too-many'

/** Asks, and tells whoever administers the organisation today. */
export async function askForPermission(
  trx: Trx,
  { from, ...input }: AskForPermission & { readonly from: Origin },
): Promise<AskedForPermission> {
  const { accountId, organisationId, service } = input
  const offered = await selectOffered(trx, input)
  const asked = offered.find(({ code }) => code === service)
  if (asked === undefined) return { kind: 'not-offered' }
  if (!asked.isLocal) return { kind: 'agency-gives-it' }
  if (asked.isHeld) return { kind: 'held-already' }
  await takeTurn(trx, accountId)
  if (await isAskedFor(trx, input)) return { kind: 'asked-already' }
  const id = await insertRequest(trx, input)
  if (id === undefined) return { kind: 'too-many' }
  for (const administrator of await administratorsOf(trx, organisationId)) {
    if (administrator.accountId !== accountId) {
      await enqueueMail(trx, { kind: 'permission-asked-for', id, accountId: administrator.accountId })
    }
  }
  await record(trx, from, {
    kind: 'permission-asked-for',
    by: accountId,
    about: accountId,
    organisation: organisationId,
    details: { request: id, service },
  })
  return { kind: 'asked', requestId: id }
}
