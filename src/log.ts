import { write } from 'node:fs'
import { pino } from 'pino'
import type { LogLevel } from './config.js'

/** Where facts about the running service go: one JSON line each, and never a secret among them. */
export interface Log {
  readonly debug: (facts: object, msg: string) => void
  readonly info: (facts: object, msg: string) => void
  readonly warn: (facts: object, msg: string) => void
  readonly error: (facts: object, msg: string) => void
}

/** Every line of it carries these facts too. */
export function withFacts(log: Log, facts: object): Log {
  return {
    debug: (more, msg) => log.debug({ ...facts, ...more }, msg),
    info: (more, msg) => log.info({ ...facts, ...more }, msg),
    warn: (more, msg) => log.warn({ ...facts, ...more }, msg),
    error: (more, msg) => log.error({ ...facts, ...more }, msg),
  }
}

export interface LogSink {
  readonly write: (line: string) => void
}

/** Standard output, as far as it takes lines. */
export interface OutputSink extends LogSink {
  /** Lines that were dropped since the start: output took none, and enough of them were waiting. */
  readonly dropped: () => number
  /** Resolves when what was written is out, or half a second later. */
  readonly flush: () => Promise<void>
}

/** A wall behind the rule that nobody logs these; what is found under such a name does not get out. */
const secrets = ['password', 'secret', 'token', 'authorization', 'cookie', 'personalIdentityNumber']

export function openLog(sink: LogSink, level: LogLevel = 'info'): Log {
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }), log: serialized },
      // pino’s own would take what is chosen there for an error, and choose anew.
      serializers: { err: (facts: unknown) => facts },
      redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: '…' },
    },
    { write: (line) => sink.write(escaped(line)) },
  )
}

/** Every error in a line's facts, under whatever name, is written by the one rule. */
const serialized = (facts: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]: [string, unknown]) => [
      name,
      name === 'err' || fact instanceof Error ? errorFacts(fact) : fact,
    ]),
  )

/**
 * The facts of an error, chosen one by one: PostgreSQL hangs a row's values on `detail`, `where` and `hint`, and quotes
 * them in its messages; a parser quotes what it read; an address or a number may stand in anybody's words.
 */
export function errorFacts(error: unknown): object {
  if (!(error instanceof Error)) return { thrown: typeof error }
  const { code, constraint, table, column } = error as Error & Readonly<Record<string, unknown>>
  return {
    name: error.name,
    code,
    constraint,
    table,
    column,
    message: messageOf(error, code),
    stack: error.stack?.split('\n').filter((line) => /^ +at /.test(line)),
    ...(error.cause !== undefined && { cause: errorFacts(error.cause) }),
  }
}

/** Class 22, data exceptions, has values outside quotation marks as well. */
const messageOf = ({ name, message }: Error, code: unknown): string | undefined => {
  const isOfDatabase = typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code)
  if (isOfDatabase && code.startsWith('22')) return undefined
  const unquoted = isOfDatabase || name === 'SyntaxError' ? message.replace(/["'][^]*["']/, '…') : message
  return unquoted.replaceAll(/[^\s<>"]+@[^\s<>"]+/g, '…').replaceAll(/(?<!\d)(?:\d{2})?\d{6}[-+]?\d{4}(?!\d)/g, '…')
}

/**
 * JSON escapes the control characters up to U+001F. A terminal obeys some later ones as well, and a reader is misled
 * by those that turn the direction of text.
 */
const escaped = (line: string): string =>
  line.replaceAll(/[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })

/** How many bytes may wait for an output that takes none. */
const waitingAtMost = 1_000_000

/**
 * An output that takes no lines, such as a full disk or a pipe without a reader, stops the log and not the service; the
 * audit lives in the database. pino's own destination would try for ever to get rid of the last lines at the end.
 */
export function standardOutput(fd = 1): OutputSink {
  let waiting: Buffer[] = []
  let bytes = 0
  let dropped = 0
  let writing: Promise<void> | undefined
  const put = async (): Promise<void> => {
    while (waiting.length > 0) {
      const chunk = Buffer.concat(waiting)
      waiting = [chunk]
      const written = await writtenOf(fd, chunk)
      const [, ...since] = waiting
      waiting = written < chunk.length ? [chunk.subarray(written), ...since] : since
      bytes -= written
      if (written === 0) await new Promise((resolve) => void setTimeout(resolve, 100).unref())
    }
    writing = undefined
  }
  return {
    write: (line) => {
      const lineBytes = Buffer.from(line)
      if (bytes + lineBytes.length > waitingAtMost) return void (dropped += 1)
      waiting.push(lineBytes)
      bytes += lineBytes.length
      writing ??= put()
      return undefined
    },
    dropped: () => dropped,
    flush: async () => {
      await Promise.race([writing, new Promise((resolve) => void setTimeout(resolve, 500))])
    },
  }
}

/** How many bytes of it the output took. */
const writtenOf = async (fd: number, chunk: Buffer): Promise<number> =>
  await new Promise((resolve) => {
    write(fd, chunk, (error, written) => resolve(error === null ? written : 0))
  })
