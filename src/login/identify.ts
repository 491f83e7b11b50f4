import type { Account } from '../accounts/account.js'
import { findByUsername } from '../accounts/find.js'
import { normalised } from '../accounts/password-rules.js'
import { nameKeysOf, type NameKeys } from '../accounts/username.js'
import type { Origin } from '../context/origin.js'
import type { Db } from '../database/database.js'
import { isUnreachable } from '../database/unreachable.js'
import { matchingInitial, mayBeLostInitial } from '../one-time-passwords/match-initial.js'
import type { Place } from '../context/hashing.js'
import { SecretUnknown } from '../context/keys.js'
import type { AppContext } from '../context/app-context.js'
import {
  lockedUntil,
  reserveAttempt,
  reserveUnjudged,
  takeBack,
  takeBackUnjudged,
  type Reserved,
} from './attempts/attempts.js'
import { stopwatch, untilMinimumResponseTime } from './minimum-response-time.js'
import { recordLimitedName, refuse, tellLimited, type Refusal } from './refusal.js'
import { mayTryAtLimit } from './source/familiar.js'
import { countSource, uncountSource, type CountedSource } from './source/source.js'

/** Who it is that typed a name and a password, or why that is not found out. */
export type Identified =
  /** `otherwise`: what to refuse with if it no longer holds in the caller's transaction. */
  | ({ readonly kind: 'password'; readonly account: Account; readonly otherwise: Refusal } & Right)
  /** The initial one-time password: it opens one thing only, choosing a password. */
  | ({
      readonly kind: 'initial'
      readonly account: Account
      readonly codeId: string
      readonly otherwise: Refusal
    } & Right)
  | Refused

export interface Right {
  /** Runs what the caller opens; where that fails the attempt is given back, since what was typed was right. */
  readonly open: <T>(opening: () => Promise<T>) => Promise<T>
}

export type Refused =
  /** A wrong password, an invented name, an ended account, no password yet: nobody can tell which. */
  /** `mayBeRight`: this node lacks a master secret that some passwords or codes need; it says so to everybody. */
  | { readonly kind: 'wrong'; readonly triesLeft: number; readonly mayBeRight?: true }
  | { readonly kind: 'locked'; readonly until: Date }
  | { readonly kind: 'limited'; readonly retryAfterSeconds: number }
  | { readonly kind: 'full' }

export interface Identify {
  readonly username: string
  /** As it was typed. */
  readonly password: string
  readonly from: Origin
  /** By the stopwatch, when the request came; now, if it is not given. */
  readonly startedAt?: number
  /** Where it was typed, for the audit. */
  readonly at?: 'sign-in' | 'kiosk'
}

/**
 * The order of the checks is the specification (security.md 1.1 and 4). An invented name takes every step that a known
 * one takes. Whoever was right has an attempt reserved, which the caller clears (clearAttempts) in the transaction of
 * what it opens.
 */
const steps = [keepPlace, limitSource, reserve, find, standBeside, compare, decide]

export async function identify(db: Db, context: AppContext, input: Identify): Promise<Identified> {
  const startedAt = input.startedAt ?? stopwatch()
  const attempt: Attempt = { db, context, input, nameKeys: nameKeysOf(context, input.username) }
  try {
    for (const step of steps) {
      const answer = await step(attempt)
      if (answer === undefined) continue
      attempt.place?.leave()
      if (answer.kind !== 'full') await untilMinimumResponseTime(context, startedAt)
      return answer
    }
  } catch (error) {
    if (!isFoundWrong(attempt, error)) await forget(attempt)
    throw error
  } finally {
    attempt.place?.leave()
  }
  throw new Error('No step answered.')
}

/**
 * Compared, and wrong: that stays counted whatever fails afterwards, or an error would be a way to guess. What was never
 * compared, or was right, is given back when the answer is an error; only a crash keeps it.
 */
const isFoundWrong = ({ isRight, codeId }: Attempt, error: unknown): boolean =>
  isRight === false && codeId === undefined && !(error instanceof SecretUnknown)

/** What the steps find out, each for those after it. */
interface Attempt {
  readonly db: Db
  readonly context: AppContext
  readonly input: Identify
  readonly nameKeys: NameKeys
  place?: Place
  source?: CountedSource | undefined
  /** What a wrong password is answered with, from a source at its limit. */
  limited?: Refused
  /** The network may try the name no more today. */
  isLastAtLimit?: boolean
  reserved?: Reserved
  account?: Account | undefined
  /** It may be right, and nobody here can find out: it counts beside the name. */
  isUnjudged?: boolean
  isRight?: boolean
  codeId?: string | undefined
}

/** First of all, since an attempt that is counted must also be compared. */
async function keepPlace(attempt: Attempt): Promise<Identified | undefined> {
  const place = attempt.context.hashing.keepPlace()
  if (place === undefined) return { kind: 'full' }
  attempt.place = place
  return undefined
}

/**
 * Before the name's counter is touched: one place cannot lock the names of a school. Nor can it keep the school out:
 * a name that is familiar there is compared all the same.
 */
