import { startTestApp, type TestAppOptions, type TestApp } from '../test/support/app.js'

export interface Table {
  readonly title: string
  readonly rows: readonly Readonly<Record<string, string>>[]
}

/** What a benchmark runs on: apps of its own, with the policy of production, all torn down afterwards. */
export interface Bench {
  readonly app: (given?: TestAppOptions) => Promise<TestApp>
  readonly close: () => Promise<void>
}

export async function openBench(server: string): Promise<Bench> {
  process.env['TEST_DATABASE_SERVER'] = server
  const endings: (() => unknown)[] = []
  const lifetime = { teardown: (end: () => unknown) => void endings.push(end) }
  return {
    app: async (given = {}) => await startTestApp(lifetime, given),
    close: async () => {
      for (const end of endings.toReversed()) await end()
    },
  }
}

export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5)
}

export function quantile(numbers: readonly number[], at: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN
}
