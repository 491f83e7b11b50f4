import { Worker } from 'node:worker_threads'

const milliseconds = 10_000
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }

/**
 * Runs a file in a thread of its own, for what would hold the event loop: it is given the input as `workerData` and
 * posts one message, its outcome. Undefined when it uses up its memory or its time, with which the thread ends.
 */
export async function runInThread<Outcome>(file: URL, input: unknown): Promise<Outcome | undefined> {
  const thread = new Worker(file, { workerData: input, resourceLimits, env: {} })
  const timer = setTimeout(() => void thread.terminate(), milliseconds)
  try {
    return await new Promise<Outcome | undefined>((resolve, reject) => {
      thread.once('message', (outcome: Outcome) => resolve(outcome))
      thread.once('exit', () => resolve(undefined))
      thread.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return resolve(undefined)
        return reject(error)
      })
    })
  } finally {
    clearTimeout(timer)
    await thread.terminate()
  }
}
