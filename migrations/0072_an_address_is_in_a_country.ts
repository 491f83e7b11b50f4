import { sql, type Kysely } from 'kysely'

/**
 * A postal address is in a country, which is Sweden unless another is named. A Swedish postal code keeps its five
 * digits; another country's has the post's letters and digits there, and may be missing where the country has none.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['person', 'assurance', 'organisation']) {
    await sql`
      alter table ${sql.table(table)}
        add column country text not null default 'SE' check (country ~ '^[A-Z]{2}$'),
        drop constraint ${sql.id(`${table}_postal_code_check`)},
        add constraint ${sql.id(`${table}_postal_code_of_its_country`)} check (
          case when country = 'SE' then postal_code ~ '^[0-9]{5}$'
            else postal_code ~ '^[A-Z0-9][A-Z0-9 -]{0,8}[A-Z0-9]$' end)`.execute(db)
    await sql`comment on column ${sql.table(table)}.country is 'ISO 3166-1, two letters.'`.execute(db)
  }
  await sql`
    alter table assurance
      alter column postal_code drop not null,
      add constraint a_swedish_address_has_its_postal_code check (country <> 'SE' or postal_code is not null)`.execute(
    db,
  )
  await sql`
    create function assurance_country_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      raise exception 'country of assurance stays as it is.' using errcode = 'check_violation';
    end $$`.execute(db)
  await sql`
    create trigger country_stays before update on assurance for each row
    when (current_user = 'portvakt_service' and new.disposed_at is null and old.country is distinct from new.country)
    execute function assurance_country_stays()`.execute(db)
  await sql`
    alter table assurance
      add constraint a_disposed_assurance_is_nowhere check (disposed_at is null or country = 'SE')`.execute(db)
  await sql`
    alter table username_letter
      drop constraint a_forwarding_address_has_lines,
      add constraint a_forwarding_address_has_lines check (cardinality(forwarded_to) between 2 and 5)`.execute(db)
  await sql`drop trigger another_address_is_untried on person`.execute(db)
  await sql`
    create trigger another_address_is_untried before update on person for each row
    when (old.address_refused_at is not null and
      (old.street, old.postal_code, old.locality, old.country)
        is distinct from (new.street, new.postal_code, new.locality, new.country))
    execute function another_address_is_untried()`.execute(db)
}
