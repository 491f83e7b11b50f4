import { closeSync, openSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import test from 'ava'
import { openLog, standardOutput } from '../src/log.js'
import { measureLog, openMetrics } from '../src/serving/metrics.js'

const linesOf = (write: (log: ReturnType<typeof openLog>) => void): string => {
  let written = ''
  write(openLog({ write: (line) => void (written += line) }))
  return written
}

test('a line stays one line, whatever somebody typed', (t) => {
  const typed = 'a\r\n{"level":"info"}\u001B[31m\u009B31m\u2028\u202Eb'
  const written = linesOf((log) => log.warn({ typed }, 'typed'))
  // oxlint-disable-next-line no-control-regex -- they are what must not be there
  t.notRegex(written.slice(0, -1), /[\u0000-\u001F\u007F-\u009F\u2028\u202E]/)
  t.is((JSON.parse(written) as { typed: string }).typed, typed)
})

test('what is called a secret does not get out', (t) => {
  const written = linesOf((log) => log.info({ password: 'hush-1', form: { token: 'hush-2' } }, 'x'))
  t.notRegex(written, /hush/)
})

/** A device that answers each write as a full disk does; some machines have none. */
const fullDisk = (): number | undefined => {
  try {
    return openSync('/dev/full', 'w')
  } catch {
    return undefined
  }
}

test('an output that takes no lines keeps a million bytes waiting at most, and the dropped lines are counted', async (t) => {
  const fd = fullDisk()
  if (fd === undefined) {
    t.pass()
    return
  }
  t.teardown(() => closeSync(fd))
  const output = standardOutput(fd)
  const log = openLog(output)
  const metrics = openMetrics()
  measureLog(metrics, output)
  const dropped = async () => /^portvakt_log_lines_dropped_total (.*)$/m.exec(await metrics.metrics())?.[1]
  t.is(await dropped(), '0')
  const line = 'x'.repeat(10_000)
  for (let turn = 0; turn < 250; turn += 1) log.info({ line }, 'much')
  t.true(Number(await dropped()) > 100 && Number(await dropped()) < 250, await dropped())
})

test('lines come out whole and in their order, however many are written at once', async (t) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'portvakt-test-'))
  t.teardown(async () => await rm(folder, { recursive: true }))
  const file = path.join(folder, 'log')
  const fd = openSync(file, 'w')
  t.teardown(() => closeSync(fd))
  const output = standardOutput(fd)
  const lines = Array.from({ length: 1_000 }, (_, number) => `${number} räksmörgås\n`)
  for (const line of lines) output.write(line)
  await output.flush()
  t.is(readFileSync(file, 'utf8'), lines.join(''))
  t.is(output.dropped(), 0)
})
