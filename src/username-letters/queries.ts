import { sql, type SqlBool } from 'kysely'
import type { Db, Trx } from '../database/database.js'
import type { OrderUsernameLetter } from './order-letter.js'

/** Undefined when one is on its way to the account already, whoever ordered that. */
export async function insertLetter(trx: Trx, letter: OrderUsernameLetter): Promise<string | undefined> {
  const row = await trx
    .insertInto('username_letter')
    .values({
      account_id: letter.accountId,
      organisation_id: letter.organisationId ?? null,
      ordered_by: letter.by ?? null,
    })
    .onConflict((onItsWay) => onItsWay.column('account_id').where('posted_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Posts each of them once, and tells when a one-time password that follows is to be mailed. */
export async function markPosted(
  trx: Trx,
  input: { readonly letterIds: readonly string[]; readonly by?: string; readonly days: number },
) {
  return await trx
    .updateTable('username_letter as letter')
    .set({ posted_at: sql<Date>`portvakt_now()`, posted_by: input.by ?? null })
    .where(sql<SqlBool>`letter.id = any(${[...input.letterIds]}::uuid[])`)
    .where('letter.posted_at', 'is', null)
    .where(isForSomebody)
    .returning([
      'letter.id as letterId',
      'letter.account_id as accountId',
      'letter.organisation_id as organisationId',
      sql<boolean>`exists (select from password where password.account_id = letter.account_id)`.as('hasPassword'),
      sql<Date>`letter.posted_at + make_interval(days => ${input.days})`.as('passwordAt'),
    ])
    .execute()
}

const isForSomebody = sql<SqlBool>`exists (
  select from account where account.id = letter.account_id and account.ended_at is null)`

export async function selectLettersOf(db: Db, accountId: string) {
  return await db
    .selectFrom('username_letter as letter')
    .where('letter.account_id', '=', accountId)
    .select(ofLetter)
    .orderBy('letter.ordered_at', 'desc')
    .execute()
}

const ofLetter = [
  'letter.id',
  'letter.account_id as accountId',
  'letter.organisation_id as organisationId',
  'letter.ordered_at as orderedAt',
  'letter.posted_at as postedAt',
  'letter.returned_at as returnedAt',
] as const

/** With the recipient's address. */
export async function selectPrinted(
  db: Db,
  { isPosted, atMost }: { readonly isPosted: boolean; readonly atMost: number },
) {
  return await db
    .selectFrom('username_letter as letter')
    .innerJoin('account', 'account.id', 'letter.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .leftJoin('organisation', 'organisation.id', 'letter.organisation_id')
    .where('letter.posted_at', isPosted ? 'is not' : 'is', null)
    .$if(!isPosted, (waiting) => waiting.where('account.ended_at', 'is', null))
    .select(ofLetter)
    .select([
      'account.username',
      'organisation.name as organisation',
      'person.given_name as givenName',
      'person.family_name as familyName',
      'person.street',
      'person.postal_code as postalCode',
      'person.locality',
      'person.language',
      'person.has_protected_identity as hasProtectedIdentity',
    ])
    .$if(isPosted, (posted) => posted.orderBy('letter.posted_at', 'desc'))
    .orderBy('letter.ordered_at')
    .orderBy('letter.id')
    .limit(atMost)
    .execute()
}

/** Nothing has told the person their username, and nothing is about to. */
export async function lacksLetter(db: Db, accountId: string): Promise<boolean> {
  const { rows } = await sql<{ lacks: boolean }>`
    select not exists (select from password where account_id = ${accountId})
      and not exists (select from username_letter where account_id = ${accountId} and returned_at is null)
      and exists (select from account where id = ${accountId} and ended_at is null) as lacks`.execute(db)
  return rows[0]?.lacks === true
}
