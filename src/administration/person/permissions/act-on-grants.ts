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
import { takeTurn } from '../../../permissions/grants/take-turn.js'
import type { Origin } from '../../../context/origin.js'
import { tellOfAct } from '../../../permissions/changes/tell-of-act.js'

/**
 * One act on some of a person's permissions: all of it is done or, when one of them is refused, none. One mail tells
 * each of those concerned (rule 10: what is lost from today is lost at the services' next request, and they are told).
 */
export type GrantAct =
  | { readonly kind: 'end' }
  /** Holds to the end of that day. */
  | { readonly kind: 'end-on'; readonly day: LocalDate }
  /** Until further notice without a last day. */
  | { readonly kind: 'change'; readonly validFrom?: LocalDate; readonly validTo?: LocalDate }
  | { readonly kind: 'pause'; readonly pause: Pause }
  | { readonly kind: 'resume' }

export interface ActOnGrants {
  readonly accountId: string
  readonly grants: readonly ChosenGrant[]
  readonly act: string
  readonly by: string
  readonly from: Origin
}

export interface ChosenGrant {
  readonly grantId: string
  readonly validFrom: LocalDate
}

export type Acted = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly reason: GrantChangeRefusal }

export async function actOnGrants(trx: Trx, input: ActOnGrants, act: GrantAct): Promise<Acted> {
  await takeTurn(trx, input.accountId)
  const changed: string[] = []
  for (const grant of input.grants) {
    const outcome = await actOnOne(trx, { ...input, grant }, act)
    if (outcome.kind === 'changed') changed.push(outcome.service)
    else if (outcome.kind !== 'unchanged') return { kind: 'refused', reason: outcome.kind }
  }
  if (changed.length === 0) return { kind: 'refused', reason: 'unchanged' }
  if (await isLossFromToday(trx, act)) {
    await tellServicesOfLoss(trx, { accountId: input.accountId, services: changed })
  }
  await tellOfAct(trx, input)
  return { kind: 'done' }
}

type One = { readonly kind: 'changed'; readonly service: string } | { readonly kind: GrantChangeRefusal }

const actOnOne = async (
  trx: Trx,
  input: ActOnGrants & { readonly grant: ChosenGrant },
  act: GrantAct,
): Promise<One> => {
  const { grant, by, from } = input
  const on = { grantId: grant.grantId, by, from, act: input.act }
  switch (act.kind) {
    case 'end': {
      const ended = await endGrant(trx, { ...on, reason: 'ended by the administrator' })
      return ended.kind === 'ended' ? { kind: 'changed', service: ended.service } : { kind: 'changed-meanwhile' }
    }
    case 'end-on':
      return await changeGrant(trx, { ...on, validFrom: grant.validFrom, validTo: act.day })
    case 'change':
      return await changeGrant(trx, {
        ...on,
        validFrom: act.validFrom ?? grant.validFrom,
        ...(act.validTo !== undefined && { validTo: act.validTo }),
      })
    case 'pause':
      return await pauseGrant(trx, { ...on, pause: act.pause })
    case 'resume':
      return await resumeGrant(trx, on)
    default:
      return assertNever(act)
  }
}

const isLossFromToday = async (trx: Trx, act: GrantAct): Promise<boolean> =>
  act.kind === 'end' || (act.kind === 'pause' && act.pause.from <= (await today(trx)))
