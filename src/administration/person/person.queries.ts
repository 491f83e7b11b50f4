import { sql } from 'kysely'
import type { Db } from '../../database/database.js'

export interface Whom {
  readonly accountId: string
  /** The administrator's: nobody is found who neither holds nor has held anything there. */
  readonly organisationIds: readonly string[]
}

/** Everything but the number and the username, which are shown on purpose only; of a protected person only the state. */
export async function selectPerson(db: Db, { accountId, organisationIds }: Whom) {
  const open = (column: string) =>
    sql<string | null>`case when not person.has_protected_identity then ${sql.ref(column)} end`
  const seesAddresses = sql<boolean>`portvakt_sees_addresses(account.id, ${[...organisationIds]}::uuid[])`
  const address = (column: string) =>
    sql<string | null>`case when not person.has_protected_identity and ${seesAddresses} then ${sql.ref(column)} end`
  return await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .where('account.id', '=', accountId)
    .where((account) =>
      account.exists((held) =>
        held
          .selectFrom('grant')
          .whereRef('grant.account_id', '=', 'account.id')
          .where('grant.organisation_id', 'in', [...organisationIds]),
      ),
    )
    .select([
      'account.id as accountId',
      open('person.given_name').as('givenName'),
      open('person.family_name').as('familyName'),
      address('person.email').as('email'),
      address('person.street').as('street'),
      address('person.postal_code').as('postalCode'),
      address('person.locality').as('locality'),
      address('person.country').as('country'),
      sql<string | null>`case when not person.has_protected_identity
        then left(person.personal_identity_number, 8) end`.as('birthday'),
      'person.language',
      sql<Date | null>`case when not person.has_protected_identity then person.address_refused_at end`.as(
        'addressRefusedAt',
      ),
      'person.has_protected_identity as isProtected',
      seesAddresses.as('seesAddresses'),
      sql<boolean>`person.email is not null`.as('hasEmail'),
      'account.ended_at as endedAt',
      sql<boolean>`exists (select from password where password.account_id = account.id)`.as('hasPassword'),
      sql<boolean>`exists (select from last_sign_in where last_sign_in.account_id = account.id)`.as('hasSignedIn'),
    ])
    .executeTakeFirst()
}

export type PersonRow = NonNullable<Awaited<ReturnType<typeof selectPerson>>>

/** Of nobody with protected identity, and of nobody who neither holds nor has held anything there. */
export async function selectNumber(db: Db, { accountId, organisationIds }: Whom): Promise<string | undefined> {
  const row = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .where('account.id', '=', accountId)
    .where('person.has_protected_identity', '=', false)
    .where('account.id', 'in', (held) =>
      held
        .selectFrom('grant')
        .where('organisation_id', 'in', [...organisationIds])
        .select('account_id'),
    )
    .select('person.personal_identity_number as number')
    .executeTakeFirst()
  return row?.number
}

/** The grants of these ids that the person has had at these organisations, replaced and ended ones too. */
export async function selectChosen(
  db: Db,
  { accountId, organisationIds, grantIds }: Whom & { grantIds: readonly string[] },
) {
  return await db
    .selectFrom('grant')
    .where('account_id', '=', accountId)
    .where('organisation_id', 'in', [...organisationIds])
    .where('id', 'in', [...grantIds])
    .select(['id as grantId', 'organisation_id as organisationId', 'service', 'valid_from as validFrom'])
    .orderBy('id')
    .execute()
}

export interface SentRow {
  readonly at: Date
  readonly kind: 'one-time-password-ordered' | 'mail-sent' | 'mail-undeliverable'
  readonly letter: string | null
}

/** The mails that belong to the account itself, the latest first; what other schools' acts sent is not among them. */
export async function selectSent(db: Db, accountId: string): Promise<readonly SentRow[]> {
  const { rows } = await sql<SentRow>`
    select at, kind, details ->> 'letter' as letter from audit_event
    where about_id = ${accountId} and result = (case when kind = 'mail-undeliverable' then 'refused' else 'done' end)
      and (kind = 'one-time-password-ordered' and details ->> 'purpose' = 'initial'
        or kind in ('mail-sent', 'mail-undeliverable')
          and details ->> 'letter' in ('one-time-password', 'one-time-password-reminder', 'email-changed'))
    order by seq desc limit 20`.execute(db)
  return rows
}
