import { sql } from 'kysely'
import type { Db, Trx } from '../database/database.js'
import type { Language } from '../text/text.js'
import type { NewPerson } from './create-account.js'
import { isTheirsToChange } from './details/queries.js'
import type { ChangeDetails } from './details/change-details.js'

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
      postal_code: person.postalCode ?? null,
      locality: person.locality ?? null,
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

export async function selectAccountByNumber(db: Db, personalIdentityNumber: string) {
  return await db
    .selectFrom('person')
    .innerJoin('account', 'account.person_id', 'person.id')
    .where('person.personal_identity_number', '=', personalIdentityNumber)
    .select(['account.id as accountId', sql<boolean>`account.ended_at is not null`.as('isEnded')])
    .executeTakeFirst()
}

export async function selectAccountOfPerson(trx: Trx, personId: string) {
  return await trx
    .selectFrom('account')
    .where('person_id', '=', personId)
    .select(['id as accountId', 'username'])
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

export interface StoredPassword {
  readonly accountId: string
  readonly hash: string
  readonly pepperId: string
}

export async function upsertPassword(trx: Trx, input: StoredPassword): Promise<void> {
  const values = { hash: input.hash, pepper_id: input.pepperId, set_at: sql<Date>`portvakt_now()` }
  await trx
    .insertInto('password')
    .values({ account_id: input.accountId, ...values })
    .onConflict((present) => present.column('account_id').doUpdateSet(values))
    .execute()
}

/** The password was not chosen anew, so the day it was set stays. */
export async function replaceHash(trx: Trx, input: StoredPassword & { readonly oldHash: string }): Promise<boolean> {
  const row = await trx
    .updateTable('password')
    .set({ hash: input.hash, pepper_id: input.pepperId })
    .where('account_id', '=', input.accountId)
    .where('hash', '=', input.oldHash)
    .returning('account_id')
    .executeTakeFirst()
  return row !== undefined
}

/** The account's row is held, so that ending it, or setting its password after taking the same row, waits. */
export async function lockUnchanged(
  trx: Trx,
  input: { readonly accountId: string; readonly hash: string | null },
): Promise<boolean> {
  const row = await trx
    .selectFrom('account')
    .where('id', '=', input.accountId)
    .where('ended_at', 'is', null)
    .select('id')
    .forShare()
    .executeTakeFirst()
  if (row === undefined) return false
  const password = await trx
    .selectFrom('password')
    .where('account_id', '=', input.accountId)
    .select('hash')
    .forShare()
    .executeTakeFirst()
  return (password?.hash ?? null) === input.hash
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
  { accountId, version, details, by }: ChangeDetails,
): Promise<{ readonly formerEmail: string | null } | undefined> {
  const { rows } = await sql<{ formerEmail: string | null }>`
    update person set given_name = ${details.givenName}, family_name = ${details.familyName},
      email = ${details.email}, street = ${details.street}, postal_code = ${details.postalCode},
      locality = ${details.locality}, version = person.version + 1,
      email_refused_at = case when person.email is not distinct from ${details.email} then person.email_refused_at end
    from account join person former on former.id = account.person_id
    where account.id = ${accountId} and former.id = person.id and person.version = ${version}
      and ${isTheirsToChange({ accountId, by })}
    returning former.email as "formerEmail"`.execute(trx)
  return rows[0]
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
