import { createHash } from 'node:crypto'
import type { Db } from '../database/database.js'
import { chainAfter, head } from './queries.js'

export type ChainState =
  | { readonly kind: 'whole'; readonly events: number }
  /** The first event that does not follow from the one before it. */
  | { readonly kind: 'broken'; readonly at: string; readonly why: 'changed' | 'missing' | 'cut-off' }

const batch = 10_000

/**
 * Walks the whole chain and computes every hash anew, here and not in the database, whose owner could have
 * changed its functions along with its rows. Read-only; memory stays at one batch.
 */
export async function verifyAudit(db: Db): Promise<ChainState> {
  let previous = createHash('sha256').update('portvakt').digest()
  let seq = 0n
  const last = await head(db)
  for (;;) {
    const events = await chainAfter(db, seq.toString(), batch)
    for (const event of events) {
      seq += 1n
      if (BigInt(event.seq) !== seq) return { kind: 'broken', at: seq.toString(), why: 'missing' }
      const expected = createHash('sha256').update(previous).update(event.told, 'utf8').digest()
      if (!expected.equals(event.hash)) return { kind: 'broken', at: event.seq, why: 'changed' }
      previous = expected
    }
    if (events.length < batch) break
  }
  if (seq < BigInt(last.seq)) return { kind: 'broken', at: (seq + 1n).toString(), why: 'cut-off' }
  return { kind: 'whole', events: Number(seq) }
}
