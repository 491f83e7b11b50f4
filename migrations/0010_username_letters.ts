import { sql, type Kysely } from 'kysely'

/** The username goes by letter, and what an administrator types is kept between the steps of adding somebody. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table username_letter (
      id              uuid primary key default gen_random_uuid(),
      account_id      uuid not null references account,
      organisation_id uuid references organisation,
      ordered_at      timestamptz not null default portvakt_now(),
      ordered_by      uuid references account,
      posted_at       timestamptz,
      posted_by       uuid references account,
      returned_at     timestamptz,
      constraint only_a_posted_letter_returns check (returned_at is null or posted_at is not null)
    )`.execute(db)
  await sql`comment on column username_letter.organisation_id is
    'Where the person was added when the letter was ordered; null when the agency itself ordered it.'`.execute(db)
  await sql`create unique index one_letter_on_its_way on username_letter (account_id) where posted_at is null`.execute(
    db,
  )
  await sql`create index username_letter_account on username_letter (account_id)`.execute(db)
  await sql`
    create table new_user_draft (
      id                       uuid primary key default gen_random_uuid(),
      typed_by                 uuid not null references account,
      organisation_id          uuid not null references organisation,
      personal_identity_number text check (personal_identity_number ~ '^[0-9]{12}$'),
      person                   jsonb,
      services                 jsonb,
      opened_at                timestamptz not null default portvakt_now(),
      saved_at                 timestamptz,
      added_account_id         uuid references account,
      is_new_account           boolean,
      constraint a_saved_draft_keeps_nothing_typed
        check (saved_at is null or (personal_identity_number is null and person is null and added_account_id is not null))
    )`.execute(db)
  await sql`comment on table new_user_draft is
    'What has been typed so far when somebody is added. Its owner alone sees it; it is forgotten after a day.'`.execute(
    db,
  )
  await sql`create index new_user_draft_opened on new_user_draft (opened_at)`.execute(db)
}
