import { sql, type SqlBool } from 'kysely'
import { countedBy } from '../database/counted-by.js'
import type { Db, Trx } from '../database/database.js'
import type { Origin } from '../context/origin.js'

export interface OrderUsernameLetter {
  readonly accountId: string
  /** Where the person was added; without it, the agency orders it. */
  readonly organisationId?: string
  readonly by?: string
  readonly from: Origin
}

const now = sql<Date>`portvakt_now()`

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

export const among = (letterIds: readonly string[]) => sql<SqlBool>`letter.id = any(${[...letterIds]}::uuid[])`

/** An address to send it to: the person's own, or for a protected identity the one that was written for this letter. */
export const isAddressed = sql<boolean>`exists (
  select from account join person on person.id = account.person_id
  where account.id = letter.account_id and account.ended_at is null and case
    when person.has_protected_identity then letter.forwarded_to is not null
    else person.street is not null and person.locality is not null and (person.postal_code is not null or person.country <> 'SE') end)`

/** Waits, is withheld by nobody, and has an address. */
export const canGo = sql<SqlBool>`letter.posted_at is null and letter.withheld_at is null and ${isAddressed}`

export const hasPassword = sql<boolean>`exists (select from password where password.account_id = letter.account_id)`

/** Posts each of them once, and tells when a one-time password that follows is to be mailed. */
export async function markPosted(
  trx: Trx,
  input: { readonly letterIds: readonly string[]; readonly by?: string; readonly days: number },
) {
  return await trx
    .updateTable('username_letter as letter')
    .set({ posted_at: now, posted_by: input.by ?? null })
    .where(among(input.letterIds))
    .where(canGo)
    .returning([
      'letter.id as letterId',
      'letter.account_id as accountId',
      'letter.organisation_id as organisationId',
      hasPassword.as('hasPassword'),
      sql<Date>`letter.posted_at + make_interval(days => ${input.days})`.as('passwordAt'),
    ])
    .execute()
}

const marked = [
  'letter.id as letterId',
  'letter.account_id as accountId',
  'letter.organisation_id as organisationId',
] as const

/** Those of them that can be posted; a letter may be printed again until it is. */
export async function markPrinted(trx: Trx, letterIds: readonly string[]) {
  return await trx
    .updateTable('username_letter as letter')
    .set({ printed_at: now })
    .where(among(letterIds))
    .where(canGo)
    .returning(marked)
    .execute()
}

/** What waits for this account was printed with another address. */
export async function markUnprinted(trx: Trx, accountId: string): Promise<void> {
  await trx
    .updateTable('username_letter')
    .set({ printed_at: null })
    .where('account_id', '=', accountId)
    .where('posted_at', 'is', null)
    .execute()
}

/** What one officer does to one letter that is not their own. */
export interface OnLetter {
  readonly letterId: string
  readonly by: string
}

/** Only what has been posted comes back, and once. */
export async function markReturned(trx: Trx, { letterId, by }: OnLetter) {
  return await trx
    .updateTable('username_letter as letter')
    .set({ returned_at: now, returned_by: by })
    .where('letter.id', '=', letterId)
    .where('letter.account_id', '<>', by)
    .where('letter.posted_at', 'is not', null)
    .where('letter.returned_at', 'is', null)
    .returning(marked)
    .executeTakeFirst()
}

export async function markWithheld(trx: Trx, { letterId, by, why }: OnLetter & { readonly why: string }) {
  return await trx
    .updateTable('username_letter as letter')
    .set({ withheld_at: now, withheld_by: by, withheld_why: why })
    .where('letter.id', '=', letterId)
    .where('letter.account_id', '<>', by)
    .where('letter.posted_at', 'is', null)
    .where('letter.withheld_at', 'is', null)
    .returning(marked)
    .executeTakeFirst()
}

export async function markReleased(trx: Trx, { letterId, by }: OnLetter) {
  return await trx
    .updateTable('username_letter as letter')
    .set({ withheld_at: null, withheld_by: null, withheld_why: null })
    .where('letter.id', '=', letterId)
    .where('letter.account_id', '<>', by)
    .where('letter.withheld_at', 'is not', null)
    .returning(marked)
    .executeTakeFirst()
}

/** Only for a protected identity, and until it is posted. What was printed with another address is printed anew. */
export async function markForwarded(
  trx: Trx,
  { letterId, by, lines }: OnLetter & { readonly lines: readonly string[] },
) {
  return await trx
    .updateTable('username_letter as letter')
    .set({ forwarded_to: [...lines], printed_at: null })
    .where('letter.id', '=', letterId)
    .where('letter.account_id', '<>', by)
    .where('letter.posted_at', 'is', null)
    .where(isOfProtected)
    .returning(marked)
    .executeTakeFirst()
}

const isOfProtected = sql<SqlBool>`exists (
  select from account join person on person.id = account.person_id
  where account.id = letter.account_id and person.has_protected_identity)`

/** Of what was posted to an account that lives, to whom and from where. */
export async function selectForAnew(db: Db, { letterId, by }: OnLetter) {
  return await db
    .selectFrom('username_letter as letter')
    .innerJoin('account', 'account.id', 'letter.account_id')
    .where('letter.id', '=', letterId)
    .where('letter.account_id', '<>', by)
    .where('letter.posted_at', 'is not', null)
    .where('account.ended_at', 'is', null)
    .select(['letter.account_id as accountId', 'letter.organisation_id as organisationId'])
    .executeTakeFirst()
}

/** Nothing has told the person their username, and nothing is about to. */
export async function lacksLetter(db: Db, accountId: string): Promise<boolean> {
  const { rows } = await sql<{ lacks: boolean }>`
    select not exists (select from password where account_id = ${accountId})
      and not exists (select from username_letter where account_id = ${accountId} and returned_at is null)
      and exists (select from account where id = ${accountId} and ended_at is null) as lacks`.execute(db)
  return rows[0]?.lacks === true
}

/** Posted before the day, and come back before it if at all. */
const isOldLetter = (before: string) => sql<SqlBool>`posted_at < ${before}::date at time zone 'Europe/Stockholm'
  and coalesce(returned_at, posted_at) < ${before}::date at time zone 'Europe/Stockholm'`

export async function selectOldLetters(db: Db, before: string) {
  return await db
    .selectFrom('username_letter')
    .where(isOldLetter(before))
    .select(countedBy('posted_at'))
    .executeTakeFirstOrThrow()
}

export async function deleteOldLetters(db: Db, before: string, atMost: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('username_letter')
    .where('id', 'in', (old) => old.selectFrom('username_letter').select('id').where(isOldLetter(before)).limit(atMost))
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
