import { pino } from 'pino'

/** Where facts about the running house go: one JSON line each, and never a secret among them. */
export interface Log {
  readonly info: (facts: object, words: string) => void
  readonly warn: (facts: object, words: string) => void
  readonly error: (facts: object, words: string) => void
}

export interface LogSink {
  readonly write: (line: string) => void
}

/** A wall behind the rule that nobody logs these; what is found under such a name does not get out. */
const secrets = ['password', 'secret', 'token', 'authorization', 'cookie', 'personalIdentityNumber']

export function openLog(sink: LogSink = standardOutput()): Log {
  return pino(
    {
      base: { pid: process.pid },
      messageKey: 'words',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: '…' },
    },
    { write: (line) => sink.write(escaped(line)) },
  )
}

/**
 * JSON escapes the control characters up to U+001F. A terminal obeys some later ones as well, and a reader is misled
 * by those that turn the direction of text.
 */
const escaped = (line: string): string =>
  line.replaceAll(/[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })

/** A pipe that nobody reads any longer stops the log, not the service; the audit lives in the database. */
const standardOutput = (): LogSink => {
  const destination = pino.destination({ fd: 1, sync: false, minLength: 0 })
  destination.on('error', () => undefined)
  return destination
}
