import { approveAssurance } from '../../src/officers/assurances/detail/approve.js'
import type { AssuranceContent } from '../../src/organisations/assurances/assurance.js'
import { registerAssurance } from '../../src/organisations/assurances/register-assurance.js'
import { accountIdOf } from '../own-account/client.js'
import { from, together } from '../permissions/fixture.js'
import type { TestApp } from '../support/app.js'
import { signedForm } from './assurance-fixture.js'

export const stina = {
  personalIdentityNumber: '199107309800',
  givenName: 'Stina',
  familyName: 'Prov',
  email: 'stina.prov@vatterbygden.example',
  street: 'Storgatan 1',
  postalCode: '55318',
  locality: 'Jönköping',
  country: 'SE',
}

export async function organisationIn({ owner }: TestApp, code = '10001'): Promise<string> {
  return (await owner.selectFrom('organisation').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id
}

/** A paper that an officer has registered at 10001, with its scan. */
export async function registered(
  app: TestApp,
  changes: Partial<AssuranceContent> = {},
  registrar = 'handlaggare1',
): Promise<string> {
  const by = await accountIdOf(app, registrar)
  const organisationId = await organisationIn(app)
  const content = {
    organisationId,
    signatoryName: 'Berit Ask',
    signedOn: '2026-01-10',
    appointed: stina,
    effect: 'adds',
    ...changes,
  } as const
  const scan = { type: 'application/pdf', bytes: await signedForm().bytes() } as const
  const outcome = await together(app.db, async (trx) => await registerAssurance(trx, { content, scan, by, from }))
  if (outcome.kind !== 'registered') throw new Error(outcome.kind)
  return outcome.assuranceId
}

export async function approve(app: TestApp, assuranceId: string, by = 'handlaggare2') {
  const officer = await accountIdOf(app, by)
  return await together(app.db, async (trx) => await approveAssurance(trx, { assuranceId, by: officer, from }))
}
