import test from 'ava'
import { administeredBy } from '../../config/administered-by.js'
import type { ReportingMethod, SchoolForm } from '../../config/school-forms.js'
import type { Db } from '../../src/database/database.js'
import { contactsFor } from '../../src/permissions/contacts-for.js'
import { endGrant } from '../../src/permissions/grants/end-grant.js'
import { installServices } from '../../src/permissions/configured/install-services.js'
import { mayAdminister } from '../../src/permissions/may-administer.js'
import { freshDatabase } from '../support/database.js'
import { stopClockAt } from '../support/stop-clock.js'
import { administrator, close, from, grant, municipality, person, school, together } from './fixture.js'

const march = '2026-03-15T12:00:00Z'

test('an appointed administrator administers what the agency says is local, for every form and method', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, march)
  let code = 30_000
  for (const [form, byMethod] of Object.entries(administeredBy)) {
    for (const [method, byService] of Object.entries(byMethod)) {
      const told = { forms: [form as SchoolForm], method: method as ReportingMethod, code: String((code += 1)) }
      const organisationId = form === 'kommun' ? await municipality(db, told) : await school(db, told)
      const accountId = await administrator(db, organisationId)
      for (const [service, says] of Object.entries(byService) as [string, string][]) {
        t.is(await mayAdminister(db, { accountId, organisationId, service }), says === 'local', `${form} ${method}`)
      }
    }
  }
})

test('a school with several forms is administered locally where any of them says so', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, march)
  const may = async (forms: readonly SchoolForm[], code: string) => {
    const organisationId = await school(db, { forms, code })
    const accountId = await administrator(db, organisationId)
    return await mayAdminister(db, { accountId, organisationId, service: 'studeranderapportering' })
  }
  t.false(await may(['gymnasieskola'], '20001'))
  t.true(await may(['gymnasieskola', 'komvux'], '20002'))
  t.false(await may(['gymnasieskola', 'hogskola'], '20003'))
})

for (const [days, expected, tells] of [
  [{ from: '2026-03-15' }, true, 'from its first day'],
  [{ from: '2026-03-16' }, false, 'not before its first day'],
  [{ to: '2026-03-15' }, true, 'to its last day'],
  [{ to: '2026-03-14' }, false, 'not after its last day'],
] as const) {
  test(`an appointment holds ${tells}`, async (t) => {
    const { db, owner } = await freshDatabase(t)
    await stopClockAt(owner, march)
    const organisationId = await school(db)
    const accountId = await administrator(db, organisationId, days)
    t.is(await mayAdminister(db, { accountId, organisationId, service: 'studietider' }), expected)
  })
}

test('an appointment that was ended, an ended account and a closed organisation administer nothing', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, march)
  const may = async (undo: (organisationId: string, accountId: string) => Promise<unknown>, code: string) => {
    const organisationId = await school(db, { code })
    const accountId = await administrator(db, organisationId)
    t.true(await mayAdminister(db, { accountId, organisationId, service: 'studietider' }))
    await undo(organisationId, accountId)
    return await mayAdminister(db, { accountId, organisationId, service: 'studietider' })
  }
  t.false(await may(async (id) => await endAppointments(owner, id), '20001'))
  t.false(await may(async (_id, accountId) => await endAccount(owner, accountId), '20002'))
  t.false(await may(async (id) => await close(owner, id), '20003'))
})

test('a reporter administers nothing', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, march)
  const organisationId = await school(db)
  const accountId = await person(db, 'Rut')
  await grant(db, { accountId, organisationId })
  t.false(await mayAdminister(db, { accountId, organisationId, service: 'studietider' }))
})

test('whom to contact: the administrators where one has or has had a permission, and of no other school', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, march)
  const [own, other] = [await school(db), await school(db, { code: '20002' })]
  await administrator(db, own)
  await administrator(db, other)
  const accountId = await person(db, 'Rut')
  t.deepEqual(await contactsFor(db, accountId), [])
  const granted = await grant(db, { accountId, organisationId: own })
  if (granted.kind !== 'granted') throw new Error(granted.kind)
  await together(db, async (trx) => await endGrant(trx, { grantId: granted.grantId, reason: 'left', from }))
  t.deepEqual(await contactsFor(db, accountId), [{ organisation: 'school 20001', administrators: ['Adam Prov'] }])
})

test('an administrator with protected identity is named to nobody', async (t) => {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, march)
  const organisationId = await school(db)
  await administrator(db, organisationId)
  await owner.updateTable('person').set({ has_protected_identity: true }).execute()
  const accountId = await person(db, 'Rut')
  await grant(db, { accountId, organisationId })
  t.deepEqual(await contactsFor(db, accountId), [{ organisation: 'school 20001', administrators: [] }])
})

test('installing the services again changes nothing, neither what officers have decided; what is missing is added', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const install = async () => await together(db, async (trx) => await installServices(trx))
  await install()
  const before = await rules(owner)
  await owner.updateTable('administered_by').set({ administrator: 'agency' }).execute()
  const decided = await rules(owner)
  await install()
  t.deepEqual(await rules(owner), decided)
  await owner.deleteFrom('administered_by').where('school_form', '=', 'komvux').execute()
  await install()
  t.deepEqual((await rules(owner)).length, before.length)
  t.deepEqual(
    (await rules(owner)).filter(({ school_form: form }) => form === 'komvux'),
    before.filter(({ school_form: form }) => form === 'komvux'),
  )
  const traces = async () =>
    (await owner.selectFrom('audit_event').select('seq').where('kind', '=', 'services-installed').execute()).length
  t.is(await traces(), 2)
  await install()
  t.is(await traces(), 2)
})

const rules = async (owner: Db) =>
  await owner
    .selectFrom('administered_by')
    .selectAll()
    .orderBy('school_form')
    .orderBy('reporting_method')
    .orderBy('service')
    .execute()

const endAppointments = async (owner: Db, organisationId: string) =>
  await owner
    .updateTable('appointment')
    .set({ ended_at: '2026-03-01' })
    .where('organisation_id', '=', organisationId)
    .execute()

const endAccount = async (owner: Db, accountId: string) =>
  await owner
    .updateTable('account')
    .set({ ended_at: '2026-03-01', end_reason: 'test' })
    .where('id', '=', accountId)
    .execute()
