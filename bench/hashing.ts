import { standardPolicy } from '../config/policy.js'
import { hashingGate, HashingFull } from '../src/context/hashing.js'
import { keyRing } from '../src/context/keys.js'
import { median, type Table } from './bench.js'

/** What the gate is for: a flood of sign-ins is served at the machine's pace, and everything else stays quick. */
export async function hashingBench(): Promise<Table> {
  const gate = hashingGate(standardPolicy.hashing, keyRing(['a master secret of benchmarks, long enough']))
  const stored = await gate.hash('Vintern kom tidigt 2026')
  const alone = await timed(20, async () => await gate.matches(stored, 'fel lösenord'))
  const decoy = await timed(20, async () => await gate.matches(undefined, 'fel lösenord'))
  const flood = 400
  let refused = 0
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: flood }, async () => {
      try {
        await gate.matches(stored, 'fel lösenord')
      } catch (error) {
        if (!(error instanceof HashingFull)) throw error
        refused += 1
      }
    }),
  )
  const seconds = (performance.now() - startedAt) / 1000
  return {
    title: 'Hashing: argon2id with the standard policy',
    rows: [
      { what: 'one comparison, median ms', value: alone.toFixed(1) },
      { what: 'decoy / real comparison, ratio of medians', value: (decoy / alone).toFixed(2) },
      { what: `flood of ${flood}: compared per second`, value: ((flood - refused) / seconds).toFixed(0) },
      { what: `flood of ${flood}: refused at once`, value: String(refused) },
    ],
  }
}

const timed = async (times: number, act: () => Promise<unknown>): Promise<number> => {
  const durations: number[] = []
  for (let turn = 0; turn < times; turn += 1) {
    const startedAt = performance.now()
    await act()
    durations.push(performance.now() - startedAt)
  }
  return median(durations)
}
