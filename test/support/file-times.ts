/** Loaded by ava before each test file: notes how long the file took, for the list of the slowest. */
import { appendFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import test from 'ava'

const notes = process.env['TEST_FILE_TIMES']

if (notes !== undefined) {
  const startedAt = performance.now()
  process.on('exit', () => {
    const seconds = (performance.now() - startedAt) / 1000
    appendFileSync(notes, `${seconds.toFixed(1)} ${fileURLToPath(test.meta.file).split('dist/test/').at(-1)}\n`)
  })
}
