import { sql, type Kysely } from 'kysely'

/** Officers register and change relying services; a secret is renewed beside the former; one that is off holds nothing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table client
      add column version               int not null default 1 check (version > 0),
      add column changed_at            timestamptz not null default portvakt_now(),
      add column secret_made_at        timestamptz,
      add column former_sealed_secret  text,
      add column former_secret_ends_at timestamptz,
      add constraint a_former_secret_has_an_end
        check ((former_sealed_secret is null) = (former_secret_ends_at is null)),
      add constraint a_former_secret_has_a_successor
        check (former_sealed_secret is null or sealed_secret is not null)`.execute(db)
  await sql`update client set secret_made_at = created_at where sealed_secret is not null`.execute(db)
  await sql`
    create function take_back_what_client_was_given() returns trigger
      language plpgsql security definer set search_path = public as $$
    begin
      delete from oidc_record where client_id = new.id;
      return null;
    end $$`.execute(db)
  await sql`create trigger client_that_is_turned_off_or_on_holds_nothing after update on client
    for each row when (old.disabled_at is distinct from new.disabled_at)
    execute function take_back_what_client_was_given()`.execute(db)
}
