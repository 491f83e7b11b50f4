import { Queue } from '../world/queue.js'
import { runInThread } from '../world/thread.js'
import type { ReadTable, TableLimits } from './table.js'

/**
 * Reads a list, text or spreadsheet, in a thread of its own with limited memory and time: the service answers others
 * meanwhile, and a file that is made to harm ends with the thread (security.md R-97). A few wait; more are refused, and
 * so is a third of one account, so that nobody holds the line alone.
 */
export async function readTable(bytes: Uint8Array, limits: TableLimits, accountId?: string): Promise<ReadTable> {
  const theirs = accountId === undefined ? 0 : (inLineOf.get(accountId) ?? 0)
  if (!readings.hasRoom() || theirs >= ofOneAtMost) return { kind: 'unreadable', why: 'busy' }
  if (accountId !== undefined) inLineOf.set(accountId, theirs + 1)
  try {
    const reading: Reading = { bytes, limits }
    const read = await readings.run(async () => await runInThread<ReadTable>(thread, reading))
    return read ?? { kind: 'unreadable', why: 'too-large' }
  } finally {
    if (accountId !== undefined) leaveLine(accountId)
  }
}

/** How many files of each account are being read, or wait. */
const inLineOf = new Map<string, number>()
const ofOneAtMost = 2

const leaveLine = (accountId: string): void => {
  const left = (inLineOf.get(accountId) ?? 1) - 1
  if (left === 0) inLineOf.delete(accountId)
  else inLineOf.set(accountId, left)
}

/** All that the thread is given. */
export interface Reading {
  readonly bytes: Uint8Array
  readonly limits: TableLimits
}

const readings = new Queue({ atOnce: 1, inLine: 20, refusal: () => new Error('No more files can be read.') })
const thread = new URL('reading-thread.js', import.meta.url)
