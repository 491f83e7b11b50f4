import test from 'ava'
import { close } from '../permissions/fixture.js'
import { assuranceFixture as fixture } from './assurance-fixture.js'

for (const [what, changes, fault] of [
  ['nobody’s signature', { signatoryName: '  ' }, 'signatory-missing'],
  ['the signature of the one it appoints', { signatoryName: ' rut  PROV' }, 'signatory-is-appointed'],
  ['a date in the future', { signedOn: '2026-03-16' }, 'signed-in-the-future'],
  ['a date before 1990', { signedOn: '1989-12-31' }, 'signed-before-1990'],
  ['a last day that has passed', { lastDay: '2026-03-14' }, 'last-day-has-passed'],
] as const) {
  test(`a paper with ${what} is not registered`, async (t) => {
    const { owner, register } = await fixture(t)
    t.deepEqual(await register(changes), { kind: 'faulty', faults: [fault] })
    t.is((await owner.selectFrom('assurance').select('id').execute()).length, 0)
  })
}

test('a paper of today and one of 1990 are registered, and leave a trace', async (t) => {
  const { owner, register, decide, johan } = await fixture(t)
  const first = await register({ signedOn: '1990-01-01' })
  if (first.kind !== 'registered') throw new Error(first.kind)
  await decide(first.assuranceId, 'withdrawn', johan)
  t.is((await register({ signedOn: '2026-03-15', lastDay: '2026-03-15' })).kind, 'registered')
  const kinds = await owner.selectFrom('audit_event').select('kind').orderBy('seq', 'desc').limit(3).execute()
  t.deepEqual(
    kinds.map(({ kind }) => kind),
    ['assurance-registered', 'assurance-withdrawn', 'assurance-registered'],
  )
})

test('two papers for the same appointment do not await a decision at once', async (t) => {
  const { registered, register } = await fixture(t)
  await registered()
  t.is((await register()).kind, 'awaits-already')
})

test('nothing is registered for a closed organisation', async (t) => {
  const { owner, organisationId, register } = await fixture(t)
  await close(owner, organisationId)
  t.is((await register()).kind, 'no-such-organisation')
})

test('an officer registers no paper that appoints themselves', async (t) => {
  const { owner, karin, content, register } = await fixture(t)
  const { number } = await owner
    .selectFrom('person')
    .innerJoin('account', 'account.person_id', 'person.id')
    .where('account.id', '=', karin)
    .select('personal_identity_number as number')
    .executeTakeFirstOrThrow()
  const own = { appointed: { ...content.appointed, personalIdentityNumber: number } }
  t.is((await register(own)).kind, 'appoints-themselves')
})

for (const decision of ['approved', 'rejected'] as const) {
  test(`another officer than the one who registered it: ${decision}`, async (t) => {
    const { karin, johan, registered, decide } = await fixture(t)
    const id = await registered()
    t.deepEqual(await decide(id, decision, karin), { kind: 'needs-another-officer' })
    const decided = await decide(id, decision, johan)
    if (decided.kind !== 'decided') throw new Error(decided.kind)
    t.like(decided.assurance, { state: decision, decidedBy: johan, registeredBy: karin })
  })
}

test('an officer does not approve the paper that appoints them', async (t) => {
  const { owner, karin, johan, content, register, decide } = await fixture(t)
  const { number } = await owner
    .selectFrom('person')
    .innerJoin('account', 'account.person_id', 'person.id')
    .where('account.id', '=', johan)
    .select('personal_identity_number as number')
    .executeTakeFirstOrThrow()
  const outcome = await register({ appointed: { ...content.appointed, personalIdentityNumber: number } }, karin)
  if (outcome.kind !== 'registered') throw new Error(outcome.kind)
  t.deepEqual(await decide(outcome.assuranceId, 'approved', johan), { kind: 'needs-another-officer' })
})

test('whoever registered a paper by mistake may withdraw it, and then it can be registered again', async (t) => {
  const { karin, registered, register, decide } = await fixture(t)
  t.is((await decide(await registered(), 'withdrawn', karin)).kind, 'decided')
  t.is((await register()).kind, 'registered')
})

test('a paper is decided once', async (t) => {
  const { karin, johan, registered, decide } = await fixture(t)
  const id = await registered()
  const outcomes = await Promise.all([decide(id, 'approved', johan), decide(id, 'withdrawn', karin)])
  t.deepEqual(outcomes.map(({ kind }) => kind).toSorted(), ['decided', 'decided-meanwhile'])
  t.deepEqual(await decide('aaaaaaaa-0000-4000-8000-00000000dead', 'approved', johan), { kind: 'not-there' })
})

test('the database itself refuses one officer for both (R-74)', async (t) => {
  const { owner, karin, registered } = await fixture(t)
  const id = await registered()
  const both = { decision: 'approved', decided_by: karin, decided_at: new Date('2026-03-15') } as const
  await t.throwsAsync(owner.updateTable('assurance').set(both).where('id', '=', id).execute(), {
    message: /two_officers_approve/,
  })
})
