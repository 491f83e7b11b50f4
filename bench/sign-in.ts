import { standardPolicy } from '../config/policy.js'
import { identify } from '../src/login/identify.js'
import { signIn } from '../src/login/sign-in.js'
import { demoPassword } from '../src/demo/people.js'
import { fromWithin } from '../src/context/origin.js'
import { median, quantile, type Bench, type Table } from './bench.js'

const samples = 120
const from = fromWithin('bench')

/**
 * What a stranger could measure: known, invented and locked names side by side, interleaved, with the hashing of
 * production; first with the minimum response time, as it is served, then without it, to see what it hides.
 */
export async function signInBench({ app }: Bench): Promise<Table> {
  const { hashing, lock } = standardPolicy
  const rows: Record<string, string>[] = []
  for (const minimumResponseTime of [hashing.answerFloorMilliseconds, 0]) {
    const policy = {
      hashing: { ...hashing, answerFloorMilliseconds: minimumResponseTime },
      lock: { ...lock, toleratedFailures: 10 },
    }
    const { db, context } = await app({ policy })
    const kinds = {
      right: async () => await signIn(db, context, { username: 'rapport10002', password: demoPassword, from }),
      'known, wrong': async (turn: number) =>
        await identify(db, context, { username: knownNames[turn % knownNames.length] ?? '', password: 'fel', from }),
      invented: async (turn: number) =>
        await identify(db, context, { username: `nagon${turn % knownNames.length}`, password: 'fel', from }),
      locked: async () => await identify(db, context, { username: 'last', password: 'fel', from }),
    }
    for (let turn = 0; turn < 11; turn += 1) await kinds.locked()
    const measured = await interleaved(kinds)
    const known = median(measured['known, wrong'] ?? [])
    for (const [kind, durations] of Object.entries(measured)) {
      rows.push({
        'answer floor': `${minimumResponseTime} ms`,
        name: kind,
        'median ms': median(durations).toFixed(1),
        'p95 ms': quantile(durations, 0.95).toFixed(1),
        'ratio to known, wrong': (median(durations) / known).toFixed(2),
      })
    }
  }
  return { title: `Sign-in: ${samples} attempts of each kind, interleaved`, rows }
}

const knownNames = ['rapport10001', 'budget0999', 'admin10001', 'admin10002', 'utan10001', 'handlaggare1']

const interleaved = async (kinds: Readonly<Record<string, (turn: number) => Promise<unknown>>>) => {
  const measured: Record<string, number[]> = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]))
  for (let turn = 0; turn < samples; turn += 1) {
    for (const [kind, act] of Object.entries(kinds)) {
      const startedAt = performance.now()
      await act(turn)
      measured[kind]?.push(performance.now() - startedAt)
    }
  }
  return measured
}
