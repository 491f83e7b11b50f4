import { sql, type Kysely } from 'kysely'

/**
 * Who sees a person's addresses: the school that added them, and whoever alone has them now. One that adds somebody
 * who is known is told only what it typed itself.
 */
export const up = async (db: Kysely<unknown>) => {
  await sql`
    create function portvakt_sees_addresses(whose uuid, organisations uuid[]) returns boolean language sql volatile as $$
      select coalesce((
          select organisation_id = any(organisations) from "grant" where account_id = whose
          order by granted_at, id limit 1), true)
        or not exists (
          select from "grant" where account_id = whose and organisation_id <> all(organisations)
            and ended_at is null and (valid_to is null or valid_to >= portvakt_today()))
    $$`.execute(db)
}
