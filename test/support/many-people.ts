import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../src/database/database.js'

const givenNames = [
  'Anna',
  'Björn',
  'Cecilia',
  'Dawit',
  'Elin',
  'Fredrik',
  'Gunilla',
  'Hassan',
  'Ingrid',
  'Åke',
  'Örjan',
]
const familyNames = [
  'Andersson',
  'Berg',
  'Dahl',
  'Ekström',
  'Håkansson',
  'Lindgren',
  'Nilsson',
  'Åberg',
  'Öhman',
  'Wallin',
]

const step = 2_000

/**
 * Invented people at one organisation, in a few statements: every tenth without a password, half never signed in, and
 * of every twenty one planned, one paused, one run out and one ended.
 */
export async function insertManyPeople(db: Db, { code, people }: { readonly code: string; readonly people: number }) {
  const { rows } = await sql<{ first: number }>`select count(*)::int as first from person`.execute(db)
  const first = rows[0]?.first ?? 0
  const last = first + people - 1
  const number = sql`'1970' || lpad((n / 10000 % 12 + 1)::text, 2, '0') || '01' || lpad((n % 10000)::text, 4, '0')`
  await sql`
    insert into person (personal_identity_number, given_name, family_name, email)
    select left(${number}, 2) || (70 + n / 120000)::text || substr(${number}, 5), ${oneOf(givenNames, 1)},
      ${oneOf(familyNames, 11)} || case when n % 7 = 0 then '-' || ${oneOf(familyNames, 5)} else '' end,
      'person' || n || '@skolan.example'
    from generate_series(${first}::int, ${last}::int) n`.execute(db)
  await sql`
    insert into account (person_id, username, username_key)
    select id, substr(email, 1, position('@' in email) - 1), substr(email, 1, position('@' in email) - 1)
    from person where id not in (select person_id from account)`.execute(db)
  await sql`
    insert into password (account_id, hash, pepper_id)
    select id, '$argon2id$crowd', 'crowd' from account
    where username ~ '^person[0-9]+$' and right(username, 1) <> '7' on conflict do nothing`.execute(db)
  await sql`
    insert into last_sign_in (account_id, at)
    select id, portvakt_now() - right(username, 2)::int * interval '1 day' from account
    where username ~ '^person[0-9]+[02468]$' on conflict do nothing`.execute(db)
  // Each grant lists its holder, which takes a moment: in steps, no statement comes near its limit.
  for (let start = first; start <= last; start += step) {
    await sql`
    insert into "grant" (account_id, organisation_id, service, valid_from, valid_to, paused_from, paused_to, pause_reason,
      ended_at, end_reason)
    select account.id, organisation.id, service.code,
      day + case n % 20 when 3 then 10 else -300 end, case n % 20 when 5 then day - 10 end,
      case n % 20 when 7 then day - 5 end, case n % 20 when 7 then day + 5 end, case n % 20 when 7 then 'other' end,
      case n % 20 when 9 then portvakt_now() end, case n % 20 when 9 then 'has left' end
    from (select *, substr(username, 7)::int as n, portvakt_today() as day from account where username ~ '^person[0-9]+$') account
    join organisation on organisation.code = ${code}
    join service on service.organisation_kind = organisation.kind
      and (service.code = 'studietider' or n % 2 = 0)
    where n between ${start}::int and least(${last}::int, ${start + step - 1}::int)`.execute(db)
  }
  await sql`analyze`.execute(db)
}

const oneOf = (names: readonly string[], stride: number): RawBuilder<string> =>
  sql`(${names}::text[])[(n / ${stride}::int) % ${names.length}::int + 1]`
