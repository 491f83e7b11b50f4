import type { Server } from 'node:http'
import type pg from 'pg'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { chainFound } from '../audit/chain/walk.js'
import { jobQueueState } from '../delivery/jobs/failed-jobs.js'
import { noticeState } from '../delivery/notices/untold.js'
import { mailQueueState, type QueueState } from '../delivery/undelivered.js'
import type { OutputSink } from '../log.js'
import type { Db } from '../database/database.js'
import type { AppContext } from '../context/app-context.js'

/** What the service measures about itself; no label holds anything that a person typed. */
export function openMetrics(): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return registry
}

export function measureLog(registry: Registry, { dropped }: Pick<OutputSink, 'dropped'>): void {
  let counted = 0
  const counter = new Counter({
    name: 'portvakt_log_lines_dropped_total',
    help: 'Log lines that were dropped, since standard output took none.',
    registers: [registry],
    collect() {
      counter.inc(dropped() - counted)
      counted = dropped()
    },
  })
}

export function measureRequests(registry: Registry, server: Server): void {
  const durations = new Histogram({
    name: 'portvakt_request_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['method', 'status'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 30],
    registers: [registry],
  })
  const under = new Gauge({
    name: 'portvakt_requests_under_way',
    help: 'Requests not yet answered.',
    registers: [registry],
  })
  server.on('request', (request, response) => {
    const method = ['GET', 'HEAD', 'POST'].includes(request.method ?? '') ? (request.method ?? '') : 'other'
    const stop = durations.startTimer({ method })
    under.inc()
    response.once('close', () => {
      under.dec()
      stop({ status: String(response.statusCode) })
    })
  })
}

export interface Measured {
  readonly db: Db
  readonly context: AppContext
  readonly pool: pg.Pool
}

export function measureApp(registry: Registry, { db, context, pool }: Measured): void {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read())
      },
    })
  gauge('portvakt_hashing_running', 'Passwords being hashed.', () => context.hashing.load().running)
  gauge('portvakt_hashing_waiting', 'Passwords waiting to be hashed.', () => context.hashing.load().waiting)
  gauge(
    'portvakt_hashing_refused',
    'Turned away by the hashing gate since the start.',
    () => context.hashing.load().refused,
  )
  gauge(
    'portvakt_hashing_without_pepper',
    'Hashes whose pepper is not configured.',
    () => context.hashing.load().withoutPepper,
  )
  gauge('portvakt_database_connections', 'Connections to the database.', () => pool.totalCount)
  gauge('portvakt_database_waiting', 'Requests waiting for a connection.', () => pool.waitingCount)
  measureQueue(registry, { name: 'mail', what: 'mails', read: async () => await mailQueueState(db) })
  measureQueue(registry, { name: 'logout_notices', what: 'notices', read: async () => await noticeState(db) })
  measureTogether(registry, async () => await jobQueueState(db), [
    [
      'portvakt_jobs_waiting',
      'How many jobs that are too long for a request are not yet done.',
      ({ waiting }) => waiting,
    ],
    ['portvakt_jobs_oldest_seconds', 'How long the oldest of them has been due.', ({ oldestSeconds }) => oldestSeconds],
    ['portvakt_jobs_undone', 'Those that have failed for good, to be looked at.', ({ undelivered }) => undelivered],
  ])
  measureTogether(registry, async () => await chainFound(db), [
    [
      'portvakt_audit_chain_broken',
      'One when the chain of audit events was found broken when it was last walked to its end.',
      (found) => Number(found.isBroken),
    ],
    ['portvakt_audit_chain_walked_seconds', 'How long ago that was.', ({ secondsAgo }) => secondsAgo],
  ])
}

interface MeasuredQueue {
  readonly name: string
  readonly what: string
  readonly read: () => Promise<QueueState>
}

const measureQueue = (registry: Registry, { name, what, read }: MeasuredQueue): void =>
  measureTogether(registry, read, [
    [`portvakt_${name}_waiting`, `How many ${what} are not yet sent.`, ({ waiting }) => waiting],
    [
      `portvakt_${name}_oldest_seconds`,
      `How long the oldest of the ${what} has been due.`,
      ({ oldestSeconds }) => oldestSeconds,
    ],
    [`portvakt_${name}_undelivered`, `Dead ${what} to be looked at.`, ({ undelivered }) => undelivered],
  ])

type Told<S> = readonly [name: string, help: string, of: (state: S) => number]

/** Several numbers of one reading; they are no numbers while it cannot be read, or there is nothing to read. */
const measureTogether = <S>(registry: Registry, read: () => Promise<S | undefined>, told: readonly Told<S>[]): void => {
  let reading: Promise<S | undefined> | undefined
  const readOnce = async () =>
    await (reading ??= read()
      .catch(() => undefined)
      .finally(() => (reading = undefined)))
  for (const [name, help, of] of told) {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        const state = await readOnce()
        gauge.set(state === undefined ? Number.NaN : of(state))
      },
    })
  }
}
