import { sql } from 'kysely'
import type { Db } from '../../src/database/database.js'

/** Accounts by the thousand, with names that are signs apart from each other's; answers with one of them. */
export async function manyAccounts(owner: Db, count: number): Promise<string> {
  await sql`
    with people as (
      insert into person (personal_identity_number, given_name, family_name, email)
      select '1900' || lpad(i::text, 8, '0'), (array['Anna', 'Ŋuolla', 'René', 'Åsa', 'Sean'])[1 + i % 5],
        (array['O’Brien', 'O''Brien', 'Lind', 'Prov‑Ek'])[1 + i % 4] || i, 'konto' || i || '@skolan.example'
      from generate_series(1, ${count}::int) i
      returning id, personal_identity_number as number)
    insert into account (person_id, username, username_key)
    select id, 'konto' || number, 'konto' || number from people`.execute(owner)
  for (const table of ['person', 'account', 'sought_account', 'listed_person'])
    await sql`vacuum analyze ${sql.table(table)}`.execute(owner)
  const { id } = await owner
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .where('personal_identity_number', '=', '190000012345')
    .select('account.id')
    .executeTakeFirstOrThrow()
  return id
}
