/** At how many tests one process works at a time, and how long each file of tests took. */
import { appendFileSync } from 'node:fs'

/** A test of ava's, or a program's run: what ends, and can be told what to do then. */
interface Lifetime {
  readonly teardown: (end: () => void) => void
}

/** Each test has a database, a queue and a dozen connections; more of them only wait for one another. */
const atOnce = 4

const waiting: (() => void)[] = []
let free = atOnce

/** Waits until fewer than four others are under way; the turn lasts until all that the test opened is closed again. */
export async function takeTurn(t: Lifetime, file: string): Promise<void> {
  if (free === 0) await new Promise<void>((resolve) => void waiting.push(resolve))
  else free -= 1
  const startedAt = performance.now()
  const span = (spans[file] ??= { from: startedAt, to: startedAt })
  // The first that is told to a test is the last that is done after it.
  t.teardown(() => {
    span.to = performance.now()
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  })
}

/** From the first test's start to the last one's end, by file. */
const spans: Record<string, { readonly from: number; to: number }> = {}

const notes = process.env['TEST_FILE_TIMES']

if (notes !== undefined) {
  process.on('exit', () => {
    const lines = Object.entries(spans).map(([file, { from, to }]) => `${((to - from) / 1000).toFixed(1)} ${file}\n`)
    appendFileSync(notes, lines.join(''))
  })
}
