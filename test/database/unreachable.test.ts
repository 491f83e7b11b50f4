import test from 'ava'
import { atMostOnce } from '../../src/database/at-most-once.js'
import { isSurelyUndone } from '../../src/database/unreachable.js'

const failure = (code: string) => Object.assign(new Error('failed'), { code })

test('a statement on a connection that broke is not taken for undone, since nobody knows', (t) => {
  for (const code of ['EPIPE', 'ECONNRESET', 'ETIMEDOUT', '08006', '08003', '57P01', '57P03']) {
    t.false(isSurelyUndone(failure(code)), code)
  }
  for (const code of ['23505', '40001', '40P01', '57014', '25006', 'P0001', 'ECONNREFUSED']) {
    t.true(isSurelyUndone(failure(code)), code)
  }
})

test('an act whose answer was lost is not done again, and one that was surely undone is', async (t) => {
  for (const [code, times] of [
    ['EPIPE', 1],
    ['40001', 2],
  ] as const) {
    const receipt = {}
    let done = 0
    const act = async () => {
      done += 1
      if (done === 1) throw failure(code)
      await Promise.resolve()
    }
    await t.throwsAsync(atMostOnce(receipt, act), { message: 'failed' })
    await atMostOnce(receipt, act)
    t.is(done, times, code)
  }
})
