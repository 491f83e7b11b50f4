import { parentPort, workerData } from 'node:worker_threads'
import { assuranceFormPdf, type FormFor } from './form.js'

const whose = workerData as FormFor | undefined
parentPort?.postMessage(Uint8Array.from(await assuranceFormPdf(whose))) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread's port has no origin