async function limitSource(attempt: Attempt): Promise<Identified | undefined> {
  const { db, context, input, nameKeys } = attempt
  const { address } = input.from
  const source = await countSource(db, context, address, 'failure')
  attempt.source = source
  if (source.kind === 'counted') return undefined
  if (source.isFirst) await tellLimited(db, input.from, 'failure')
  const limited = { kind: 'limited', retryAfterSeconds: source.retryAfterSeconds } as const
  const { isCounted, isLast } = await mayTryAtLimit(db, context, { nameKeys, address })
  if (!isCounted) return limited
  attempt.isLastAtLimit = isLast
  attempt.limited = limited
  return undefined
}

/** At the limit a lock is looked at, and nothing is counted towards one. */
async function reserve(attempt: Attempt): Promise<undefined> {
  const { db, context, nameKeys, limited } = attempt
  if (limited === undefined) {
    attempt.reserved = await reserveAttempt(db, context, nameKeys)
    return
  }
  const until = await lockedUntil(db, nameKeys)
  attempt.reserved = until === undefined ? { kind: 'reserved', triesLeft: 0 } : { kind: 'locked', until }
}

async function find(attempt: Attempt): Promise<undefined> {
  attempt.account = await findByUsername(attempt.db, attempt.input.username)
}

/** Counted for nobody, and answered as an invented name is. */
async function standBeside(attempt: Attempt): Promise<undefined> {
  const { db, context, input, nameKeys, account, limited, reserved } = attempt
  const isUnknown = account?.password !== undefined && !context.hashing.canJudge(account.password)
  const isLost = await mayBeLostInitial(db, context, { accountId: account?.id, typed: input.password })
  if (limited !== undefined || reserved?.kind !== 'reserved' || !(isUnknown || isLost)) return
  attempt.reserved = await reserveUnjudged(db, context, { nameKeys, reserved })
  attempt.isUnjudged = true
}

/** While the name is locked, nothing that was typed is compared with anything but the decoy. */
async function compare(attempt: Attempt): Promise<undefined> {
  const { db, context, input, nameKeys, account, reserved, place } = attempt
  const initial = await matchingInitial(db, context, { nameKeys, typed: input.password })
  const isOpen = reserved?.kind === 'reserved' && account !== undefined && !account.isEnded
  const stored = isOpen && account.password && context.hashing.canJudge(account.password) ? account.password : undefined
  attempt.isRight = (await place?.matches(stored, normalised(input.password))) ?? false
  attempt.codeId = isOpen ? initial?.codeId : undefined
}

/** Nobody could tell whether it was right, so it counts for nothing. */
async function forget({ db, nameKeys, limited, source, reserved, isUnjudged }: Attempt): Promise<void> {
  await persistently(async () => {
    if (isUnjudged === true) await takeBackUnjudged(db, nameKeys, reserved)
    else if (limited === undefined) await takeBack(db, nameKeys, reserved)
  })
  await persistently(async () => {
    if (source !== undefined) await uncountSource(db, source)
  })
}

/** Three times, since what made the attempt fail may well meet this too; then it stays counted, as after a crash. */
const persistently = async (give: () => Promise<void>): Promise<void> => {
  for (let turn = 1; turn <= 3; turn += 1) {
    try {
      return await give()
    } catch (error) {
      if (!isUnreachable(error)) throw error
    }
  }
}

async function decide(attempt: Attempt): Promise<Identified> {
  const {
    db,
    context,
    input,
    nameKeys,
    account,
    source,
    limited,
    reserved,
    isUnjudged = false,
    isRight,
    codeId,
  } = attempt
  const otherwise: Refusal = {
    refused: refusalOf(reserved),
    account,
    from: input.from,
    at: input.at ?? 'sign-in',
    isUnjudged,
    isNew: !isUnjudged && reserved?.kind === 'reserved' && reserved.lockedUntil !== undefined,
  }
  if (account !== undefined && (isRight === true || codeId !== undefined)) {
    await uncountSource(db, source)
    if (isUnjudged) await takeBackUnjudged(db, nameKeys, reserved)
    const open = opensOrGivesBack({ ...attempt, source: undefined })
    if (isRight === true) return { kind: 'password', account, otherwise, open }
    if (codeId !== undefined) return { kind: 'initial', account, codeId, otherwise, open }
  }
  const refused = await refuse(db, otherwise)
  if (attempt.isLastAtLimit === true) await recordLimitedName(db, input.from, account?.id)
  if (limited !== undefined) return limited
  return refused.kind === 'wrong' && context.keys.lacksSecrets() ? { ...refused, mayBeRight: true } : refused
}

const opensOrGivesBack =
  (attempt: Attempt): Right['open'] =>
  async (opening) => {
    try {
      return await opening()
    } catch (error) {
      await forget(attempt)
      throw error
    }
  }

const refusalOf = (reserved: Reserved | undefined): Refusal['refused'] => {
  if (reserved === undefined) throw new Error('Nothing was reserved.')
  if (reserved.kind === 'locked') return reserved
  if (reserved.lockedUntil !== undefined) return { kind: 'locked', until: reserved.lockedUntil }
  return { kind: 'wrong', triesLeft: reserved.triesLeft }
}
