/**
 * True when the database cannot serve just now, whatever was asked: gone, starting, stopping, full, read-only, too
 * slow, or busy with the same rows. The same request may well succeed later.
 */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  if (typeof code === 'string' && (networkCodes.has(code) || isSqlState(code))) return true
  if (wordsOfThePool.test(error.message)) return true
  return [error.cause, ...(error instanceof AggregateError ? error.errors : [])].some(isUnreachable)
}

/** True when we gave up waiting for an answer, so that nobody knows what became of the statement. */
export function isOverdue(error: unknown): boolean {
  return error instanceof Error && error.message === 'Query read timeout'
}

/** True when the statement was refused, rolled back or never sent: it has changed nothing. */
export function isSurelyUndone(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  if (typeof code === 'string' && (neverSent.has(code) || isRolledBack(code))) return true
  return /^(?:timeout exceeded when trying to connect|Cannot use a pool after calling end)/.test(error.message)
}

/** Any SQLSTATE but those of a connection that ends, after which nobody knows. `EPIPE` has five letters, and is none. */
const isRolledBack = (code: string) => isSqlStateOfAny(code) && !/^(?:08|57P0)/.test(code)

/** Each SQLSTATE has a digit; no code of Node’s does. */
export const isSqlStateOfAny = (code: string): boolean => /^(?=.*\d)[0-9A-Z]{5}$/.test(code)

const neverSent: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

/** True when a change was refused since the database takes none just now: a standby, or one that was set so. */
export function isReadOnly(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === '25006'
}

/** PostgreSQL, appendix A: 08 connection, 53 resources, 57 intervention and time-out, 25006 read-only, 40 and 55P03 rows. */
const isSqlState = (code: string) =>
  /^(?:08[0-9A-Z]{3}|53[0-9A-Z]{3}|57P0[1-5]|57014|25006|25P03|40001|40P01|55P03)$/.test(code)

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

/** What pg says about its own connections, which carries no code. */
const wordsOfThePool =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/
