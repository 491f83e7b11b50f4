import { sql, type SqlBool } from 'kysely'
import pg from 'pg'
import { countedBy } from '../database/counted-by.js'
import type { Db, Trx } from '../database/database.js'
import type { Language } from '../text/text.js'
import { isOfficersToChange, isTheirsToChange, type WhoseDetails } from './details/account-details.queries.js'
import type { Details } from './details/details.js'
import { passwordChosenAt } from './passwords/passwords.queries.js'
import { hasWordOfTwo, type WordOfTwo } from './officers/officers.queries.js'

/**
 * An administrator changes names and addresses of a person who is theirs alone (docs/decisions/0007), and an officer
 * those of everybody else but themselves. Who saves what
 * another one has changed meanwhile changes nothing, and is told what it is now. A new e-mail address is told to the
 * old one and the new one (security.md R-27).
 */
export interface ChangeDetails extends WhoseDetails {
  /** As it was when the reader saw it. */
  readonly version: number
  readonly details: Details
  /** Whom the rules of an administrator do not bind. */
  readonly as?: 'officer'
}

export interface NewPerson {
  /** Twelve digits, as readPersonalIdentityNumber gives them. */
  readonly personalIdentityNumber: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly email: string | null
  readonly street?: string
  readonly postalCode?: string | null
  readonly locality?: string
  /** Sweden when it is left out. */
  readonly country?: string
  readonly language?: Language
}

export type AccountRow = NonNullable<Awaited<ReturnType<typeof selectAccount>>>

export async function selectAccount(db: Db, by: { readonly usernameKey: string } | { readonly id: string }) {
  return await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .leftJoin('password', 'password.account_id', 'account.id')
    .where((row) => ('id' in by ? row('account.id', '=', by.id) : row('account.username_key', '=', by.usernameKey)))
    .select([
      'account.id',
      'account.username',
      'person.given_name as givenName',
      'person.family_name as familyName',
      'person.email',
      'person.language',
      'person.has_protected_identity as hasProtectedIdentity',
      sql<boolean>`account.ended_at is not null`.as('isEnded'),
      'password.hash',
      'password.pepper_id as pepperId',
      passwordChosenAt.as('passwordChosenAt'),
    ])
    .executeTakeFirst()
}

