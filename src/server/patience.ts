import { CannotStart } from '../config.js'
import { isSqlStateOfAny, isUnreachable } from '../database/unreachable.js'
import type { Log } from '../log.js'

export interface Patience {
  /** A service waits for a database that is down; a command does not. */
  readonly isPatient: boolean
  /** Aborted when the service is to stop. */
  readonly signal?: AbortSignal
}

/**
 * Does it again until the database serves, with one line for each time that it does not.
 * @throws CannotStart when the database refuses us, or nobody waits for it
 */
export async function untilServed<T>(log: Log, { isPatient, signal }: Patience, act: () => Promise<T>): Promise<T> {
  for (let wait = 250; ; wait = Math.min(wait * 2, 5_000)) {
    try {
      return await act()
    } catch (error) {
      const { code, words } = classify(error)
      if (!isPatient || signal?.aborted === true) throw new CannotStart(words, { cause: error })
      log.warn({ code }, `${words} Trying again.`)
    }
    await new Promise((resolve) => void setTimeout(resolve, wait))
  }
}

interface Classified {
  readonly code: string
  readonly words: string
}

const classify = (error: unknown): Classified => {
  if (error instanceof CannotStart) throw error
  const code = codeOf(error)
  if (/^(28|3D|42501)/.test(code)) {
    throw new CannotStart(`DATABASE_URL is refused by the database: ${message(error)}.`, { cause: error })
  }
  if (isAway(error, code)) {
    return { code, words: `The database cannot be reached (${message(error)}): start it, or correct DATABASE_URL.` }
  }
  // What else PostgreSQL says may quote a row's values, so its code has to do.
  if (isUnreachable(error) || isSqlStateOfAny(code)) {
    return { code, words: `The database does not serve as it should (${code}).` }
  }
  throw error
}

/** Connection refused or lost, host unknown, no answer in time; or the server itself says that it is not ready. */
const isAway = (error: unknown, code: string): boolean =>
  /^(?:E[A-Z]+|08...|57P..|53...)$/.test(code) || /timeout|terminated|ECONN/i.test(message(error))

/** A migration's failure is wrapped in words of ours. */
const codeOf = (error: unknown): string => {
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: unknown }
  if (typeof code === 'string') return code
  return cause instanceof Error ? codeOf(cause) : ''
}

/** Several addresses of one host fail as one error without words of its own. */
const message = (error: unknown): string => {
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : [error]
  if (!(first instanceof Error)) return String(first)
  return first.cause instanceof Error ? message(first.cause) : first.message
}
