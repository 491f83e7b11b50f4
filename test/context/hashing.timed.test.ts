import test from 'ava'
import { hashingGate } from '../../src/context/hashing.js'
import { keyRing } from '../../src/context/keys.js'

const usual = {
  memoryKibibytes: 19_456,
  passes: 2,
  lanes: 1,
  concurrency: 1,
  waiting: 2,
  answerFloorMilliseconds: 0,
}

test('comparing with nothing costs what comparing with a hash costs', async (t) => {
  const gate = hashingGate(usual, keyRing(['a master secret of tests, long enough to be one']))
  const stored = await gate.hash('hemligt')
  const times = { known: [] as number[], unknown: [] as number[] }
  for (let turn = 0; turn < 30; turn += 1) {
    times.known.push(await milliseconds(() => gate.matches(stored, 'fel')))
    times.unknown.push(await milliseconds(() => gate.matches(undefined, 'fel')))
  }
  // The least of many: a busy machine only ever adds to it. Without the decoy, one of the two would cost nothing.
  const [known, unknown] = [Math.min(...times.known), Math.min(...times.unknown)]
  t.true(Math.abs(known - unknown) < known / 2, `${known} and ${unknown} ms`)
})

const milliseconds = async (work: () => Promise<unknown>) => {
  const start = performance.now()
  await work()
  return performance.now() - start
}
