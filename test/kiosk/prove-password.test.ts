import test from 'ava'
import { provePassword } from '../../src/kiosk/prove-password.js'
import { freshDatabase } from '../support/database.js'
import { testContext } from '../support/context.js'
import { events, from, meanwhile, password, person } from '../login/fixture.js'

test('an account that is ended while its password is compared proves nothing, and the attempt is told as a wrong one', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const plain = testContext()
  await person(db, plain, 'anna')
  const endIt = async () =>
    void (await owner.updateTable('account').set({ ended_at: '2026-01-01', end_reason: 'test' }).execute())
  const input = { username: 'anna', password, interactionUid: undefined, current: undefined, from }
  t.deepEqual(await provePassword(db, meanwhile(plain, endIt), input), { kind: 'wrong', triesLeft: 3 })
  t.is((await events(owner)).at(-1), 'kiosk-refused')
  t.is((await owner.selectFrom('login_attempts').selectAll().execute()).length, 1, 'the attempt counts')
  t.is((await owner.selectFrom('kiosk_visit').selectAll().execute()).length, 0)
})
