import { parentPort, workerData } from 'node:worker_threads'
import { readBytes } from './read-bytes.js'
import type { Reading } from './read-table.js'

const { bytes, limits } = workerData as Reading
parentPort?.postMessage(await readBytes(bytes, limits)) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread's port has no origin
