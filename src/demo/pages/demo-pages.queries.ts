import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../database/database.js'

const accountNamed = (username: string) => sql`select id from account where username = ${username}`
const school = sql`select id from organisation where code = '10001' and kind = 'school'`
const administrator = accountNamed('admin10001')

/** Where an example of each thing is found, in each of its states: the latest. */
const places = {
  school,
  closed: sql`select id from organisation where closed_at is not null order by closed_at desc limit 1`,
  person: accountNamed('rapport10001'),
  newcomer: accountNamed('ny10001'),
  former: accountNamed('utan10001'),
  protected: sql`select account.id from account join person on person.id = person_id join "grant" on account_id = account.id
    where has_protected_identity and organisation_id = (${school}) limit 1`,
  locked: sql`select account_id from lock_notice order by mailed_at desc limit 1`,
  ended: sql`select id from account where ended_at is not null and merged_into is null order by ended_at desc limit 1`,
  returned: sql`select username_letter.account_id from username_letter
    join "grant" on "grant".account_id = username_letter.account_id and "grant".organisation_id = (${school})
    where returned_at is not null order by returned_at desc limit 1`,
  grant: sql`select id from "grant" where account_id = (${accountNamed('rapport10001')}) and ended_at is null
    and organisation_id = (${school}) order by service limit 1`,
  agencyGrant: sql`select id from "grant" where account_id = (${accountNamed('budget0999')}) and ended_at is null limit 1`,
  agencySchool: sql`select organisation_id from "grant" where account_id = (${accountNamed('budget0999')})
    and ended_at is null limit 1`,
  request: sql`select id from permission_request where organisation_id = (${school}) and answer is null limit 1`,
  draft: sql`select id from new_user_draft where typed_by = (${administrator}) order by opened_at desc limit 1`,
  list: sql`select id from bulk_draft where typed_by = (${administrator}) order by opened_at desc limit 1`,
  waitingAssurance: sql`select id from assurance where decision is null order by registered_at desc limit 1`,
  approvedAssurance: sql`select id from assurance where decision = 'approved' order by decided_at desc limit 1`,
  rejectedAssurance: sql`select id from assurance where decision = 'rejected' order by decided_at desc limit 1`,
  waitingLetter: sql`select id from username_letter where posted_at is null and withheld_at is null limit 1`,
  postedLetter: sql`select id from username_letter where posted_at is not null and returned_at is null limit 1`,
  withheldLetter: sql`select id from username_letter where posted_at is null and withheld_at is not null limit 1`,
  returnedLetter: sql`select id from username_letter where returned_at is not null limit 1`,
  appointment: sql`select id from appointment where organisation_id = (${school}) limit 1`,
  contact: sql`select id from agency_contact where removed_at is null order by added_at limit 1`,
  contactSchool: sql`select organisation_id from agency_contact where removed_at is null order by added_at limit 1`,
  file: sql`select id from organisation_file where uploaded_by = (${accountNamed('handlaggare1')})
    order by uploaded_at desc limit 1`,
  openEnding: sql`select id from ending_request where decision is null limit 1`,
  decidedEnding: sql`select id from ending_request where decision is not null limit 1`,
  client: sql`select id from client where not is_own_tool and disabled_at is null order by created_at limit 1`,
  turnedOff: sql`select id from client where disabled_at is not null limit 1`,
  event: sql`select seq from audit_event order by seq limit 1`,
} satisfies Readonly<Record<string, RawBuilder<unknown>>>

export type ExamplePlace = keyof typeof places

/** An example for every place in an address, in one statement; null where the database has none. */
export async function selectExamples(db: Db): Promise<Readonly<Record<ExamplePlace, string | null>>> {
  const columns = Object.entries(places).map(([name, found]) => sql`(${found})::text as ${sql.id(name)}`)
  const { rows } = await sql<Readonly<Record<ExamplePlace, string | null>>>`select ${sql.join(columns)}`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('A select of constants gave no row.')
  return row
}
