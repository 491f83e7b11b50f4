import { parentPort, workerData } from 'node:worker_threads'
import type { ReadFile } from './table.js'
import { readFirstSheet } from './unpack.js'

/** Whatever is thrown tells that the file is no spreadsheet after all; its words are the library's own. */
const read = async (): Promise<ReadFile> => {
  const bytes: unknown = workerData
  if (!(bytes instanceof Uint8Array)) throw new TypeError('The thread was given no file.')
  return await readFirstSheet(bytes).catch((): ReadFile => ({ kind: 'unreadable', why: 'broken' }))
}

parentPort?.postMessage(await read()) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread's port has no origin
