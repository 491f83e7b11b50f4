import type { Account } from '../accounts/account.js'
import { findByUsername } from '../accounts/find.js'
import { normalised } from '../accounts/password-rules.js'
import { nameKeysOf, type NameKeys } from '../accounts/username.js'
import type { Origin } from '../world/origin.js'
import type { Db } from '../database/database.js'
import { isUnreachable } from '../database/unreachable.js'
import { matchingInitial } from '../one-time-passwords/match-initial.js'
import type { Place } from '../world/hashing.js'
import { SecretUnknown } from '../world/keys.js'
import type { World } from '../world/world.js'
import { lockedUntil, reserveAttempt, takeBack, type Reserved } from './attempts/attempts.js'
import { stopwatch, untilFloor } from './floor.js'
import { refuse, tellLimited, type Refusal } from './refusal.js'
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
  | { readonly kind: 'wrong'; readonly triesLeft: number }
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
const steps = [keepPlace, limitSource, reserve, find, compare, judge]

export async function identify(db: Db, world: World, input: Identify): Promise<Identified> {
  const startedAt = input.startedAt ?? stopwatch()
  const attempt: Attempt = { db, world, input, nameKeys: nameKeysOf(world, input.username) }
  try {
    for (const step of steps) {
      const answer = await step(attempt)
      if (answer === undefined) continue
      attempt.place?.leave()
      if (answer.kind !== 'full') await untilFloor(world, startedAt)
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
  readonly world: World
  readonly input: Identify
  readonly nameKeys: NameKeys
  place?: Place
  source?: CountedSource | undefined
  /** What a wrong password is answered with, from a source at its limit. */
  limited?: Refused
  reserved?: Reserved
  account?: Account | undefined
  isRight?: boolean
  codeId?: string | undefined
}

/** First of all, since an attempt that is counted must also be compared. */
async function keepPlace(attempt: Attempt): Promise<Identified | undefined> {
  const place = attempt.world.hashing.keepPlace()
  if (place === undefined) return { kind: 'full' }
  attempt.place = place
  return undefined
}

/**
 * Before the name's counter is touched: one place cannot lock the names of a school. Nor can it keep the school out:
 * a name that is familiar there is compared all the same.
 */
async function limitSource(attempt: Attempt): Promise<Identified | undefined> {
  const { db, world, input, nameKeys } = attempt
  const { address } = input.from
  const source = await countSource(db, world, address, 'failure')
  attempt.source = source
  if (source.kind === 'counted') return undefined
  if (source.isFirst) await tellLimited(db, input.from, 'failure')
  const limited = { kind: 'limited', retryAfterSeconds: source.retryAfterSeconds } as const
  if (!(await mayTryAtLimit(db, world, { nameKeys, address }))) return limited
  attempt.limited = limited
  return undefined
}

/** At the limit a lock is looked at, and nothing is counted towards one. */
async function reserve(attempt: Attempt): Promise<undefined> {
  const { db, world, nameKeys, limited } = attempt
  if (limited === undefined) {
    attempt.reserved = await reserveAttempt(db, world, nameKeys)
    return
  }
  const until = await lockedUntil(db, nameKeys)
  attempt.reserved = until === undefined ? { kind: 'reserved', triesLeft: 0 } : { kind: 'locked', until }
}

async function find(attempt: Attempt): Promise<undefined> {
  attempt.account = await findByUsername(attempt.db, attempt.input.username)
}

/** While the name is locked, nothing that was typed is compared with anything but the decoy. */
async function compare(attempt: Attempt): Promise<undefined> {
  const { db, world, input, nameKeys, account, reserved, place } = attempt
  const initial = await matchingInitial(db, world, { nameKeys, typed: input.password })
  const isOpen = reserved?.kind === 'reserved' && account !== undefined && !account.isEnded
  attempt.isRight = (await place?.matches(isOpen ? account.password : undefined, normalised(input.password))) ?? false
  attempt.codeId = isOpen ? initial?.codeId : undefined
  const password = isOpen && attempt.codeId === undefined ? account.password : undefined
  if (password !== undefined && !world.hashing.canJudge(password)) throw new SecretUnknown(password.pepperId)
}

/** Nobody could tell whether it was right, so it counts for nothing. */
async function forget({ db, nameKeys, limited, source, reserved }: Attempt): Promise<void> {
  await persistently(async () => {
    if (limited === undefined) await takeBack(db, nameKeys, reserved)
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

async function judge(attempt: Attempt): Promise<Identified> {
  const { db, input, account, source, limited, reserved, isRight, codeId } = attempt
  const otherwise: Refusal = {
    refused: refusalOf(reserved),
    account,
    from: input.from,
    at: input.at ?? 'sign-in',
    isNew: reserved?.kind === 'reserved' && reserved.lockedUntil !== undefined,
  }
  if (account !== undefined && (isRight === true || codeId !== undefined)) {
    await uncountSource(db, source)
    const open = opensOrGivesBack({ ...attempt, source: undefined })
    if (isRight === true) return { kind: 'password', account, otherwise, open }
    if (codeId !== undefined) return { kind: 'initial', account, codeId, otherwise, open }
  }
  const refused = await refuse(db, otherwise)
  return limited ?? refused
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
