import { sql, type SqlBool } from 'kysely'
import type { Db, Trx } from '../../database/database.js'
import type { Decision, Paper } from './assurance.js'

/** Nothing when the organisation is closed, or another paper for the same person there awaits a decision. */
export async function insertAssurance(
  trx: Trx,
  { paper, by }: { readonly paper: Paper; readonly by: string },
): Promise<string | undefined> {
  const { appointed } = paper
  const { rows } = await sql<{ id: string }>`
    insert into assurance (organisation_id, signatory_name, signed_on, personal_identity_number, given_name,
      family_name, email, street, postal_code, locality, effect, last_day, registered_by)
    select organisation.id, ${paper.signatoryName}, ${paper.signedOn}::date, ${appointed.personalIdentityNumber},
      ${appointed.givenName}, ${appointed.familyName}, ${appointed.email}, ${appointed.street},
      ${appointed.postalCode}, ${appointed.locality}, ${paper.effect}, ${paper.lastDay ?? null}::date, ${by}::uuid
    from organisation where id = ${paper.organisationId} and closed_at is null
    on conflict (organisation_id, personal_identity_number) where decision is null do nothing
    returning id`.execute(trx)
  return rows[0]?.id
}

/**
 * Decides once: of two officers who decide at the same time, one does. Whoever registered it may only withdraw it, and
 * whom it appoints decides nothing about it.
 */
export async function markDecided(
  trx: Trx,
  input: {
    readonly assuranceId: string
    readonly decision: Decision
    readonly by: string
    readonly reason: string | undefined
  },
) {
  const { assuranceId, decision, by, reason } = input
  return await trx
    .updateTable('assurance')
    .set({ decision, decided_by: by, decided_at: sql<Date>`portvakt_now()`, reason: reason ?? null })
    .where('id', '=', assuranceId)
    .where('decision', 'is', null)
    .$if(decision !== 'withdrawn', (update) => update.where('registered_by', '<>', by).where(isNotTheirOwn(by)))
    .returning(assuranceColumns)
    .executeTakeFirst()
}

const isNotTheirOwn = (by: string) => sql<SqlBool>`personal_identity_number is distinct from (
  select person.personal_identity_number from person join account on account.person_id = person.id
  where account.id = ${by})`

const assuranceColumns = [
  'id',
  'organisation_id as organisationId',
  'signatory_name as signatoryName',
  'signed_on as signedOn',
  'personal_identity_number as personalIdentityNumber',
  'given_name as givenName',
  'family_name as familyName',
  'email',
  'street',
  'postal_code as postalCode',
  'locality',
  'effect',
  'last_day as lastDay',
  'registered_by as registeredBy',
  'registered_at as registeredAt',
  'decision',
  'decided_by as decidedBy',
  'decided_at as decidedAt',
  'reason',
] as const

export async function selectAssurance(db: Db, id: string) {
  return await db.selectFrom('assurance').where('id', '=', id).select(assuranceColumns).executeTakeFirst()
}

export type AssuranceRow = NonNullable<Awaited<ReturnType<typeof selectAssurance>>>

/** Those that await a decision, the oldest first. */
export async function selectUndecided(db: Db) {
  return await db
    .selectFrom('assurance')
    .where('decision', 'is', null)
    .select(assuranceColumns)
    .orderBy('registered_at')
    .execute()
}

/** The latest decided, as many as are asked for. */
export async function selectDecided(db: Db, atMost: number) {
  return await db
    .selectFrom('assurance')
    .where('decision', 'is not', null)
    .select(assuranceColumns)
    .orderBy('decided_at', 'desc')
    .limit(atMost)
    .execute()
}

export async function isOwnNumber(
  db: Db,
  { accountId, personalIdentityNumber }: { readonly accountId: string; readonly personalIdentityNumber: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .innerJoin('account', 'account.person_id', 'person.id')
    .where('account.id', '=', accountId)
    .where('person.personal_identity_number', '=', personalIdentityNumber)
    .select('account.id')
    .executeTakeFirst()
  return row !== undefined
}
