import type { Log } from '../log.js'
import type { Disposables } from './drain.js'
import { whenOrphaned } from './orphaned.js'

/** What is done before the process ends. */
export interface ShutdownDeps {
  readonly opened: Disposables
  /** The log's last lines. */
  readonly flush: () => Promise<void>
}

/** How the service is asked to leave, and how far it has come. */
export interface Shutdown {
  readonly hasBegun: () => boolean
  /** Given up waiting: for a database that is not there. */
  readonly signal: AbortSignal
  /** What is being opened right now; it is not closed half-open. */
  readonly waitFor: (construction: Promise<unknown>) => void
  /** The service never opened; signals mean what they mean to any program. */
  readonly forget: () => void
}

const longest = 30_000
/** A balancer needs this long to see that we are not ready. Whoever presses Ctrl-C has none. */
const balancerMilliseconds = 5_000

/**
 * Signals within two seconds are one wish: a process group's reaches us once by itself and once by way of npm. A later
 * one is impatience.
 */
export function signalCounter(now: () => number = () => performance.now()): () => 'first' | 'same' | 'again' {
  let firstAt: number | undefined
  return () => {
    if (firstAt !== undefined) return now() - firstAt < 2_000 ? 'same' : 'again'
    firstAt = now()
    return 'first'
  }
}

/**
 * The first signal drains: not ready, then closed in order, exit 0. A second wish, or half a minute, ends it at once;
 * what is left is taken over by others. The embedded server's guardian and the demo service see us go, however we do.
 */
export function onSignals(log: Log, { opened, flush }: ShutdownDeps): Shutdown {
  const asked = new AbortController()
  const count = signalCounter()
  let construction: Promise<unknown> = Promise.resolve()
  const leave = async (signal: string) => {
    const counted = count()
    if (counted === 'again') return process.exit(1)
    if (counted === 'same') return undefined
    asked.abort()
    log.info({ signal }, 'the service is closing')
    setTimeout(() => process.exit(1), longest).unref()
    if (signal === 'SIGTERM') await pause(balancerMilliseconds)
    await construction.catch(() => undefined)
    await opened.closeAll()
    log.info({}, 'the service is closed')
    await flush()
    return process.exit(0)
  }
  const listeners = (['SIGTERM', 'SIGINT', 'SIGHUP'] as const).map((signal) => {
    const listener = () => void leave(signal)
    process.on(signal, listener)
    return { signal, listener }
  })
  const onOrphaned = () => void (asked.signal.aborted || leave('the end of our parent'))
  const watch = whenOrphaned(onOrphaned)
  // The command line that runs us on another Node has a channel to us.
  process.on('disconnect', onOrphaned)
  return {
    hasBegun: () => asked.signal.aborted,
    signal: asked.signal,
    waitFor: (promise) => void (construction = promise),
    forget: () => {
      clearInterval(watch)
      process.off('disconnect', onOrphaned)
      for (const { signal, listener } of listeners) process.off(signal, listener)
    },
  }
}

const pause = async (milliseconds: number) => await new Promise((resolve) => void setTimeout(resolve, milliseconds))
