import { Queue } from '../context/queue.js'
import { runInThread } from '../context/thread.js'

/** A sheet of text: every cell is kept as text, so that a number keeps its zeros. */
export interface SheetToWrite {
  readonly name: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly columns: readonly ColumnToWrite[]
  /** The headings stay above what is scrolled. */
  readonly isLong: boolean
}

export interface ColumnToWrite {
  /** Without one, as wide as its longest text. */
  readonly width?: number
  /** `filled-in`: to be written in by a person, as text. `wrapped`: long sentences. `shown`: people's words, safe from formulas. */
  readonly kind: 'filled-in' | 'wrapped' | 'shown'
}

/**
 * Writes a workbook (xlsx) in a thread of its own, which holds nobody up. A few wait for the one before.
 * @throws Error when it takes more memory or time than any list of ours does
 */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const bytes = await writings.run(async () => await runInThread<Uint8Array>(thread, sheets))
  if (bytes === undefined) throw new Error('The workbook took too much memory or time.')
  return bytes
}

const writings = new Queue({ atOnce: 1, inLine: 20, refusal: () => new Error('No more workbooks can be written.') })
const thread = new URL('writing-thread.js', import.meta.url)
