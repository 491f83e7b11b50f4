import test from 'ava'
import { sql } from 'kysely'
import { administratorsOf } from '../../src/organisations/administrators-of.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { approve, organisationIn, registered, stina } from './approving.js'

const administrators = async (app: TestApp) =>
  (await administratorsOf(app.db, await organisationIn(app))).map(({ name }) => name)

test('when another officer approves, the account, its letter and the appointment are there, and a mail goes out', async (t) => {
  const app = await startTestApp(t)
  const outcome = await approve(app, await registered(app))
  t.like(outcome, { kind: 'approved', isNew: true, replaced: 0 })
  t.deepEqual(await administrators(app), ['Marie Lindblad', 'Stina Prov'])
  const letters = await app.owner
    .selectFrom('username_letter')
    .innerJoin('account', 'account.id', 'username_letter.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select('person.given_name as name')
    .execute()
  t.deepEqual(letters, [{ name: 'Stina' }])
  t.truthy(await app.nextMail(stina.email, 'Du är behörighetsadministratör'))
})

test('until then there is no account and no appointment', async (t) => {
  const app = await startTestApp(t)
  const id = await registered(app)
  t.deepEqual(await approve(app, id, 'handlaggare1'), { kind: 'needs-another-officer' })
  t.deepEqual(await administrators(app), ['Marie Lindblad'])
  t.is((await app.owner.selectFrom('person').select('id').where('given_name', '=', 'Stina').execute()).length, 0)
})

test('one that replaces stops those who administered the organisation, and they are told', async (t) => {
  const app = await startTestApp(t)
  t.like(await approve(app, await registered(app, { effect: 'replaces' })), { replaced: 1 })
  t.deepEqual(await administrators(app), ['Stina Prov'])
  const mail = await app.nextMail('marie.lindblad@vatterbygden.example', 'Du är inte längre behörighetsadministratör')
  t.true(mail.text.includes('Vätterbygdens yrkeshögskola'))
})

test('a new paper for somebody who is appointed already gives the appointment its new last day', async (t) => {
  const app = await startTestApp(t)
  await approve(app, await registered(app))
  await approve(app, await registered(app, { lastDay: '2040-06-30' }))
  t.deepEqual(await administrators(app), ['Marie Lindblad', 'Stina Prov'])
  const live = await app.owner
    .selectFrom('appointment')
    .where('ended_at', 'is', null)
    .where('valid_to', 'is not', null)
    .select('valid_to')
    .execute()
  t.deepEqual(live, [{ valid_to: '2040-06-30' }])
})

test('the appointment rests on its paper and ends with its last day (R-70)', async (t) => {
  const app = await startTestApp(t)
  const assuranceId = await registered(app, { lastDay: '2040-06-30' })
  await approve(app, assuranceId)
  const appointment = await app.owner
    .selectFrom('appointment')
    .where('assurance_id', '=', assuranceId)
    .selectAll()
    .executeTakeFirstOrThrow()
  t.like(appointment, { valid_to: '2040-06-30', ended_at: null })
})

test('nothing is approved for a closed organisation or an ended account, and the paper goes on waiting', async (t) => {
  const app = await startTestApp(t)
  const forNobody = await registered(app, {
    appointed: { ...stina, personalIdentityNumber: '199107309859' },
  })
  await sql`update account set ended_at = portvakt_now(), end_reason = 'left' where username = 'utan10001'`.execute(
    app.owner,
  )
  t.deepEqual(await approve(app, forNobody), { kind: 'account-ended' })
  const forNothing = await registered(app)
  await sql`update organisation set closed_at = portvakt_now() where code = '10001'`.execute(app.owner)
  t.deepEqual(await approve(app, forNothing), { kind: 'cannot-start' })
  const undecided = await app.owner.selectFrom('assurance').select('id').where('decision', 'is', null).execute()
  t.is(undecided.length, 2)
})
