import pg from 'pg'

/** How large the agency's country is. */
export interface Country {
  readonly accounts: number
  readonly organisations: number
}

/**
 * Fills an app's database as the use cases would leave it after three years, beside the demo's people: one statement
 * for each table. Everything follows from a number, so that two countries differ in nothing but their size. Triggers
 * rest meanwhile, and what they derive is derived here in one go; the log is not chained, since nobody walks it.
 */
export async function fillCountry(url: string, country: Country): Promise<void> {
  const client = new pg.Client({ connectionString: url, statement_timeout: 0 })
  await client.connect()
  try {
    await client.query("set session_replication_role = replica; set work_mem = '256MB'")
    await client.query("set maintenance_work_mem = '512MB'")
    for (const { table, statement } of fillings(country)) {
      const indexes = await takeAwayIndexes(client, table)
      await client.query(statement)
      for (const index of indexes) await client.query(index)
    }
    await client.query('set session_replication_role = origin')
    await client.query('vacuum (analyze)')
  } finally {
    await client.end()
  }
}

/** Filled first and put in order afterwards, an index is made in a fraction of the time. */
const takeAwayIndexes = async (client: pg.Client, table: string): Promise<readonly string[]> => {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = $1::regclass and not exists (select from pg_constraint where conindid = indexrelid)`,
    [table],
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}

/** The ids of whoever and whatever has a number. */
const personId = (n: string): string => `md5('person' || ${n})::uuid`
const accountId = (n: string): string => `md5('account' || ${n})::uuid`
const organisationId = (n: string): string => `md5('organisation' || ${n})::uuid`

/** Real ones, so that some begin alike; the commonest has two in a hundred, as among people. */
const given = `Anna Maria Erik Lars Karin Anders Kristina Per Eva Mikael Birgitta Johan Elisabeth Jan Ingrid Hans Marie
  Sara Daniel Åsa Örjan Ali Fatima Mohammed Elin Emma Oskar Hugo Maja Zeinab Yusuf Leila Björn Gunnar Astrid Saga Vera
  Nils Olle Tuva Peter Thomas Karl Fredrik Sven Bengt Bo Göran Magnus Marcus Mattias Henrik Joakim Ulf Jonas Stefan
  Andreas Martin Alexander David Linus Viktor Simon Jakob Anton Filip William Lucas Elias Liam Noah Adam Axel Isak Emil
  Albin Gustav Kerstin Lena Marianne Annika Susanne Monika Inger Helena Malin Jenny Camilla Ulla Gunilla Linnéa Anneli
  Cecilia Hanna Sofia Ida Julia Matilda Amanda Klara Alice Ebba Agnes Wilma Ella Olivia Freja Stella Märta Rut Siv Britt
  Gun Rolf Kjell Leif Ove Roger Kent Håkan Tommy Christer Ahmed Hassan Omar Ibrahim Amir Reza Hussein Mariam Nour Amina
  Layla Samira Aisha Dragan Goran Jelena Milica Agnieszka Katarzyna Piotr Pekka Marja Tuula Abebe Selam`.split(/\s+/)
const familyBeginnings =
  `Lind Berg Sjö Ek Hag Sand Gran Häll Norr Söder Väster Öster Ny Holm Ström Björk Alm Ås Kvarn Lund
  Dahl Fors Ceder Rosen Palm Engel Hed Stål Blom Sund Strand Vik Näs Hav Löv Asp Al Bok Hassel Sten Grund Myr Moss Skog
  Ängs Åker Hell Hult Wester Öman Wall Wik Eng Frid Gyllen Silver Stjern Måns Nor Sunne`.split(/\s+/)
const familyEndings =
  'gren berg ström qvist man lund dahl vall sten mark ås feldt holm rud hammar by ling bäck lid torp'.split(' ')
const places = 'Norrby Söderköping Vik Åsele Örnäs Lunda Tuna Hede Mora Sala'.split(' ')

const listed = (words: readonly string[]) => `'{${words.join(',')}}'::text[]`
/** One of them by a number: the first ones more often, as among people. */
const unevenly = (words: readonly string[], n: string, stride: number) =>
  `(${listed(words)})[1 + floor(power((${n} * ${stride}::bigint % 100003) / 100003::float8, 1.25) * ${words.length})::int]`

const familyName = (n: string) => `${unevenly(familyBeginnings, n, 61_803)} || ${unevenly(familyEndings, n, 75_487)}`
const email = (n: string, at: string) =>
  `lower(translate(${unevenly(given, n, 32_471)} || '.' || ${familyName(n)}, 'åäöÅÄÖ', 'aaoaao')) || '.' || ${n} || '@' || ${at} || '.example'`

interface Filling {
  readonly table: string
  readonly statement: string
}

const fillings = ({ accounts, organisations }: Country): readonly Filling[] => {
  const everybody = `generate_series(1, ${accounts}) n`
  const everySchool = `generate_series(1, ${organisations}) n`
  const school = `n % ${organisations} + 1`
  const events = accounts * 3
  return [
    {
      table: 'organisation',
      statement: `
        insert into organisation (id, kind, code, name, reporting_method, street, postal_code, locality, closed_at)
        select ${organisationId('n')}, 'school', (20000000 + n)::text,
          ${unevenly(familyBeginnings, 'n', 61_803)} || ${unevenly(familyEndings, 'n', 75_487)} || ' '
            || (array['skola', 'komvux', 'folkhögskola', 'gymnasium', 'yrkeshögskola'])[n % 5 + 1] || ' ' || n,
          case when n % 9 <> 0 then 'web' end, 'Skolgatan ' || n % 90 + 1, '12345', ${unevenly(places, 'n', 32_471)},
          case when n % 50 = 0 then now() end
        from ${everySchool}`,
    },
    {
      table: 'organisation_school_form',
      statement: `
        insert into organisation_school_form (organisation_id, school_form)
        select ${organisationId('n')},
          (array['gymnasieskola', 'komvux', 'folkhogskola', 'hogskola', 'yrkeshogskola'])[n % 5 + 1]
        from ${everySchool}`,
    },
    {
      table: 'person',
      statement: `
        insert into person (id, personal_identity_number, given_name, family_name, email, street, postal_code, locality,
          has_protected_identity)
        select ${personId('n')},
          to_char(date '1955-01-01' + n % 17000, 'YYYYMMDD') || lpad((n / 17000 + 7000)::text, 4, '0'),
          ${unevenly(given, 'n', 32_471)}, ${familyName('n')},
          ${email('n', `'skola' || ${school}`)}, 'Gatan ' || n % 200, '12345', ${unevenly(places, 'n', 61_803)},
          n % 500 = 0
        from ${everybody}`,
    },
    {
      table: 'account',
      statement: `
        insert into account (id, person_id, username, username_key, ended_at, end_reason)
        select ${accountId('n')}, ${personId('n')}, name, name, case when n % 40 = 0 then now() end,
          case when n % 40 = 0 then 'has left' end
        from ${everybody}, lateral (select substr(md5('name' || n), 1, 7) || to_hex(n) as name) named`,
    },
    {
      table: 'password',
      statement: `
        insert into password (account_id, hash, pepper_id)
        select ${accountId('n')}, '$argon2id$country', 'country' from ${everybody} where n % 10 <> 0`,
    },
    {
      table: 'last_sign_in',
      statement: `
        insert into last_sign_in (account_id, at)
        select ${accountId('n')}, now() - n % 1000 * interval '1 day' from ${everybody} where n % 3 <> 0`,
    },
    {
      table: 'appointment',
      statement: `
        insert into appointment (account_id, organisation_id, valid_from, valid_to)
        select ${accountId(`(n - 1) % ${accounts} + 1`)}, ${organisationId('n')}, '2024-01-01',
          case when n % 100 = 0 then current_date + 20 end
        from ${everySchool} where n % 30 <> 0`,
    },
    {
      table: '"grant"',
      statement: `
        insert into "grant" (account_id, organisation_id, service, valid_from, valid_to, granted_by, ended_at, end_reason)
        select ${accountId('n')}, ${organisationId(school)}, service, '2024-01-01',
          case when n % 20 = 0 then '2025-06-30'::date end, null, case when n % 30 = 0 then now() end,
          case when n % 30 = 0 then 'has left' end
        from ${everybody} cross join unnest(array['studietider', 'studeranderapportering']) service
        where service = 'studietider' or n % 2 = 0`,
    },
    {
      table: 'listed_person',
      statement: `
        insert into listed_person (organisation_id, account_id, name_key, words, username, number, email)
        select ${organisationId(school)}, account.id, listed.name_key, found.words, found.username, found.number, found.email
        from ${everybody} join account on account.id = ${accountId('n')} join person on person.id = account.person_id
        cross join lateral listed_words(person, account) listed
        cross join lateral found_by(person, account) found`,
    },
    {
      table: 'sought_account',
      statement: `
        insert into sought_account (account_id, name_key, words)
        select account.id, listed.name_key, sought_words(person, account)
        from account join person on person.id = account.person_id
        cross join lateral listed_words(person, account) listed
        on conflict do nothing`,
    },
    {
      table: 'username_letter',
      statement: `
        insert into username_letter (account_id, organisation_id, ordered_at, posted_at)
        select ${accountId('n')}, ${organisationId(school)}, at - interval '2 days', case when n > 200 then at end
        from ${everybody}, lateral (select now() - n * (interval '3 years' / ${accounts}) as at) posted`,
    },
    {
      table: 'audit_event',
      statement: `
        with demo as (update audit_event set at = at - interval '4 years')
        insert into audit_event (seq, at, kind, result, actor_id, about_id, organisation_id, details, previous_hash, hash)
        select 100000 + e, now() - (${events} - e) * (interval '3 years' / ${events}),
          case when e % 20000 = 0 then 'username-shown' when e % 10 = 0 then 'username-letter-printed'
            when e % 3 = 0 then 'permission-granted' else 'signed-in' end, 'done',
          case when e % 10 = 0 then officer.id when e % 3 = 0 then ${accountId(`n % ${organisations} + 1`)}
            else ${accountId('n')} end,
          ${accountId('n')}, case when e % 3 = 0 then ${organisationId(school)} end,
          case when e % 3 = 0 then '{"service": "studietider"}' else '{}' end::jsonb,
          sha256((e - 1)::text::bytea), sha256(e::text::bytea)
        from (select id from account where username = 'handlaggare1') officer,
          generate_series(1, ${events}) e, lateral (select (e * 7919::bigint % ${accounts} + 1)::int as n) one`,
    },
    { table: 'audit_head', statement: `update audit_head set seq = ${100_000 + events}` },
  ]
}
