import { sql } from 'kysely'
import { sweden } from '../../text/country.js'
import type { Db, Trx } from '../../database/database.js'
import { readServices, writeServices, type Draft } from './draft.js'
import type { TypedPerson } from './typed-person.js'
import type { WishedGrant } from './draft.js'

/** What is done from here on can be undone alone, without the rest of the transaction. */
export async function setMark(trx: Trx): Promise<void> {
  await sql`savepoint before_adding`.execute(trx)
}

export async function undoSinceMark(trx: Trx): Promise<void> {
  await sql`rollback to savepoint before_adding`.execute(trx)
  await forgetMark(trx)
}

export async function forgetMark(trx: Trx): Promise<void> {
  await sql`release savepoint before_adding`.execute(trx)
}

export async function insertDraft(
  db: Db,
  input: { readonly typedBy: string; readonly organisationId: string; readonly number?: string },
): Promise<string> {
  const { id } = await db
    .insertInto('new_user_draft')
    .values({
      typed_by: input.typedBy,
      organisation_id: input.organisationId,
      personal_identity_number: input.number ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

interface Whose {
  readonly id: string
  readonly typedBy: string
}

/** Only its owner finds it, and only for a day. */
export async function selectDraft(db: Db, { id, typedBy }: Whose): Promise<Draft | undefined> {
  const row = await db
    .selectFrom('new_user_draft as draft')
    .leftJoin('person', 'person.personal_identity_number', 'draft.personal_identity_number')
    .leftJoin('account', 'account.person_id', 'person.id')
    .where('draft.id', '=', id)
    .where('draft.typed_by', '=', typedBy)
    .where('draft.opened_at', '>', sql<Date>`portvakt_now() - interval '1 day'`)
    .select([
      'draft.id',
      'draft.organisation_id as organisationId',
      'draft.personal_identity_number as number',
      'draft.person',
      'draft.services',
      'draft.added_account_id as addedAccountId',
      'draft.is_new_account as isNewAccount',
      'account.id as knownAccountId',
      sql<boolean>`account.ended_at is not null`.as('isEnded'),
    ])
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { addedAccountId, knownAccountId } = row
  return {
    id: row.id,
    organisationId: row.organisationId,
    number: row.number ?? undefined,
    known: knownAccountId === null ? undefined : { accountId: knownAccountId, isEnded: row.isEnded },
    person: readPerson(row.person),
    services: readServices(row.services),
    added: addedAccountId === null ? undefined : { accountId: addedAccountId, isNew: row.isNewAccount === true },
  }
}

const readPerson = (stored: Readonly<Record<string, unknown>> | null): TypedPerson | undefined => {
  if (stored === null) return undefined
  const text = (field: keyof TypedPerson) => (typeof stored[field] === 'string' ? stored[field] : '')
  return {
    givenName: text('givenName'),
    familyName: text('familyName'),
    hasOneName: text('hasOneName'),
    email: text('email'),
    emailAgain: text('emailAgain'),
    street: text('street'),
    postalCode: text('postalCode'),
    locality: text('locality'),
    country: text('country') || sweden,
  }
}

export type DraftChange =
  | { readonly organisationId: string }
  | { readonly number: string }
  | { readonly person: TypedPerson }
  | { readonly services: readonly WishedGrant[] }

/** What has been saved is typed on no more. */
export async function updateDraft(db: Db, { id, typedBy }: Whose, change: DraftChange): Promise<void> {
  await db
    .updateTable('new_user_draft')
    .$if('organisationId' in change, (update) =>
      // What can be given differs between organisations.
      update.set({ organisation_id: 'organisationId' in change ? change.organisationId : '', services: null }),
    )
    .$if('number' in change, (update) =>
      update.set({ personal_identity_number: 'number' in change ? change.number : null }),
    )
    .$if('person' in change, (update) =>
      update.set({ person: 'person' in change ? JSON.stringify(change.person) : null }),
    )
    .$if('services' in change, (update) =>
      update.set({ services: 'services' in change ? writeServices(change.services) : null }),
    )
    .where('id', '=', id)
    .where('typed_by', '=', typedBy)
    .where('saved_at', 'is', null)
    .execute()
}

/** Whoever saves the same draft at the same time waits here. */
export async function lockDraft(trx: Trx, { id, typedBy }: Whose): Promise<void> {
  await trx
    .selectFrom('new_user_draft')
    .select('id')
    .where('id', '=', id)
    .where('typed_by', '=', typedBy)
    .forUpdate()
    .execute()
}

/** Saved once; what was typed is forgotten. */
export async function markDraftSaved(
  trx: Trx,
  input: { readonly id: string; readonly accountId: string; readonly isNew: boolean },
): Promise<void> {
  await trx
    .updateTable('new_user_draft')
    .set({
      saved_at: sql<Date>`portvakt_now()`,
      added_account_id: input.accountId,
      is_new_account: input.isNew,
      personal_identity_number: null,
      person: null,
    })
    .where('id', '=', input.id)
    .where('saved_at', 'is', null)
    .execute()
}

export async function deleteDraft(db: Db, { id, typedBy }: Whose): Promise<void> {
  await db.deleteFrom('new_user_draft').where('id', '=', id).where('typed_by', '=', typedBy).execute()
}

export async function deleteOldDrafts(db: Db, days: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('new_user_draft')
    .where('opened_at', '<', sql<Date>`portvakt_now() - make_interval(days => ${days}::int)`)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** What the register's organisations call the place of a postal code, where they all agree on one and it is another. */
export async function selectOtherLocality(
  db: Db,
  input: { readonly postalCode: string; readonly locality: string; readonly country: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ locality: string }>`
    select min(locality) as locality from organisation
    where postal_code = ${input.postalCode} and country = ${input.country} and locality is not null
    having count(distinct lower(locality)) = 1 and min(lower(locality)) <> lower(${input.locality})`.execute(db)
  return rows[0]?.locality
}
