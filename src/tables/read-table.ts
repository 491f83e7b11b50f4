import type { Db } from '../database/database.js'
import { Queue } from '../context/queue.js'
import { runInThread } from '../context/thread.js'
import type { ReadTable, TableLimits } from './table.js'

/**
 * Reads a list, text or spreadsheet, in a thread of its own with limited memory and time: the service answers others
 * meanwhile, and a file that is made to harm ends with the thread (security.md R-97). A few wait; more are refused, and
 * so is a third of one account, so that nobody holds the line alone.
 */
export async function readTable(bytes: Uint8Array, limits: TableLimits, whose?: Whose): Promise<ReadTable> {
  const line = whose === undefined ? undefined : lineOf(whose.db)
  const theirs = whose === undefined ? 0 : (line?.get(whose.accountId) ?? 0)
  if (!readings.hasRoom() || theirs >= ofOneAtMost) return { kind: 'unreadable', why: 'busy' }
  if (whose !== undefined) line?.set(whose.accountId, theirs + 1)
  try {
    const reading: Reading = { bytes, limits }
    const read = await readings.run(async () => await runInThread<ReadTable>(thread, reading))
    return read ?? { kind: 'unreadable', why: 'too-large' }
  } finally {
    if (whose !== undefined && line !== undefined) leaveLine(line, whose.accountId)
  }
}

/** The account that sends a file, and the database that knows it. */
export interface Whose {
  readonly db: Db
  readonly accountId: string
}

/** How many files of an account are being read, or wait. */
type Line = Map<string, number>

const lines = new WeakMap<Db, Line>()
const ofOneAtMost = 2

const lineOf = (db: Db): Line => {
  const line = lines.get(db) ?? new Map<string, number>()
  lines.set(db, line)
  return line
}

const leaveLine = (line: Line, accountId: string): void => {
  const left = (line.get(accountId) ?? 1) - 1
  if (left === 0) line.delete(accountId)
  else line.set(accountId, left)
}

/** All that the thread is given. */
export interface Reading {
  readonly bytes: Uint8Array
  readonly limits: TableLimits
}

const readings = new Queue({ atOnce: 1, inLine: 20, refusal: () => new Error('No more files can be read.') })
const thread = new URL('reading-thread.js', import.meta.url)
