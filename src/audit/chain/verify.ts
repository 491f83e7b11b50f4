import { createHash } from 'node:crypto'
import type { Db } from '../../database/database.js'
import { selectAnchor } from '../periods/audit-periods.queries.js'
import { chainAfter, selectHead } from './audit-chain.queries.js'

/** The first event that does not follow from the one before it. */
export interface Break {
  readonly at: string
  readonly why: 'changed' | 'missing' | 'cut-off'
}

export type ChainState = { readonly kind: 'whole'; readonly events: number } | ({ readonly kind: 'broken' } & Break)

/** A place in the chain: the number and the hash of an event; before the first, nought and what the first builds on. */
export interface Link {
  readonly seq: bigint
  readonly hash: Buffer
}

const batch = 10_000

/** What the first event of all builds on. */
const beginning: Link = { seq: 0n, hash: createHash('sha256').update('portvakt').digest() }

/**
 * Where the chain is walked from: its first event, or the last of a period that has been closed (periods/). That must be
 * told by an event in the chain itself: otherwise somebody has cut off its beginning.
 */
export async function whereItBegins(db: Db): Promise<Link & { readonly isTold: boolean }> {
  const anchor = await selectAnchor(db)
  if (anchor === undefined) return { ...beginning, isTold: true }
  return { seq: BigInt(anchor.seq), hash: anchor.hash, isTold: anchor.isAttested }
}

/**
 * Walks the whole chain and computes every hash anew, here and not in the database, whose owner could have
 * changed its functions along with its rows. Read-only; memory stays at one batch.
 */
export async function verifyAudit(db: Db): Promise<ChainState> {
  const last = BigInt((await selectHead(db)).seq)
  const first = await whereItBegins(db)
  if (!first.isTold) return { kind: 'broken', at: (first.seq + 1n).toString(), why: 'missing' }
  let at: Link = first
  for (;;) {
    const walked = await walkOn(db, at, batch)
    if (walked.found !== undefined) return { kind: 'broken', ...walked.found }
    at = walked.at
    if (walked.isEnd) break
  }
  if (at.seq < last) return { kind: 'broken', at: (at.seq + 1n).toString(), why: 'cut-off' }
  return { kind: 'whole', events: Number(at.seq - first.seq) }
}

export interface Walked {
  /** How far it holds. */
  readonly at: Link
  readonly found: Break | undefined
  /** There were no more events. */
  readonly isEnd: boolean
}

/** Some of the way. */
export async function walkOn(db: Db, from: Link, atMost: number): Promise<Walked> {
  let at = from
  const events = await chainAfter(db, from.seq.toString(), atMost)
  for (const event of events) {
    const seq = at.seq + 1n
    if (BigInt(event.seq) !== seq) return { at, found: { at: seq.toString(), why: 'missing' }, isEnd: false }
    const hash = createHash('sha256').update(at.hash).update(event.told, 'utf8').digest()
    if (!hash.equals(event.hash)) return { at, found: { at: event.seq, why: 'changed' }, isEnd: false }
    at = { seq, hash }
  }
  return { at, found: undefined, isEnd: events.length < atMost }
}

/** The number of the latest event. */
export async function chainHead(db: Db): Promise<string> {
  return (await selectHead(db)).seq
}
