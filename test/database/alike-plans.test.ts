import test from 'ava'
import { sql } from 'kysely'
import type { Db } from '../../src/database/database.js'
import { knownPerson } from '../../src/officers/assurances/detail/find-detail.js'
import { selectByFamilyName, selectFound } from '../../src/officers/accounts/search/account-search.queries.js'
import { parseQuery } from '../../src/officers/accounts/search/search.js'
import { hasName } from '../../src/organisations/assurances/assurances.queries.js'
import { manyAccounts } from '../support/many-accounts.js'
import { freshDatabase } from '../support/database.js'

/** How many rows of the tables of people have been read from one end to the other, in this transaction. */
const readThrough = async (trx: Db) => {
  const { rows } = await sql<{ name: string; times: number }>`
    select relname as name, seq_scan::int as times from pg_stat_xact_user_tables
    where relname in ('account', 'person', 'sought_account', 'listed_person', 'former_number') and seq_scan > 0`.execute(
    trx,
  )
  return rows
}

test('a search for names alike reads no table of people from one end to the other', async (t) => {
  const { owner } = await freshDatabase(t)
  const accountId = await manyAccounts(owner, 20_000)
  const appointed = {
    personalIdentityNumber: '190000012345',
    givenName: 'Ŋuolla',
    familyName: 'O’Brien',
    email: 'a@skolan.example',
    street: '',
    postalCode: '',
    locality: '',
    country: 'SE',
  }
  const searches: Readonly<Record<string, (trx: Db) => Promise<unknown>>> = {
    'whose number it is, and whether the name is alike': async (trx) => await knownPerson(trx, appointed),
    'whether an officer has the signatory’s name': async (trx) =>
      await hasName(trx, { accountId, name: 'NUOLLA O´BRIEN' }),
    'the search among all accounts': async (trx) => {
      const parsed = parseQuery('anna o‑brien12345')
      if (parsed.kind !== 'words') throw new Error(parsed.kind)
      await selectByFamilyName(trx, parsed, 25)
      return await selectFound(trx, parsed, { countedAtMost: 250, limit: 25, offset: 0 })
    },
  }
  for (const [what, search] of Object.entries(searches)) {
    const read = await owner.transaction().execute(async (trx) => {
      await search(trx)
      return await readThrough(trx)
    })
    t.deepEqual(read, [], what)
  }
})
