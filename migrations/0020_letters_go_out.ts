import { sql, type Kysely } from 'kysely'

/** A letter is printed, withheld or sent by way of somebody else; and one that comes back says that an address is wrong. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table username_letter
      add column printed_at   timestamptz,
      add column returned_by  uuid references account,
      add column withheld_at  timestamptz,
      add column withheld_by  uuid references account,
      add column withheld_why text,
      add column forwarded_to text[],
      add constraint a_withheld_letter_is_not_posted check (withheld_at is null or posted_at is null),
      add constraint a_withheld_letter_has_its_reason
        check ((withheld_at is null) = (withheld_by is null) and (withheld_at is null) = (withheld_why is null)),
      add constraint a_forwarding_address_has_lines check (cardinality(forwarded_to) between 2 and 4)`.execute(db)
  await sql`comment on column username_letter.forwarded_to is
    'For a protected identity: the lines of the address that this one letter is sent to. Read when it is printed only.'`.execute(
    db,
  )
  await sql`alter table person add column address_refused_at timestamptz`.execute(db)
  await sql`comment on column person.address_refused_at is
    'When a letter came back from the address; forgotten when the address changes, whoever changes it.'`.execute(db)
  await sql`
    create function another_address_is_untried() returns trigger language plpgsql as $$
    begin
      new.address_refused_at := null;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger another_address_is_untried before update on person for each row
    when (old.address_refused_at is not null and
      (old.street, old.postal_code, old.locality) is distinct from (new.street, new.postal_code, new.locality))
    execute function another_address_is_untried()`.execute(db)
  await sql`create index person_address_refused on person (address_refused_at) where address_refused_at is not null`.execute(
    db,
  )
}
