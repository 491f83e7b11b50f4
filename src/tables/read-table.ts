import { Queue } from '../world/queue.js'
import { runInThread } from '../world/thread.js'
import type { ReadTable, TableLimits } from './table.js'

/**
 * Reads a list, text or spreadsheet, in a thread of its own with limited memory and time: the service answers others
 * meanwhile, and a file that is made to harm ends with the thread (security.md R-97). A few wait; more are refused.
 */
export async function readTable(bytes: Uint8Array, limits: TableLimits): Promise<ReadTable> {
  if (!readings.hasRoom()) return { kind: 'unreadable', why: 'busy' }
  const reading: Reading = { bytes, limits }
  const read = await readings.run(async () => await runInThread<ReadTable>(thread, reading))
  return read ?? { kind: 'unreadable', why: 'too-large' }
}

/** All that the thread is given. */
export interface Reading {
  readonly bytes: Uint8Array
  readonly limits: TableLimits
}

const readings = new Queue({ atOnce: 1, inLine: 20, refusal: () => new Error('No more files can be read.') })
const thread = new URL('reading-thread.js', import.meta.url)
