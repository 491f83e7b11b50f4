import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import { insertChange } from '../changes/permission-changes.queries.js'
import { describeRefusedGrant, insertGrant, lockGrants } from './grants.queries.js'
import type { NewGrant } from './grants.queries.js'

export type { NewGrant } from './grants.queries.js'

export type GrantedPermission = { readonly kind: 'granted'; readonly grantId: string } | { readonly kind: GrantRefusal }

export type GrantRefusal =
  | 'to-themselves'
  | 'ends-before-it-starts'
  | 'no-such-organisation'
  | 'no-such-account'
  | 'not-offered'
  | 'not-theirs'
  | 'overlaps'

/** Grants, if the one who does may: nobody to themselves, an administrator what is local where appointed, an officer what is the agency's. */
export async function grantPermission(trx: Trx, input: NewGrant): Promise<GrantedPermission> {
  await lockGrants(trx, input.accountId)
  const granted = isRefusedUnseen(input) ? undefined : await insertGrant(trx, input)
  const outcome: GrantedPermission =
    granted === undefined ? { kind: await whyRefused(trx, input) } : { kind: 'granted', grantId: granted.id }
  if (outcome.kind === 'no-such-organisation') return outcome
  if (granted !== undefined) {
    const { accountId, organisationId, by, act } = input
    await insertChange(trx, { kind: 'granted', grantId: granted.id, accountId, organisationId, by, act })
  }
  await record(trx, input.from, {
    kind: 'permission-granted',
    result: outcome.kind === 'granted' ? 'done' : 'refused',
    by: input.by,
    about: input.accountId,
    organisation: input.organisationId,
    details: {
      service: input.service,
      validFrom: input.validFrom,
      validTo: input.validTo ?? null,
      ...(outcome.kind !== 'granted' && { reason: outcome.kind }),
    },
  })
  return outcome
}

const isOwn = (input: NewGrant) => input.by === input.accountId
const isBackwards = (input: NewGrant) => input.validTo !== undefined && input.validTo < input.validFrom
const isRefusedUnseen = (input: NewGrant) => isOwn(input) || isBackwards(input)

const whyRefused = async (trx: Trx, input: NewGrant): Promise<GrantRefusal> => {
  if (isOwn(input)) return 'to-themselves'
  if (isBackwards(input)) return 'ends-before-it-starts'
  const found = await describeRefusedGrant(trx, input)
  if (!found.isOpen) return 'no-such-organisation'
  if (!found.isOffered) return 'not-offered'
  if (!found.isAllowed) return 'not-theirs'
  if (!found.hasAccount) return 'no-such-account'
  return 'overlaps'
}
