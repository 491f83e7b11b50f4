import test from 'ava'
import { nameKeysOf, newUsername, usernameKey } from '../../src/accounts/username.js'
import { keyRing } from '../../src/context/keys.js'

const alike = [
  ['capitals', 'Rapport10001', 'rapport10001'],
  ['outer spaces', ' \t rapport10001 \u00A0', 'rapport10001'],
  ['a Turkish İ and an i', 'İlke', 'ilke'],
  ['a dotless ı and an I', 'ılke', 'Ilke'],
  ['the ligature ﬁ and the letters fi', 'ﬁnn', 'Finn'],
  ['ß and ss', 'Groß', 'GROSS'],
  ['full-width letters', 'ｒａｐｐｏｒｔ', 'rapport'],
  ['composed and decomposed letters', 'åsa'.normalize('NFC'), 'ÅSA'.normalize('NFD')],
  ['invisible characters', 'rap\u200Bport\u00AD\uFEFF', 'rapport'],
  ['the script of their digits', 'rapport١٠', 'rapport10'],
  ['a final sigma', 'ΑΣ', 'ας'],
] as const

for (const [what, one, other] of alike) {
  test(`usernames that differ in ${what} are one name (R-25)`, (t) => {
    t.is(usernameKey(one), usernameKey(other))
  })
}

test('usernames that differ in a letter are two names', (t) => {
  t.not(usernameKey('åsa'), usernameKey('asa'))
  t.not(usernameKey('rapport1'), usernameKey('rapport 1'))
})

test('the form that names are compared in is its own form', (t) => {
  for (const [, one, other] of alike) {
    for (const typed of [one, other]) t.is(usernameKey(usernameKey(typed)), usernameKey(typed))
  }
})

test('what no database can hold becomes a name that nobody has', (t) => {
  t.is(usernameKey('a\0b'), 'a\uFFFDb')
  t.is(usernameKey('a\uD800b'), 'a\uFFFDb')
})

test('attempts are counted under a keyed digest of the name', (t) => {
  const context = { keys: keyRing(['a master secret of tests, long enough to be one']) }
  const other = { keys: keyRing(['another master secret, which is long enough too']) }
  t.is(nameKeysOf(context, 'rapport').newest.length, 32)
  t.deepEqual(nameKeysOf(context, 'İlke'), nameKeysOf(context, 'ilke'))
  t.notDeepEqual(nameKeysOf(context, 'rapport'), nameKeysOf(other, 'rapport'))
})

test('a new username can be read from paper', (t) => {
  const names = Array.from({ length: 5_000 }, newUsername)
  for (const name of names) {
    t.regex(name, /^[a-z]{4}[2-9]{4}$/)
    t.notRegex(name, /[l1io0bgqsz]|(.)\1|rn|vv|[aeiouyåäö]/, name)
  }
  t.true(new Set(names).size > 4_990)
})

test('every character of a new username is about as likely as another', (t) => {
  const counts = new Map<string, number>()
  const names = Array.from({ length: 12_000 }, newUsername)
  for (const character of names.join('')) counts.set(character, (counts.get(character) ?? 0) + 1)
  const letters = [...counts].filter(([character]) => /[a-z]/.test(character)).map(([, count]) => count)
  t.is(letters.length, 12)
  t.true(Math.max(...letters) / Math.min(...letters) < 1.25, letters.join(' '))
})
