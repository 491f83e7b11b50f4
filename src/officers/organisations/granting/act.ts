import type { Trx } from '../../../database/database.js'
import { today } from '../../../database/today.js'
import { tellServicesOfLoss } from '../../../login/relying-sessions/relying-sessions.js'
import { assertNever } from '../../../assert-never.js'
import {
  changeGrant,
  pauseGrant,
  resumeGrant,
  type GrantChangeRefusal,
} from '../../../permissions/grants/change-grant.js'
import { endGrant } from '../../../permissions/grants/end-grant.js'
import type { LocalDate, Pause } from '../../../permissions/grants/grant.js'
import { tellOfAct } from '../../../permissions/changes/tell-of-act.js'
import type { Origin } from '../../../context/origin.js'

/** What an officer does to one permission for a service that the agency keeps. */
export type AgencyAct =
  | { readonly kind: 'days'; readonly validFrom: LocalDate; readonly validTo?: LocalDate }
  | { readonly kind: 'pause'; readonly pause: Pause }
  | { readonly kind: 'resume' }
  | { readonly kind: 'end' }

export type ActedForAgency = { readonly kind: 'done' } | { readonly kind: GrantChangeRefusal }

export interface Acting {
  readonly grantId: string
  readonly accountId: string
  readonly service: string
  readonly act: string
  readonly by: string
  readonly from: Origin
}

/** By the use cases of administrators; what is lost from today is lost at the services' next request (rule 10). */
export async function actForAgency(trx: Trx, on: Acting, act: AgencyAct): Promise<ActedForAgency> {
  const outcome = await acted(trx, on, act)
  if (outcome !== 'done') return { kind: outcome }
  const isLoss = act.kind === 'end' || (act.kind === 'pause' && act.pause.from <= (await today(trx)))
  if (isLoss) await tellServicesOfLoss(trx, { accountId: on.accountId, services: [on.service] })
  await tellOfAct(trx, on)
  return { kind: 'done' }
}

const acted = async (trx: Trx, on: Acting, act: AgencyAct): Promise<'done' | GrantChangeRefusal> => {
  switch (act.kind) {
    case 'days': {
      const { validFrom, validTo } = act
      return done(await changeGrant(trx, { ...on, validFrom, ...(validTo !== undefined && { validTo }) }))
    }
    case 'pause':
      return done(await pauseGrant(trx, { ...on, pause: act.pause }))
    case 'resume':
      return done(await resumeGrant(trx, on))
    case 'end': {
      const ended = await endGrant(trx, { ...on, reason: 'ended by an officer' })
      return ended.kind === 'ended' ? 'done' : 'changed-meanwhile'
    }
    default:
      return assertNever(act)
  }
}

const done = ({ kind }: { readonly kind: 'changed' | GrantChangeRefusal }) => (kind === 'changed' ? 'done' : kind)
