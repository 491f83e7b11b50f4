import test from 'ava'
import { sql, type Kysely } from 'kysely'
import { up as foldedAlike } from '../../migrations/0051_names_are_folded_alike.js'
import { up as moreLetters } from '../../migrations/0069_more_letters_are_folded.js'
import type { Db } from '../../src/database/database.js'
import { grant, person, school } from '../permissions/fixture.js'
import { freshDatabase } from '../support/database.js'

const derived = async (owner: Db) => ({
  organisations: await owner.selectFrom('organisation').select(['name_key', 'words']).orderBy('code').execute(),
  listed: await owner
    .selectFrom('listed_person')
    .select(['name_key', 'words', 'username', 'number', 'email'])
    .orderBy('account_id')
    .execute(),
  search: await owner.selectFrom('sought_account').select(['name_key', 'words']).orderBy('account_id').execute(),
})

for (const [name, up] of Object.entries({ '0051': foldedAlike, '0069': moreLetters })) {
  test(`migration ${name}, which changes the folding, folds every name anew: of schools, of people listed and of accounts`, async (t) => {
    const { owner } = await freshDatabase(t)
    await sql`
    create or replace function portvakt_folded(written text) returns text language sql immutable strict parallel safe
    as $$ select lower(written) collate "C" $$`.execute(owner)
    const organisationId = await school(owner)
    await owner.updateTable('organisation').set({ name: 'Ŋuolla‑skolan' }).where('id', '=', organisationId).execute()
    const accountId = await person(owner, 'Áŋŋá')
    await grant(owner, { accountId, organisationId })
    await owner.updateTable('person').set({ family_name: 'O’Brien‑Đunn' }).execute()
    const before = await derived(owner)
    t.regex(JSON.stringify(before), /ŋuolla‑skolan/)
    await up(owner as unknown as Kysely<unknown>)
    const after = await derived(owner)
    t.regex(after.organisations[0]?.name_key ?? '', /^nuolla-skolan$/)
    t.deepEqual([after.listed.length, after.search.length], [1, 1])
    const folded = JSON.stringify(after)
    t.notRegex(folded, /[ŋđ’‑]/)
    // As rows are that were written with the new folding from the first.
    await sql`update person set family_name = family_name`.execute(owner)
    t.deepEqual(await derived(owner), after)
  })
}
