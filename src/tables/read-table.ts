import { Worker } from 'node:worker_threads'
import { Queue } from '../world/queue.js'
import type { ReadTable, TableLimits } from './table.js'

/**
 * Reads a list, text or spreadsheet, in a thread of its own with limited memory and time: the service answers others
 * meanwhile, and a file that is made to harm ends with the thread (security.md R-97). A few wait; more are refused.
 */
export async function readTable(bytes: Uint8Array, limits: TableLimits): Promise<ReadTable> {
  if (!readings.hasRoom()) return { kind: 'unreadable', why: 'busy' }
  return await readings.run(async () => await inThread({ bytes, limits }))
}

/** All that the thread is given. */
export interface Reading {
  readonly bytes: Uint8Array
  readonly limits: TableLimits
}

const readings = new Queue({ atOnce: 1, inLine: 20, refusal: () => new Error('No more files can be read.') })
const milliseconds = 10_000
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32 }

const inThread = async (workerData: Reading): Promise<ReadTable> => {
  const thread = new Worker(new URL('./reading-thread.js', import.meta.url), { workerData, resourceLimits, env: {} })
  const timer = setTimeout(() => void thread.terminate(), milliseconds)
  try {
    return await new Promise<ReadTable>((resolve, reject) => {
      thread.once('message', (read: ReadTable) => resolve(read))
      // It ran out of memory, or of time.
      thread.once('exit', () => resolve({ kind: 'unreadable', why: 'too-large' }))
      thread.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return resolve({ kind: 'unreadable', why: 'too-large' })
        return reject(error)
      })
    })
  } finally {
    clearTimeout(timer)
    await thread.terminate()
  }
}
