import test from 'ava'
import { sql } from 'kysely'
import { callName, fullName, isSameName } from '../../src/values/names.js'
import { freshDatabase } from '../support/database.js'
import { alikeNames } from './alike-names.js'

for (const [one, other] of alikeNames) {
  test(`${one} and ${JSON.stringify(other)} are likely the same person`, (t) => {
    t.true(isSameName(one, other))
  })
}

test('characters that nobody sees tell no two names apart', (t) => {
  t.true(isSameName('An\u3164na\u115F Lind', 'Anna\u2066 Lind\u2069'))
})

test('names with other letters are two people’s', (t) => {
  t.false(isSameName('Anna Lind', 'Anna Lindh'))
  t.false(isSameName('Anna Lind', 'Lind Anna'))
})

test('the database finds the same names alike as the forms do', async (t) => {
  const { db } = await freshDatabase(t)
  const pairs = [
    ...alikeNames,
    ['Anna Lind', 'Anna Lindh'],
    ['Anna Lind', 'Lind Anna'],
    ['Юлия', 'юлия'],
    ['Юлия', 'Яна'],
  ]
  for (const [one = '', other = ''] of pairs) {
    const { rows } = await sql<{ isSame: boolean }>`
      select portvakt_letters(${one}) = portvakt_letters(${other}) as "isSame"`.execute(db)
    t.is(rows[0]?.isSame, isSameName(one, other), `${one} and ${other}`)
  }
})

test('a person with one name is written and greeted by it, without a space more', (t) => {
  const [given, family] = [
    { givenName: 'Suharto', familyName: null },
    { givenName: null, familyName: 'Suharto' },
  ]
  t.deepEqual([fullName(given), callName(given)], ['Suharto', 'Suharto'])
  t.deepEqual([fullName(family), callName(family)], ['Suharto', 'Suharto'])
  const both = { givenName: 'Anna', familyName: 'Lind' }
  t.deepEqual([fullName(both), callName(both)], ['Anna Lind', 'Anna'])
})
