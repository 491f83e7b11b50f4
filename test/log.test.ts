import test from 'ava'
import { openLog } from '../src/log.js'

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
