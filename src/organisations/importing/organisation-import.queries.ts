import { sql } from 'kysely'
import type { Db, Trx } from '../../database/database.js'
import type { OrganisationKind } from '../organisation.js'

export async function insertFile(
  trx: Trx,
  input: { readonly by: string; readonly bytes: Uint8Array },
): Promise<string> {
  const { id } = await trx
    .insertInto('organisation_file')
    .values({ uploaded_by: input.by, content: Buffer.from(input.bytes) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Only who sent it finds it, and only for a day. */
export async function selectFile(db: Db, input: { readonly id: string; readonly by: string }) {
  return await db
    .selectFrom('organisation_file')
    .where('id', '=', input.id)
    .where('uploaded_by', '=', input.by)
    .where('uploaded_at', '>', sql<Date>`portvakt_now() - interval '1 day'`)
    .select('content')
    .executeTakeFirst()
}

/** This one, and those that nobody confirmed in a day. True for one caller. */
export async function deleteFile(trx: Trx, id: string): Promise<boolean> {
  const gone = await trx
    .deleteFrom('organisation_file')
    .where((file) =>
      file.or([file('id', '=', id), file('uploaded_at', '<', sql<Date>`portvakt_now() - interval '1 day'`)]),
    )
    .returning('id')
    .execute()
  return gone.some((file) => file.id === id)
}

export async function selectKnown(
  db: Db,
  input: { readonly kind: OrganisationKind; readonly codes: readonly string[] },
) {
  return await db
    .selectFrom('organisation')
    .where('kind', '=', input.kind)
    .where('code', '=', sql<string>`any(${[...input.codes]}::text[])`)
    .select([
      'code',
      'name',
      'street',
      'postal_code as postalCode',
      'locality',
      sql<string>`array_to_string(array(select school_form from organisation_school_form form
        where form.organisation_id = organisation.id order by school_form), ' ')`.as('forms'),
    ])
    .execute()
}

/** Every one of a kind, also those that are closed. */
export async function selectRegister(db: Db, kind: OrganisationKind) {
  return await db
    .selectFrom('organisation')
    .where('kind', '=', kind)
    .select(['code', 'name', 'locality'])
    .orderBy('code')
    .execute()
}
