import { sql } from 'kysely'
import type { Db } from '../../../database/database.js'

/** The account and its person as they are; what of it is shown, the page decides. */
export async function selectPerson(db: Db, accountId: string) {
  return await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .leftJoin('password', 'password.account_id', 'account.id')
    .leftJoin('last_sign_in', 'last_sign_in.account_id', 'account.id')
    .where('account.id', '=', accountId)
    .select([
      'account.id as accountId',
      'account.username',
      'account.created_at as createdAt',
      'account.ended_at as endedAt',
      'account.end_reason as endReason',
      'account.merged_into as mergedInto',
      'person.personal_identity_number as number',
      'person.given_name as givenName',
      'person.family_name as familyName',
      'person.email',
      'person.email_refused_at as emailRefusedAt',
      'person.street',
      'person.postal_code as postalCode',
      'person.locality',
      'person.country',
      'person.language',
      'person.has_protected_identity as isProtected',
      'password.set_at as passwordSetAt',
      'last_sign_in.at as signedInAt',
      sql<boolean>`exists (
        select from officer where officer.account_id = account.id and officer.ended_at is null)`.as('isOfficer'),
      sql<boolean>`exists (select from officer where officer.account_id = account.id)`.as('wasOfficer'),
    ])
    .executeTakeFirst()
}

export type PersonRow = NonNullable<Awaited<ReturnType<typeof selectPerson>>>

export interface SentRow {
  readonly at: Date
  readonly kind: 'one-time-password-ordered' | 'mail-sent' | 'mail-undeliverable'
  readonly purpose: string | null
  readonly letter: string | null
}

/** The one-time passwords that were ordered, and every mail, the latest first. */
export async function selectSent(db: Db, accountId: string): Promise<readonly SentRow[]> {
  const { rows } = await sql<SentRow>`
    select at, kind, details ->> 'purpose' as purpose, details ->> 'letter' as letter from audit_event
    where about_id = ${accountId} and (kind = 'mail-undeliverable'
      or kind in ('one-time-password-ordered', 'mail-sent') and result = 'done')
    order by seq desc limit 20`.execute(db)
  return rows
}
