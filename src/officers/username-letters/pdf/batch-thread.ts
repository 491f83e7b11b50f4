import { parentPort, workerData } from 'node:worker_threads'
import { dateOf } from '../../../text/moment.js'
import { textIn, type Language } from '../../../text/text.js'
import type { PrintedLetter } from '../../../username-letters/username-letter.js'
import { batchPdf } from './batch.js'

export interface BatchToPrint {
  readonly letters: readonly PrintedLetter[]
  readonly kiosk: string
  readonly language: Language
  readonly day: string
}

const { letters, kiosk, language, day } = workerData as BatchToPrint
const dayIn = (spoken: Language) => dateOf(spoken, day)
const bytes = await batchPdf({ letters, kiosk, language, text: textIn(language), dayIn })
parentPort?.postMessage(Uint8Array.from(bytes)) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread's port has no origin
