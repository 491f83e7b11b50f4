import test from 'ava'
import { sql } from 'kysely'
import { findAccount } from '../../../src/accounts/find.js'
import { lockUnchanged, upsertPassword } from '../../../src/accounts/passwords/passwords.queries.js'
import type { Trx } from '../../../src/database/database.js'
import { resetAccess } from '../../../src/officers/accounts/actions/reset-access.js'
import { from, person, together } from '../../permissions/fixture.js'
import { freshDatabase } from '../../support/database.js'

test('a first password that is being chosen in the same moment is waited for, and goes with the reset', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const accountId = await person(db, 'Rut')
  const contact = { email: 'rut@myndigheten.example' }
  const reset = async (trx: Trx) => await resetAccess(trx, { accountId, contact, why: { why: 'officer' }, from })
  await together(owner, async (choosing) => {
    const { passwordChosenAt } = (await findAccount(choosing, accountId)) ?? { passwordChosenAt: null }
    t.true(await lockUnchanged(choosing, { accountId, chosenAt: passwordChosenAt }))
    await upsertPassword(choosing, {
      accountId,
      hash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaA',
      pepperId: 'test',
    })
    const hurried = together(db, async (trx) => {
      await sql`set local lock_timeout = '50ms'`.execute(trx)
      await reset(trx)
    })
    await t.throwsAsync(hurried, { message: /lock timeout/ })
  })
  await together(db, reset)
  t.is((await findAccount(db, accountId))?.password, undefined)
})
