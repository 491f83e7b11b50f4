import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { Registry } from 'prom-client'
import { standardPolicy } from '../config/policy.js'
import { demoPassword } from '../src/demo/people.js'
import { databaseCheck } from '../src/server/database-check.js'
import { disposables } from '../src/server/drain.js'
import { managementServer } from '../src/web/management.js'
import { openBrowser } from '../test/support/browser.js'
import type { Sent } from './at-once.worker.js'
import { quantile, type Bench, type Table } from './bench.js'

const people = 500
const everyMilliseconds = 50

/**
 * Health while five hundred people sign in at the same moment at one instance, beside the same while it is idle: how late
 * it answers that it lives, and that its database answers. The senders are a thread of their own.
 */
export async function atOnceBench({ app }: Bench): Promise<Table> {
  const { home, ownerUrl } = await app({ isWorkerOff: true, policy: { hashing: standardPolicy.hashing } })
  const opened = disposables((name, error) => console.error(name, error))
  const reasons = databaseCheck(ownerUrl, opened)
  const management = managementServer({ metrics: new Registry(), reasons }).listen(0, '127.0.0.1')
  await once(management, 'listening')
  const address = `http://127.0.0.1:${(management.address() as AddressInfo).port}`
  const rows: Record<string, string>[] = []
  try {
    const idle = new AbortController()
    const reference = poll(address, idle.signal)
    await wait(5_000)
    idle.abort()
    rows.push(...rowsOf('idle', await reference))

    const forms: Sent['forms'][number][] = []
    for (let turn = 0; turn < people; turn += 1) forms.push(await signInForm(home))
    const busy = new AbortController()
    const beside = poll(address, busy.signal)
    const startedAt = performance.now()
    const [statuses] = (await once(
      new Worker(new URL('./at-once.worker.js', import.meta.url), { workerData: { home, forms } satisfies Sent }),
      'message',
    )) as [readonly number[]]
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    busy.abort()
    const counted = Map.groupBy(statuses, (status) => status)
    const answers = [...counted].map(([status, all]) => `${all.length} × ${status}`).join(', ')
    rows.push(...rowsOf(`${people} at once (${answers}; ${seconds} s)`, await beside))
  } finally {
    management.closeAllConnections()
    management.close()
    await opened.closeAll()
  }
  return { title: `Health beside ${people} sign-ins at once`, rows }
}

const signInForm = async (home: string): Promise<Sent['forms'][number]> => {
  const browser = openBrowser({ passed: true, log: () => undefined, teardown: () => undefined }, home)
  await browser.open('/konto')
  const typed = { token: browser.formToken(), username: 'rapport10001', password: demoPassword }
  const cookie = [...browser.cookies()].map((pair) => pair.join('=')).join('; ')
  return { path: browser.path(), cookie, body: new URLSearchParams(typed).toString() }
}

type Polled = Readonly<Record<'live' | 'ready', readonly number[]>>

const poll = async (address: string, signal: AbortSignal): Promise<Polled> => {
  const ask = async (name: 'live' | 'ready'): Promise<readonly number[]> => {
    const all: Promise<number>[] = []
    while (!signal.aborted) {
      all.push(latency(`${address}/health/${name}`))
      await wait(everyMilliseconds)
    }
    return await Promise.all(all)
  }
  const [live, ready] = await Promise.all([ask('live'), ask('ready')])
  return { live, ready }
}

const latency = async (url: string): Promise<number> => {
  const startedAt = performance.now()
  await (await fetch(url)).text()
  return performance.now() - startedAt
}

const rowsOf = (when: string, polled: Polled): Record<string, string>[] =>
  Object.entries(polled).map(([name, durations]) => ({
    when,
    health: name,
    'p50 ms': quantile(durations, 0.5).toFixed(0),
    'p99 ms': quantile(durations, 0.99).toFixed(0),
    'max ms': Math.max(...durations).toFixed(0),
    asked: String(durations.length),
  }))
