import test from 'ava'
import type { Db } from '../../src/database/database.js'
import { hashOf, newVisitName } from '../../src/kiosk/kiosk.js'
import { finishVisit, holdVisit, holdVisits, insertVisit } from '../../src/kiosk/kiosk.queries.js'
import { sweepVisits, visitOf } from '../../src/kiosk/visit.js'
import { reporter } from '../one-time-passwords/reporter.js'
import { travel } from '../support/clock.js'
import { freshDatabase } from '../support/database.js'

const nameKey = Buffer.alloc(32, 7)

/** A visit that has proved this account; without one, it waits for a code. */
const visit = async (db: Db, accountId?: string): Promise<string> => {
  const name = newVisitName()
  await db.transaction().execute((trx) =>
    insertVisit(trx, {
      idHash: hashOf(name),
      step: accountId === undefined ? 'enter-code' : 'choose-password',
      nameKey,
      ...(accountId !== undefined && { accountId, proof: 'password' as const }),
      interactionUid: undefined,
      minutes: 15,
    }),
  )
  return name
}

const finish = async (db: Db, name: string, accountId: string): Promise<boolean> =>
  await db.transaction().execute(async (trx) => {
    const which = { idHash: hashOf(name), accountId }
    if (!(await holdVisits(trx, which))) return false
    await finishVisit(trx, which)
    return true
  })

test('a visit is found by its name only, and the name is not in the database', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const name = await visit(db)
  t.is((await visitOf(db, name))?.step, 'enter-code')
  t.is(await visitOf(db, newVisitName()), undefined)
  t.is(await visitOf(db, undefined), undefined)
  t.false(JSON.stringify(await owner.selectFrom('kiosk_visit').selectAll().execute()).includes(name))
})

test('a visit is finished once, and closes the others of the same person only', async (t) => {
  const { db } = await freshDatabase(t)
  const [rut, eva] = [await reporter(db), await reporter(db, 'eva1234')]
  const [one, two, others] = [await visit(db, rut), await visit(db, rut), await visit(db, eva)]
  t.true(await finish(db, one, rut))
  t.false(await finish(db, one, rut))
  t.false(await finish(db, two, rut))
  t.is((await visitOf(db, one))?.step, 'done')
  t.is(await visitOf(db, two), undefined)
  t.is((await visitOf(db, others))?.step, 'choose-password')
})

test('of ten visits of one person that finish at once, one does, and none stands in another’s way', async (t) => {
  const { db } = await freshDatabase(t)
  const rut = await reporter(db)
  const names = await Promise.all(Array.from({ length: 10 }, () => visit(db, rut)))
  const finished = await Promise.all(names.map((name) => finish(db, name, rut)))
  t.is(finished.filter(Boolean).length, 1)
})

test('nobody finishes with another person’s account', async (t) => {
  const { db } = await freshDatabase(t)
  const [rut, eva] = [await reporter(db), await reporter(db, 'eva1234')]
  t.false(await finish(db, await visit(db, rut), eva))
})

test('a visit is held only at its step, and as long as it lasts', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const idHash = hashOf(await visit(db))
  const held = async (step: 'enter-code' | 'choose-password') =>
    await db.transaction().execute((trx) => holdVisit(trx, { idHash, step }))
  t.deepEqual([await held('enter-code'), await held('choose-password')], [true, false])
  await travel(owner, '15 minutes')
  t.false(await held('enter-code'))
})

test('the database itself refuses a choice of password by nobody', async (t) => {
  const { owner } = await freshDatabase(t)
  const values = { id_hash: Buffer.alloc(32, 1), step: 'choose-password' as const, name_key: nameKey }
  const insert = owner.insertInto('kiosk_visit').values({ ...values, expires_at: '2099-01-01' })
  await t.throwsAsync(insert.execute(), { message: /a_password_is_chosen_by_a_proved_person/ })
})

test('visits that have run out are forgotten, some at a time', async (t) => {
  const { db, owner } = await freshDatabase(t)
  for (let count = 1; count <= 3; count += 1) await visit(db)
  t.is(await sweepVisits(db), 0)
  await travel(owner, '15 minutes 1 second')
  const lasting = await visit(db)
  t.deepEqual([await sweepVisits(db, 2), await sweepVisits(db, 2), await sweepVisits(db, 2)], [2, 1, 0])
  t.not(await visitOf(db, lasting), undefined)
})
