import { isBlank } from '../../../values/characters.js'
import { pauseReasons } from '../../../permissions/grants/grant.js'
import type { Text } from '../../../text/text.js'
import { readDayOfThisCentury as readDay } from '../../../values/day.js'
import type { GrantAct } from './act-on-grants.js'

/** What was typed about an act, as the act or as what is wrong with it. */
export type ReadAct =
  | { readonly kind: 'read'; readonly act: GrantAct }
  | { readonly kind: 'wrong'; readonly errors: readonly Wrong[] }

export interface Wrong {
  readonly field: string
  readonly message: string
}

export function readEnding(text: Text, typed: { readonly when: string; readonly day: string }): ReadAct {
  const { wrong } = text.administration.personActions
  if (typed.when === 'now') return { kind: 'read', act: { kind: 'end' } }
  if (typed.when !== 'day') return { kind: 'wrong', errors: [{ field: 'when', message: wrong.when }] }
  const day = readDay(typed.day)
  if (day === undefined) return { kind: 'wrong', errors: [wrongDay(text, 'day')] }
  return { kind: 'read', act: { kind: 'end-on', day } }
}

/** The first day is asked for only where it can be changed. */
export function readDays(
  text: Text,
  typed: { readonly from: string; readonly to: string },
  { asksFrom }: { readonly asksFrom: boolean },
): ReadAct {
  const [from, to] = [readDay(typed.from), readDay(typed.to)]
  const errors = [
    ...(asksFrom && from === undefined ? [wrongDay(text, 'from')] : []),
    ...(to === undefined && !isBlank(typed.to) ? [wrongDay(text, 'to')] : []),
  ]
  if (errors.length > 0) return { kind: 'wrong', errors }
  return {
    kind: 'read',
    act: {
      kind: 'change',
      ...(asksFrom && from !== undefined && { validFrom: from }),
      ...(to !== undefined && { validTo: to }),
    },
  }
}

export function readPause(
  text: Text,
  typed: { readonly from: string; readonly to: string; readonly reason: string },
): ReadAct {
  const [from, to] = [readDay(typed.from), readDay(typed.to)]
  const reason = pauseReasons.find((candidate) => candidate === typed.reason)
  if (from !== undefined && to !== undefined && reason !== undefined) {
    return { kind: 'read', act: { kind: 'pause', pause: { from, to, reason } } }
  }
  return {
    kind: 'wrong',
    errors: [
      ...(from === undefined ? [wrongDay(text, 'from')] : []),
      ...(to === undefined ? [wrongDay(text, 'to')] : []),
      ...(reason === undefined ? [{ field: 'reason', message: text.administration.personActions.wrong.reason }] : []),
    ],
  }
}

const wrongDay = ({ mistakes }: Text, field: 'from' | 'to' | 'day'): Wrong => ({ field, message: mistakes['no-date'] })
