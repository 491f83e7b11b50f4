import { Queue } from './queue.js'
import { runInThread } from './thread.js'

/**
 * Makes a PDF in a thread of its own: fonts are parsed and subset, which holds the event loop. A few wait.
 * @throws Error when it takes more memory or time than any paper of ours does
 */
export async function printInThread(file: URL, input: unknown): Promise<Uint8Array> {
  const bytes = await printings.run(async () => await runInThread<Uint8Array>(file, input))
  if (bytes === undefined) throw new Error('The paper took too much memory or time.')
  return bytes
}

const printings = new Queue({ atOnce: 1, inLine: 20, refusal: () => new Error('No more papers can be printed.') })
