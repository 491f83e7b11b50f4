import type { Log } from '../../src/log.js'

/** For a test that is not about what is logged. */
export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}
