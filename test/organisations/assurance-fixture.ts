import type { ExecutionContext } from 'ava'
import type { Decision, AssuranceContent } from '../../src/organisations/assurances/assurance.js'
import { decideAssurance } from '../../src/organisations/assurances/decide-assurance.js'
import { registerAssurance } from '../../src/organisations/assurances/register-assurance.js'
import { from, person, school, together } from '../permissions/fixture.js'
import { freshDatabase } from '../support/database.js'
import { stopClockAt } from '../support/stop-clock.js'

/** A school, two officers, and a paper that appoints Rut Prov, on 15 March. */
export async function assuranceFixture(t: ExecutionContext) {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, '2026-03-15T12:00:00Z')
  const organisationId = await school(db)
  const [karin, johan] = [await person(db, 'Karin'), await person(db, 'Johan')]
  const content: AssuranceContent = {
    organisationId,
    signatoryName: 'Berit Ask',
    signedOn: '2026-03-10',
    appointed: {
      personalIdentityNumber: '198204179835',
      givenName: 'Rut',
      familyName: 'Prov',
      email: 'rut@skola.example',
      street: 'Storgatan 1',
      postalCode: '55318',
      locality: 'Jönköping',
      country: 'SE',
    },
    effect: 'adds',
  }
  const scan = { type: 'application/pdf', bytes: Buffer.from('%PDF-1.7\n%%EOF\n') } as const
  const register = async (changes: Partial<AssuranceContent> = {}, by = karin) =>
    await together(
      db,
      async (trx) => await registerAssurance(trx, { content: { ...content, ...changes }, scan, by, from }),
    )
  const registered = async (changes: Partial<AssuranceContent> = {}) => {
    const outcome = await register(changes)
    if (outcome.kind !== 'registered') throw new Error(outcome.kind)
    return outcome.assuranceId
  }
  const decide = async (assuranceId: string, decision: Decision, by: string) =>
    await together(db, async (trx) => await decideAssurance(trx, { assuranceId, decision, by, reason: 'skäl', from }))
  return { db, owner, organisationId, karin, johan, content, register, registered, decide }
}