/** The person with this number: a new one, or the one who was here already, who then stays as they were. */
export async function insertPerson(trx: Trx, person: NewPerson): Promise<string> {
  const row = await trx
    .insertInto('person')
    .values({
      personal_identity_number: person.personalIdentityNumber,
      given_name: person.givenName,
      family_name: person.familyName,
      email: person.email,
      street: person.street ?? null,
      postal_code: person.postalCode || null,
      locality: person.locality ?? null,
      ...(person.country !== undefined && { country: person.country }),
      ...(person.language !== undefined && { language: person.language }),
    })
    // An update that changes nothing: it waits for whoever is adding the same person, and gives the row back.
    .onConflict((known) =>
      known
        .column('personal_identity_number')
        .doUpdateSet((row) => ({ personal_identity_number: row.ref('excluded.personal_identity_number') })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** An account that was merged into another leads to that one, here as below. */
export async function selectAccountByNumber(db: Db, personalIdentityNumber: string) {
  return await db
    .selectFrom('person')
    .innerJoin('account as own', 'own.person_id', 'person.id')
    .innerJoin('account', (join) => join.on('account.id', '=', sql`coalesce(own.merged_into, own.id)`))
    .where('person.personal_identity_number', '=', personalIdentityNumber)
    .select(['account.id as accountId', sql<boolean>`account.ended_at is not null`.as('isEnded')])
    .executeTakeFirst()
}

/**
 * Whose number it is, and neither the account nor the person changes before the transaction ends: nobody chooses a
 * password, moves the number or changes an address meanwhile.
 */
export async function holdAccountByNumber(trx: Trx, personalIdentityNumber: string): Promise<string | undefined> {
  const { rows } = await sql<{ accountId: string }>`
    select account.id as "accountId" from person numbered
    join account own on own.person_id = numbered.id
    join account on account.id = coalesce(own.merged_into, own.id)
    join person on person.id = account.person_id
    where numbered.personal_identity_number = ${personalIdentityNumber}
    for no key update of numbered, own, account, person`.execute(trx)
  return rows[0]?.accountId
}

/** The account and its person, held in the same way. */
export async function holdAccount(trx: Trx, accountId: string): Promise<void> {
  await sql`
    select from account join person on person.id = account.person_id where account.id = ${accountId}
    for no key update of account, person`.execute(trx)
}

export async function selectAccountOfPerson(trx: Trx, personId: string) {
  return await trx
    .selectFrom('account as own')
    .innerJoin('account', (join) => join.on('account.id', '=', sql`coalesce(own.merged_into, own.id)`))
    .where('own.person_id', '=', personId)
    .select(['account.id as accountId', 'account.username'])
    .executeTakeFirst()
}

/** Undefined when the name is another's. */
export async function insertAccount(
  trx: Trx,
  input: { readonly personId: string; readonly username: string; readonly usernameKey: string },
): Promise<string | undefined> {
  const row = await trx
    .insertInto('account')
    .values({ person_id: input.personId, username: input.username, username_key: input.usernameKey })
    .onConflict((taken) => taken.column('username_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function updateLanguage(
  trx: Trx,
  input: { readonly accountId: string; readonly language: Language },
): Promise<void> {
  await trx
    .updateTable('person')
    .set({ language: input.language })
    .where('id', '=', (person) => person.selectFrom('account').where('id', '=', input.accountId).select('person_id'))
    .where('language', '<>', input.language)
    .execute()
}

/** Only what the reader saw, and only a person who is theirs to change. Gives the address that was there before. */
export async function updateDetails(
  trx: Trx,
  { accountId, version, details, by, as }: ChangeDetails,
): Promise<{ readonly formerEmail: string | null } | undefined> {
  const { rows } = await sql<{ formerEmail: string | null }>`
    update person set given_name = ${details.givenName}, family_name = ${details.familyName},
      email = ${details.email}, street = ${details.street}, postal_code = ${details.postalCode},
      locality = ${details.locality}, country = ${details.country}, version = person.version + 1,
      email_refused_at = case when person.email is not distinct from ${details.email} then person.email_refused_at end
    from account join person former on former.id = account.person_id
    where account.id = ${accountId} and former.id = person.id and person.version = ${version}
      and ${as === 'officer' ? isOfficersToChange({ accountId, by }) : isTheirsToChange({ accountId, by })}
    returning former.email as "formerEmail"`.execute(trx)
  return rows[0]
}

/** Of an account whose details the caller holds. */
export async function updateContact(
  trx: Trx,
  input: { readonly accountId: string; readonly contact: Details },
): Promise<void> {
  const { givenName, familyName, email, street, postalCode, locality, country } = input.contact
  await sql`
    update person set given_name = ${givenName}, family_name = ${familyName}, email = ${email}, street = ${street}, postal_code = ${postalCode}, locality = ${locality},
      country = ${country},      version = person.version + 1,
      email_refused_at = case when email is not distinct from ${email} then email_refused_at end
    from account where account.id = ${input.accountId} and account.person_id = person.id`.execute(trx)
}

export async function markEmailRefused(trx: Trx, accountId: string): Promise<void> {
  await trx
    .updateTable('person')
    .set({ email_refused_at: sql<Date>`portvakt_now()` })
    .where('id', '=', (person) => person.selectFrom('account').where('id', '=', accountId).select('person_id'))
    .where('email_refused_at', 'is', null)
    .execute()
}

/** The database forgets it when the address becomes another (migration 0025). */
export async function markAddressRefused(trx: Trx, accountId: string): Promise<void> {
  await trx
    .updateTable('person')
    .set({ address_refused_at: sql<Date>`portvakt_now()` })
    .where('id', '=', (person) => person.selectFrom('account').where('id', '=', accountId).select('person_id'))
    // Their letter went to a forwarding address; nobody is told anything of where they live.
    .where('has_protected_identity', '=', false)
    .execute()
}

/** Of a living account, and never one's own. It waits for a sign-in that holds the account at this moment. */
export async function markAccountEnded(
  trx: Trx,
  { accountId, by, second, reason }: WordOfTwo & { readonly by: string; readonly reason: string },
): Promise<boolean> {
  const row = await trx
    .updateTable('account')
    .set({ ended_at: sql<Date>`portvakt_now()`, end_reason: reason })
    .where('id', '=', accountId)
    .where('id', '<>', by)
    .where('ended_at', 'is', null)
    .where(hasWordOfTwo({ accountId, by, second }))
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** An account of another than who acts; the command on the server is nobody's own. */
const isNotTheirOwn = (by: string | undefined) => sql<SqlBool>`account.id is distinct from ${by ?? null}::uuid`

/** An account that was merged into another stays ended: its number is the other's. */
export async function markAccountReopened(trx: Trx, { accountId, by, second }: WordOfTwo): Promise<boolean> {
  const row = await trx
    .updateTable('account')
    .set({ ended_at: null, end_reason: null })
    .where('id', '=', accountId)
    .where(isNotTheirOwn(by))
    .where('ended_at', 'is not', null)
    .where('merged_into', 'is', null)
    .where(hasWordOfTwo({ accountId, by, second }))
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** True when that changed it; never of one's own. */
export async function markProtected(
  trx: Trx,
  { accountId, by, isProtected }: { readonly accountId: string; readonly by: string; readonly isProtected: boolean },
): Promise<boolean> {
  const row = await trx
    .updateTable('person')
    .set({ has_protected_identity: isProtected })
    .where('id', '=', (person) =>
      person.selectFrom('account').where('id', '=', accountId).where('id', '<>', by).select('person_id'),
    )
    .where('has_protected_identity', '<>', isProtected)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Both accounts are held, in one order whoever asks, so that nothing is granted to either meanwhile. */
export async function holdBoth(trx: Trx, accountIds: readonly [string, string]) {
  return await trx
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .where('account.id', 'in', [...accountIds])
    .select([
      'account.id',
      'person.id as personId',
      'person.personal_identity_number as number',
      'person.has_protected_identity as isProtected',
      'person.email',
      sql<boolean>`account.ended_at is not null`.as('isEnded'),
      sql<boolean>`account.merged_into is not null`.as('isMerged'),
      sql<boolean>`exists (
        select from officer where officer.account_id = account.id and officer.ended_at is null)`.as('isOfficer'),
      sql<boolean>`exists (select from officer where officer.account_id = account.id)`.as('wasOfficer'),
      sql<boolean>`exists (
        select from appointment where appointment.account_id = account.id and appointment.ended_at is null
          and coalesce(appointment.valid_to, 'infinity') >= portvakt_today())`.as('isAdministrator'),
    ])
    .orderBy('account.id')
    .forUpdate()
    .execute()
}

/** What had been merged into the one that ends leads to the one that goes on. */
export async function markMerged(trx: Trx, { accountId, to }: { readonly accountId: string; readonly to: string }) {
  await trx
    .updateTable('account')
    .set({ merged_into: to })
    .where((row) => row.or([row('id', '=', accountId), row('merged_into', '=', accountId)]))
    .execute()
}

const nobodys = '000000000000'

/** Each gets the other's number. In between, one of them has a number that nobody can have. */
export async function swapNumbers(trx: Trx, [one, other]: readonly [Numbered, Numbered]): Promise<void> {
  await setNumber(trx, one.personId, nobodys)
  await setNumber(trx, other.personId, one.number)
  await setNumber(trx, one.personId, other.number)
}

export interface Numbered {
  readonly personId: string
  readonly number: string
}

const setNumber = async (trx: Trx, personId: string, number: string): Promise<void> => {
  await trx.updateTable('person').set({ personal_identity_number: number }).where('id', '=', personId).execute()
}

/**
 * Of a living account that is not one's own, to a number that is nobody's. Another who gives it away at this moment is
 * waited for; whoever then has it keeps it, and what the caller's transaction had done before stands.
 */
export async function updateNumber(
  trx: Trx,
  { accountId, by, second, number }: WordOfTwo & { readonly number: string },
): Promise<'changed' | 'taken' | 'not-changed'> {
  await sql`savepoint before_number`.execute(trx)
  try {
    const { rows } = await sql`
      with changed as (
        update person set personal_identity_number = ${number} from account join person before
          on before.id = account.person_id
        where account.person_id = person.id and account.id = ${accountId} and ${isNotTheirOwn(by)}
          and account.ended_at is null and person.personal_identity_number <> ${number}
          and ${hasWordOfTwo({ accountId, by, second })}
        returning person.id, before.personal_identity_number as former)
      insert into former_number (person_id, number) select id, former from changed
      on conflict (person_id, number) do update set replaced_at = portvakt_now()
      returning 1`.execute(trx)
    return rows.length === 1 ? 'changed' : 'not-changed'
  } catch (error) {
    if (!isTakenNumber(error)) throw error
    await sql`rollback to savepoint before_number`.execute(trx)
    return 'taken'
  }
}

const isTakenNumber = (error: unknown): boolean =>
  error instanceof pg.DatabaseError &&
  error.code === '23505' &&
  error.constraint === 'person_personal_identity_number_key'

/** Ended before the day, and nothing that holds or will hold rests on it. */
const isLongEnded = (before: string) => sql<SqlBool>`person.disposed_at is null
  and account.ended_at < ${before}::date at time zone 'Europe/Stockholm'
  and not exists (select from "grant" where account_id = account.id and ended_at is null
    and coalesce(valid_to, 'infinity') >= portvakt_today())
  and not exists (select from appointment where account_id = account.id and ended_at is null
    and coalesce(valid_to, 'infinity') >= portvakt_today())
  and not exists (select from officer where account_id = account.id and ended_at is null)`

export async function selectLongEnded(db: Db, before: string) {
  return await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .where(isLongEnded(before))
    .select(countedBy('account.ended_at'))
    .select(
      sql<number>`coalesce(sum((select count(*) from account_ending ending where ending.account_id = account.id)), 0)::int`.as(
        'along',
      ),
    )
    .executeTakeFirstOrThrow()
}

/** The account stays, so that what it did can be told; whose it was does not. A number that nobody can have takes its place. */
export async function emptyLongEnded(trx: Trx, before: string, atMost: number): Promise<readonly string[]> {
  const { rows } = await sql<{ accountId: string }>`
    with gone as (
      select account.id, account.person_id from account join person on person.id = account.person_id
      where ${isLongEnded(before)} order by account.ended_at limit ${atMost} for update of person skip locked),
    renamed as (
      update account set username = '-' || replace(account.id::text, '-', ''),
        username_key = '-' || replace(account.id::text, '-', ''), end_reason = '–'
      from gone where account.id = gone.id),
    forgotten as (delete from former_number where person_id in (select person_id from gone))
    update person set given_name = '–', family_name = '–', email = null, street = null, postal_code = null,
      locality = null, country = 'SE', email_refused_at = null, disposed_at = portvakt_now(), version = person.version + 1,
      personal_identity_number = lpad(nextval('disposed_person')::text, 12, '0')
    from gone where person.id = gone.person_id
    returning gone.id as "accountId"`.execute(trx)
  return rows.map(({ accountId }) => accountId)
}
