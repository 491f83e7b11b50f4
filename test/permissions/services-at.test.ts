import test from 'ava'
import { servicesAt } from '../../src/permissions/services-at.js'
import { freshDatabase } from '../support/database.js'
import { administrator, school } from './fixture.js'

test('of what can be reported, only what is local is an administrator’s to give, and only where they are appointed', async (t) => {
  const { db } = await freshDatabase(t)
  const mixed = await school(db, { forms: ['gymnasieskola'] })
  const elsewhere = await school(db, { code: '20002', forms: ['yrkeshogskola'] })
  const by = await administrator(db, mixed)
  const told = async (organisationId: string) =>
    (await servicesAt(db, { organisationId, by })).map(({ code, isTheirs }) => [code, isTheirs])
  t.deepEqual(await told(mixed), [
    ['studeranderapportering', false],
    ['studietider', true],
  ])
  t.deepEqual(await told(elsewhere), [
    ['studeranderapportering', false],
    ['studietider', false],
  ])
})
