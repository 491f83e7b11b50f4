import { sql, type Kysely } from 'kysely'

/** What was disposed of before the scans of the papers and the reasons of the endings went along, goes as far now. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    delete from assurance_scan using assurance
    where assurance.id = assurance_scan.assurance_id and assurance.disposed_at is not null`.execute(db)
  await sql`update assurance set reason = '–' where disposed_at is not null and reason is not null`.execute(db)
  await sql`
    update account_ending set reason = '–', reopen_reason = case when reopened_at is not null then '–' end
    from account join person on person.id = account.person_id
    where account_ending.account_id = account.id and person.disposed_at is not null`.execute(db)
  await sql`
    update account set end_reason = '–' from person
    where person.id = account.person_id and person.disposed_at is not null and end_reason is not null`.execute(db)
}
