import test from 'ava'
import type { NewGrant } from '../../src/permissions/grants/grant-permission.js'
import { holdersAt } from '../../src/permissions/holders-at.js'
import { freshDatabase } from '../support/database.js'
import { stopClockAt } from '../support/stop-clock.js'
import { grant, person, school } from './fixture.js'

for (const [who, count, terms, change] of [
  ['somebody whose permission holds', 1, {}, {}],
  ['somebody on their first day', 1, { validFrom: '2026-03-15' }, {}],
  ['somebody on their last day', 1, { validTo: '2026-03-15' }, {}],
  ['somebody who begins tomorrow', 0, { validFrom: '2026-03-16' }, {}],
  ['somebody whose last day was yesterday', 0, { validTo: '2026-03-14' }, {}],
  ['somebody who is paused', 0, {}, { paused_from: '2026-03-15', paused_to: '2026-03-20', pause_reason: 'leave' }],
  [
    'somebody whose pause is over',
    1,
    {},
    { paused_from: '2026-03-01', paused_to: '2026-03-14', pause_reason: 'leave' },
  ],
  ['somebody whose permission was ended', 0, {}, { ended_at: '2026-03-15T08:00:00Z', end_reason: 'left' }],
] as const satisfies readonly (readonly [string, number, Partial<NewGrant>, object])[]) {
  test(`of those who hold a service at a school, ${who} is ${count === 1 ? 'counted' : 'not counted'}`, async (t) => {
    const { db, owner } = await freshDatabase(t)
    await stopClockAt(owner, '2026-03-15T12:00:00Z')
    const organisationId = await school(db)
    await grant(db, { accountId: await person(db, 'Rut'), organisationId, ...terms })
    if (Object.keys(change).length > 0) await owner.updateTable('grant').set(change).execute()
    const told = await holdersAt(db, [organisationId])
    t.deepEqual(
      told.map(({ code, holders }) => [code, holders]),
      [
        ['studeranderapportering', 0],
        ['studietider', count],
      ],
    )
  })
}

test('nobody whose account has ended is counted, and nobody of another school', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const [here, there] = [await school(db), await school(db, { code: '20002' })]
  const [rut, ada] = [await person(db, 'Rut'), await person(db, 'Ada')]
  for (const accountId of [rut, ada]) await grant(db, { accountId, organisationId: here })
  await grant(db, { accountId: ada, organisationId: there })
  await owner.updateTable('account').set({ ended_at: '2026-03-01', end_reason: 'left' }).where('id', '=', rut).execute()
  const told = await holdersAt(db, [here, there])
  t.deepEqual(
    told.filter(({ code }) => code === 'studietider').map(({ organisationId, holders }) => [organisationId, holders]),
    [
      [here, 1],
      [there, 1],
    ],
  )
})
