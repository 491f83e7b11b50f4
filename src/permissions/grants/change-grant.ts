import type { Origin } from '../../context/origin.js'
import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import { stateOf, termsIn, type GrantTerms, type LocalDate, type Pause } from './grant.js'
import { insertChange } from '../changes/permission-changes.queries.js'
import { insertReplacement, markReplaced, takeGrant, type TakenGrant } from './grants.queries.js'

/**
 * Other days for a grant. The row that was stays as it was, with the end reason "changed", and a new one takes its
 * place (rule 13), so a grant's id names what its reader has seen: whoever acts on one that has been replaced or ended
 * meanwhile is told so, and changes nothing.
 */
export type ChangedGrant =
  | { readonly kind: 'changed'; readonly grantId: string; readonly accountId: string; readonly service: string }
  | { readonly kind: GrantChangeRefusal }

export type GrantChangeRefusal =
  /** Not there, or not theirs to change: they look the same. */
  | 'not-there'
  /** Ended, replaced or run out since the reader saw it. */
  | 'changed-meanwhile'
  | 'to-themselves'
  | 'unchanged'
  | 'ends-before-it-starts'
  /** It holds already, so its first day is history. */
  | 'already-started'
  /** The first or the last day lies before today. */
  | 'in-the-past'
  | 'overlaps'
  /** The pause does not lie within the grant's days. */
  | 'pause-outside'
  | 'no-pause'

interface OnGrant {
  readonly grantId: string
  readonly by: string
  readonly from: Origin
  /** What it is done together with, a uuid: one act is told in one mail. */
  readonly act: string
}

/** Another first day, as long as it has not come, and another last day, or none. */
export async function changeGrant(
  trx: Trx,
  input: OnGrant & { readonly validFrom: LocalDate; readonly validTo?: LocalDate },
): Promise<ChangedGrant> {
  const { validFrom, validTo } = input
  return await replaced(trx, input, 'changed', (old) => {
    if (validTo !== undefined && validTo < validFrom) return 'ends-before-it-starts'
    if (validFrom !== old.validFrom && old.validFrom <= old.today) return 'already-started'
    if (validFrom !== old.validFrom && validFrom < old.today) return 'in-the-past'
    if (validTo !== undefined && validTo < old.today) return 'in-the-past'
    const { pause } = termsIn(old)
    return { validFrom, ...(validTo !== undefined && { validTo }), ...(pause !== undefined && { pause }) }
  })
}

/** The permission rests from a day to a day; a pause that is there already is replaced. */
export async function pauseGrant(trx: Trx, input: OnGrant & { readonly pause: Pause }): Promise<ChangedGrant> {
  const { pause } = input
  return await replaced(trx, input, 'paused', (old) => {
    if (pause.to < pause.from) return 'ends-before-it-starts'
    const began = termsIn(old).pause
    const goesOn = began !== undefined && began.from === pause.from && began.to >= old.today
    if (pause.to < old.today || (pause.from < old.today && !goesOn)) return 'in-the-past'
    return { ...termsIn(old), pause }
  })
}

/** The permission holds from today on; a pause that had not begun is as if it had never been. */
export async function resumeGrant(trx: Trx, input: OnGrant): Promise<ChangedGrant> {
  return await replaced(trx, input, 'resumed', (old) => {
    const { pause, ...terms } = termsIn(old)
    if (pause === undefined || pause.to < old.today) return 'no-pause'
    return pause.from < old.today ? { ...terms, pause: { ...pause, to: old.yesterday } } : terms
  })
}

const replaced = async (
  trx: Trx,
  input: OnGrant,
  kind: 'changed' | 'paused' | 'resumed',
  newTerms: (old: TakenGrant) => GrantTerms | GrantChangeRefusal,
): Promise<ChangedGrant> => {
  const old = await takeGrant(trx, input)
  if (old === undefined) return { kind: 'not-there' }
  if (old.accountId === input.by) return { kind: 'to-themselves' }
  if (old.isEnded || stateOf(termsIn(old), old.today).state === 'expired') return { kind: 'changed-meanwhile' }
  const terms = newTerms(old)
  if (typeof terms === 'string') return { kind: terms }
  if (isSame(termsIn(old), terms)) return { kind: 'unchanged' }
  if (isOutside(terms)) return { kind: 'pause-outside' }
  if (!(await markReplaced(trx, { grantId: old.grantId, by: input.by, terms }))) return { kind: 'overlaps' }
  const { accountId, organisationId, service } = old
  const grantId = await insertReplacement(trx, { replaces: old.grantId, by: input.by, terms })
  await insertChange(trx, { kind, grantId, accountId, organisationId, by: input.by, act: input.act })
  await record(trx, input.from, {
    kind: `permission-${kind}`,
    by: input.by,
    about: accountId,
    organisation: organisationId,
    details: {
      service,
      validFrom: terms.validFrom,
      validTo: terms.validTo ?? null,
      ...(terms.pause !== undefined && {
        pausedFrom: terms.pause.from,
        pausedTo: terms.pause.to,
        reason: terms.pause.reason,
      }),
    },
  })
  return { kind: 'changed', grantId, accountId, service }
}

const isSame = (one: GrantTerms, other: GrantTerms): boolean =>
  one.validFrom === other.validFrom &&
  one.validTo === other.validTo &&
  one.pause?.from === other.pause?.from &&
  one.pause?.to === other.pause?.to &&
  one.pause?.reason === other.pause?.reason

const isOutside = ({ validFrom, validTo, pause }: GrantTerms): boolean =>
  pause !== undefined && (pause.from < validFrom || (validTo !== undefined && pause.to > validTo))
