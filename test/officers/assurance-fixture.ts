import { accountIdOf } from '../own-account/client.js'
import type { TestApp } from '../support/app.js'

/** The signed form, as a scanner would send it; no more of a PDF than its beginning and its end. */
export const signedForm = (name = 'skannad.pdf', content = '%PDF-1.7\n%%EOF\n'): File => new File([content], name)

/** A signed paper that handlaggare2 has registered, with its scan, and that awaits a decision. */
export async function registeredAssurance(app: TestApp): Promise<string> {
  const [by, { id: organisationId }] = [
    await accountIdOf(app, 'handlaggare2'),
    await app.owner.selectFrom('organisation').select('id').where('code', '=', '10002').executeTakeFirstOrThrow(),
  ]
  const waiting = await app.owner.selectFrom('assurance').select('id').where('decision', 'is', null).executeTakeFirst()
  if (waiting !== undefined) return waiting.id
  const values = {
    organisation_id: organisationId,
    signatory_name: 'Berit Ask',
    signed_on: '2026-01-10',
    personal_identity_number: '199107309800',
    given_name: 'Rut',
    family_name: 'Prov',
    email: 'rut@skola.example',
    street: 'Storgatan 1',
    postal_code: '55318',
    locality: 'Jönköping',
    effect: 'adds',
    registered_by: by,
  } as const
  const { id } = await app.owner.insertInto('assurance').values(values).returning('id').executeTakeFirstOrThrow()
  const scan = { assurance_id: id, type: 'application/pdf', bytes: Buffer.from('%PDF-1.7\n') } as const
  await app.owner.insertInto('assurance_scan').values(scan).execute()
  return id
}
