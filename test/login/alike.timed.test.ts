import test from 'ava'
import { freshDatabase } from '../support/database.js'
import { testContext } from '../support/context.js'
import { password, person, tries, wrong } from './fixture.js'

/**
 * High above what the work takes on a busy machine: what is compared is whether the minimum response time covers every
 * way.
 */
const minimumResponseTime = 400
const rounds = 12
const patient = {
  lock: { toleratedFailures: 10 },
  source: { failuresPerAddress: 10_000, failuresPerNetwork: 10_000 },
}
const context = testContext({ policy: { ...patient, hashing: { answerFloorMilliseconds: minimumResponseTime } } })
/** For what comes before the measuring. */
const hurried = testContext({ policy: patient })

test('how long an answer takes does not tell a known name from an invented one (R-22)', async (t) => {
  const { db } = await freshDatabase(t)
  for (let number = 0; number < 8; number += 1) await person(db, context, `known${number}`)
  const times = { known: [] as number[], invented: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of ['known', 'invented'] as const) {
      times[kind].push(await milliseconds(() => tries(db, context, `${kind}${round % 8}`)))
    }
  }
  const [known, invented] = [median(times.known), median(times.invented)]
  t.true(Math.abs(known - invented) < minimumResponseTime / 10, `${known} and ${invented} ms`)
})

test('nor does it tell the right password from a wrong one while the name is locked', async (t) => {
  const { db } = await freshDatabase(t)
  await person(db, context, 'known')
  await wrong(db, hurried, 'known', 11)
  await wrong(db, hurried, 'invented', 11)
  const times = { right: [] as number[], wrong: [] as number[], invented: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    times.right.push(await milliseconds(() => tries(db, context, 'known', password)))
    times.wrong.push(await milliseconds(() => tries(db, context, 'known')))
    times.invented.push(await milliseconds(() => tries(db, context, 'invented')))
  }
  const medians = Object.values(times).map(median)
  t.true(Math.max(...medians) - Math.min(...medians) < minimumResponseTime / 10, medians.join(' '))
})

const milliseconds = async (work: () => Promise<unknown>) => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
