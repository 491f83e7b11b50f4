import test from 'ava'
import { allOrNone } from '../../src/database/all-or-none.js'
import { guarded, type Guard } from '../../src/database/begin.js'
import { freshDatabase } from '../support/database.js'

test('a guard sees whether a transaction is kept or undone', async (t) => {
  const { db } = await freshDatabase(t)
  const kept: boolean[] = []
  const guard: Guard = async (begin) => {
    const { answer, isKept } = await begin()
    kept.push(isKept)
    return answer
  }
  await guarded(guard, async () => {
    await allOrNone(db, 'done', async () => await Promise.resolve({ kind: 'refused' }))
    await allOrNone(db, 'done', async () => await Promise.resolve({ kind: 'done' }))
    await db.transaction().execute(async () => await Promise.resolve())
  })
  t.deepEqual(kept, [false, true, true])
})
