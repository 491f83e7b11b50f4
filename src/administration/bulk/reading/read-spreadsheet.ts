import { Worker } from 'node:worker_threads'
import { Queue } from '../../../world/queue.js'
import type { ReadFile } from './table.js'

/**
 * Reads a spreadsheet in a thread of its own, with so much memory and so much time: the house answers others
 * meanwhile, and what was made to harm it ends with the thread (security.md R-97). A few wait; more are told so.
 */
export async function readSpreadsheet(bytes: Uint8Array): Promise<ReadFile> {
  if (!readings.hasRoom()) return { kind: 'unreadable', why: 'busy' }
  return await readings.run(async () => await inThread(bytes))
}

const readings = new Queue({ atOnce: 1, inLine: 20, refusal: () => new Error('No more files can be read.') })
const milliseconds = 10_000
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32 }

const inThread = async (bytes: Uint8Array): Promise<ReadFile> => {
  const thread = new Worker(new URL('./spreadsheet-thread.js', import.meta.url), {
    workerData: bytes,
    resourceLimits,
    env: {},
  })
  const timer = setTimeout(() => void thread.terminate(), milliseconds)
  try {
    return await new Promise<ReadFile>((resolve, reject) => {
      thread.once('message', (read: ReadFile) => resolve(read))
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
