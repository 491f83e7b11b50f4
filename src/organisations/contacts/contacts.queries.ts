import { sql } from 'kysely'
import type { Db, Trx } from '../../database/database.js'
import type { NewContact } from './contact.js'

/** The responsible ones first, then by name. */
export async function selectContacts(db: Db, organisationId: string) {
  return await db
    .selectFrom('agency_contact')
    .where('organisation_id', '=', organisationId)
    .where('removed_at', 'is', null)
    .select(['id', 'name', 'telephone', 'email', 'is_responsible as isResponsible'])
    .orderBy('is_responsible', 'desc')
    .orderBy('name', (order) => order.collate('sv-x-icu'))
    .execute()
}

/** Nothing when the organisation is closed, or has a contact of that name already. */
export async function insertContact(
  trx: Trx,
  input: { readonly organisationId: string; readonly contact: NewContact; readonly by: string },
): Promise<string | undefined> {
  const { organisationId, contact, by } = input
  const { rows } = await sql<{ id: string }>`
    insert into agency_contact (organisation_id, name, telephone, email, is_responsible, added_by)
    select organisation.id, ${contact.name}, ${contact.telephone}, ${contact.email}, ${contact.isResponsible},
      ${by}::uuid
    from organisation where id = ${organisationId} and closed_at is null
    on conflict (organisation_id, lower(name)) where removed_at is null do nothing
    returning id`.execute(trx)
  return rows[0]?.id
}

/** True for one caller. */
export async function markRemoved(
  trx: Trx,
  input: { readonly organisationId: string; readonly contactId: string; readonly by: string },
): Promise<boolean> {
  const removed = await trx
    .updateTable('agency_contact')
    .set({ removed_at: sql<Date>`portvakt_now()`, removed_by: input.by })
    .where('id', '=', input.contactId)
    .where('organisation_id', '=', input.organisationId)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return removed !== undefined
}
