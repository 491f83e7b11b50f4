import test from 'ava'
import { readAvaReport } from './support/ava-report.js'

const passing = `
  ✔ values › day › a day that the calendar does not have is none
  ─

  1 test passed
`

const failing = `
  ✔ values › day › a day that the calendar does not have is none
  ✘ [fail]: config › an empty setting is one that nobody made (1.2s)
  ─

  config › an empty setting is one that nobody made

  Value is not \`true\`

  ─

  1 test failed
  1 test passed
`

test('a run whose tests all pass has no failure', (t) => {
  t.deepEqual(readAvaReport(passing, 0), { passed: 1, failed: 0, failures: '', failedTests: [], failedFiles: [] })
})

test('a failed test is counted, with its title and its file', (t) => {
  const report = readAvaReport(failing, 1)
  t.like(report, { passed: 1, failed: 1, failedFiles: ['dist/test/config.test.js'] })
  t.deepEqual(report.failedTests, ['config › an empty setting is one that nobody made'])
  t.true(report.failures.includes('Value is not `true`'))
})

test('a run that ends with an error though its tests pass has a failure', (t) => {
  t.like(readAvaReport(passing, 1), { passed: 1, failed: 1, failedFiles: [] })
})

const accident = `
  ✔ values › day › a day that the calendar does not have is none

  Uncaught exception in dist/test/config.test.js

  Error: listen EADDRINUSE: address already in use 127.0.0.1:10569
      at Server.setupListenHandle (node:net:1940:16)

  ✘ dist/test/config.test.js exited with a non-zero exit code: 1
  ✔ values › day › a leap day is one
  ─

  1 uncaught exception
  2 tests passed
`

test('an uncaught exception is told in full at the end, with its file to run again', (t) => {
  const report = readAvaReport(accident, 1)
  t.like(report, { passed: 2, failed: 1, failedFiles: ['dist/test/config.test.js'] })
  t.deepEqual(report.failedTests, ['Uncaught exception in dist/test/config.test.js'])
  t.regex(report.failures, /EADDRINUSE.*\n.*node:net:1940/)
  t.notRegex(report.failures, /leap day/)
})

test('what is a failed hook too has no file that is at fault alone', (t) => {
  t.like(readAvaReport(`${accident}\n  1 hook failed\n`, 1), { failed: 2, failedFiles: [] })
})

test('a crash that is not told of is counted beside a failed test, and no file is said to be at fault alone', (t) => {
  const crash = '\n  1 test failed\n  1 uncaught exception\n'
  t.like(readAvaReport(`${failing}${crash}`, 1), { failed: 2, failedFiles: [] })
})
