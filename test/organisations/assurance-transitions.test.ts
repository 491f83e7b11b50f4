import test from 'ava'
import type { AssuranceState, Decision } from '../../src/organisations/assurances/assurance.js'
import { findAssurance } from '../../src/organisations/assurances/decide-assurance.js'
import { assuranceFixture } from './assurance-fixture.js'

type Fixture = Awaited<ReturnType<typeof assuranceFixture>>

const states = ['registered', 'approved', 'rejected', 'withdrawn'] as const satisfies readonly AssuranceState[]

/** A paper that Karin registered, brought to a state by Johan. */
async function assuranceThatIs(state: AssuranceState, { johan, registered, decide }: Fixture): Promise<string> {
  const id = await registered()
  if (state !== 'registered') await decide(id, state, johan)
  return id
}

const officers = {
  'who registered it': ({ karin }) => karin,
  'another officer': ({ johan }) => johan,
} as const satisfies Record<string, (fixture: Fixture) => string>

/** As the head of assurance.ts draws it: only what waits is decided, and who registered it may only withdraw it. */
const outcomeOf = (state: AssuranceState, decision: Decision, who: keyof typeof officers) => {
  if (state !== 'registered') return 'decided-meanwhile'
  return who === 'another officer' || decision === 'withdrawn' ? 'decided' : 'needs-another-officer'
}

const isOfficer = (word: string): word is keyof typeof officers => Object.hasOwn(officers, word)

for (const state of states) {
  for (const decision of ['approved', 'rejected', 'withdrawn'] as const) {
    for (const who of Object.keys(officers).filter(isOfficer)) {
      const outcome = outcomeOf(state, decision, who)
      const can = outcome === 'decided' ? 'is' : 'is never'
      test(`a paper that is ${state} ${can} ${decision} by ${who}`, async (t) => {
        const fixture = await assuranceFixture(t)
        const id = await assuranceThatIs(state, fixture)
        const before = await findAssurance(fixture.db, id)
        t.is((await fixture.decide(id, decision, officers[who](fixture))).kind, outcome)
        const after = await findAssurance(fixture.db, id)
        t.is(after?.state, outcome === 'decided' ? decision : state)
        if (outcome !== 'decided') t.deepEqual(after, before)
      })
    }
  }
}

test('a paper that is registered without its signed form is never approved, and is rejected or withdrawn', async (t) => {
  const { owner, johan, karin, registered, decide, db } = await assuranceFixture(t)
  const [one, other] = [await registered(), await registered({ organisationId: await anotherSchool(owner) })]
  await owner.deleteFrom('assurance_scan').execute()
  t.is((await decide(one, 'approved', johan)).kind, 'scan-missing')
  t.is((await findAssurance(db, one))?.state, 'registered')
  t.is((await decide(one, 'rejected', johan)).kind, 'decided')
  t.is((await decide(other, 'withdrawn', karin)).kind, 'decided')
})

const anotherSchool = async (owner: Fixture['owner']): Promise<string> => {
  const values = { kind: 'school', code: '20002', name: 'En annan', reporting_method: 'web' } as const
  const { id } = await owner.insertInto('organisation').values(values).returning('id').executeTakeFirstOrThrow()
  return id
}
