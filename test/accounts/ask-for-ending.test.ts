import test from 'ava'
import { askForEnding, openEndingRequest } from '../../src/accounts/ending-requests/ask-for-ending.js'
import { freshDatabase } from '../support/database.js'
import { administrator, from, grant, person, school, together } from '../permissions/fixture.js'

test('an account has one open request to be ended, by whoever administers where the person is or was', async (t) => {
  const { db } = await freshDatabase(t)
  const organisationId = await school(db)
  const elsewhere = await school(db, { code: '20002' })
  const by = await administrator(db, organisationId)
  const stranger = await administrator(db, elsewhere)
  const accountId = await person(db, 'Rut')
  await grant(db, { accountId, organisationId, by })
  const ask = async (
    given: { readonly by?: string; readonly organisationId?: string; readonly accountId?: string } = {},
  ) =>
    (
      await together(
        db,
        async (trx) =>
          await askForEnding(trx, { accountId, organisationId, by, reason: 'Har flyttat.', from, ...given }),
      )
    ).kind
  t.is(await ask({ by: stranger }), 'not-there')
  t.is(await ask({ by: stranger, organisationId: elsewhere }), 'not-there')
  t.is(await ask({ accountId: by }), 'not-there', 'their own')
  t.is(await ask(), 'asked')
  t.is(await ask(), 'asked-already')
  const request = await openEndingRequest(db, accountId)
  t.like(request, { accountId, organisationId, by, reason: 'Har flyttat.' })
})
