import test from 'ava'
import { sql } from 'kysely'
import { createAccount, type NewPerson } from '../../../src/accounts/create-account.js'
import { readEmailAddress } from '../../../src/delivery/address.js'
import { findAccounts, type FoundAccounts } from '../../../src/officers/accounts/search/find-accounts.js'
import { accountIdOf, audited, signedInAs, wordsOf } from '../../own-account/client.js'
import { from, together } from '../../permissions/fixture.js'
import { startTestApp, type TestApp } from '../../support/app.js'

const found = async (app: TestApp, words: string, page = 1): Promise<FoundAccounts> =>
  await findAccounts(app.db, app.context, {
    search: { words, page },
    by: await accountIdOf(app, 'handlaggare1'),
    from,
  })

const names = async (app: TestApp, words: string) => {
  const outcome = await found(app, words)
  return 'accounts' in outcome ? outcome.accounts.map(({ name, username }) => name ?? username) : outcome.kind
}

let serial = 0
const add = async (app: TestApp, given: Partial<NewPerson> & { readonly username?: string }) => {
  serial += 1
  const { username = `konto${serial}`, ...details } = given
  const number = `19500101${String(serial).padStart(4, '0')}`
  const person = { personalIdentityNumber: number, givenName: 'Anna', familyName: 'Lind', email: null, ...details }
  const created = await together(app.db, async (trx) => await createAccount(trx, { person, username, from }))
  if (created.kind === 'username-taken') throw new Error('taken')
  return created.accountId
}

for (const [what, words] of [
  ['the beginning of the username', 'rapport100'],
  ['the username in capitals', 'RAPPORT10001'],
  ['the names, in any order and half of them', 'had amir'],
  ['the e-mail address', 'amir.haddad@vatter'],
  ['the e-mail address as far as its first dot', 'Amir.'],
  ['the number with twelve digits', '198204179835'],
  ['the number with ten digits and a hyphen', '820417-9835'],
  ['the number with spaces', '1982 04 17 98 35'],
  ['the first digits of the number', '19820417'],
] as const) {
  test(`an account at any organisation is found by ${what}`, async (t) => {
    const app = await startTestApp(t)
    t.true((await names(app, words)).includes('Amir Haddad'))
  })
}

test('every word must fit, and what is sought is never part of a pattern', async (t) => {
  const app = await startTestApp(t)
  t.deepEqual(await names(app, 'amir lindblad'), [])
  for (const words of ["amir' | 'marie", 'amir:*', 'am%', 'a\\', "o'", 'amir & !x', '_mir']) {
    t.deepEqual(await names(app, words), [], words)
  }
})

test('å, ä and ö are letters of their own, accents and case are not', async (t) => {
  const app = await startTestApp(t)
  await add(app, { givenName: 'René', familyName: 'Öberg' })
  t.deepEqual(await names(app, 'RENE öberg'), ['René Öberg'])
  t.deepEqual(await names(app, 'rene oberg'), [])
})

test('a double name is found as it is written, and by either half', async (t) => {
  const app = await startTestApp(t)
  for (const words of ['Britt-Inger', 'inger nilsson', 'röd']) {
    t.deepEqual(await names(app, words), ['Britt-Inger Nilsson Röd'], words)
  }
})

test('apostrophes, hyphens and strokes through letters do not hide an account', async (t) => {
  const app = await startTestApp(t)
  await add(app, { givenName: 'Anna\u2011Karin', familyName: 'O\u2019Brien' })
  await add(app, { givenName: 'Máret', familyName: 'Ŋuolla' })
  for (const words of ["anna-karin o'brien", 'Anna–Karin', 'karin brien', 'O´Brien'])
    t.deepEqual(await names(app, words), ['Anna\u2011Karin O\u2019Brien'], words)
  t.deepEqual(await names(app, 'maret nuolla'), ['Máret Ŋuolla'])
})

test('people of one mail domain are found by it', async (t) => {
  const app = await startTestApp(t)
  t.deepEqual(await names(app, '@myndigheten.example'), ['Karin Sundqvist', 'Johan Åkerlund'])
})

test('people of a mail domain with å, ä or ö are found by it as it is written', async (t) => {
  const app = await startTestApp(t)
  await add(app, { email: readEmailAddress('asa@räksmörgås.example'), familyName: 'Öberg' })
  for (const words of ['@räksmörgås.example', 'asa@Räksmörgås.example', '@xn--rksmrgs-5wao1o.example'])
    t.deepEqual(await names(app, words), ['Anna Öberg'], words)
})

test('a short word fits as a whole only, and three digits are too few', async (t) => {
  const app = await startTestApp(t)
  await add(app, { givenName: 'Bo', familyName: 'Ek' })
  await add(app, { givenName: 'Bosse', familyName: 'Ekman' })
  t.deepEqual(await names(app, 'bo'), ['Bo Ek'])
  t.is(await names(app, '198'), 'too-short')
  t.is(await names(app, '   '), 'no-query')
})

test('a changed name, username and address are found at once, and the old ones are not', async (t) => {
  const app = await startTestApp(t)
  await sql`update person set family_name = 'Haddadi', email = 'amir@ny.example' where family_name = 'Haddad'`.execute(
    app.owner,
  )
  t.deepEqual(await names(app, 'haddadi @ny.example'), ['Amir Haddadi'])
  t.deepEqual(await names(app, 'amir.haddad@'), [])
})

test('a person with protected identity is found by the username or the whole number only, and has no name', async (t) => {
  const app = await startTestApp(t)
  await sql`update person set has_protected_identity = true where family_name = 'Haddad'`.execute(app.owner)
  for (const words of ['haddad', 'amir', '@vatterbygden.example amir', '19820417', '820417', '198204179']) {
    t.false(String(await names(app, words)).includes('rapport10001'), words)
  }
  for (const words of ['rapport10001', '19820417-9835', '8204179835']) {
    t.deepEqual(await names(app, words), ['rapport10001'], words)
  }
})

test('a hundred-year-old is found with a plus and not without it', async (t) => {
  const app = await startTestApp(t)
  await add(app, { personalIdentityNumber: '191203049807', givenName: 'Elsa', familyName: 'Gammal' })
  t.deepEqual(await names(app, '120304+9807'), ['Elsa Gammal'])
  t.deepEqual(await names(app, '820417+9835'), [])
})

test('a person whose day of birth is not known is found by the number as it is written', async (t) => {
  const app = await startTestApp(t)
  await add(app, { personalIdentityNumber: '195000722396', givenName: 'Ali', familyName: 'Yusuf' })
  for (const words of ['195000722396', '500072-2396', '19500072', '500072', '\u202A19500072\u2011٢٣٩٦\u202C']) {
    t.deepEqual(await names(app, words), ['Ali Yusuf'], words)
  }
})

test('twenty-five are shown a page, by name, and beyond ten pages only the first', async (t) => {
  const app = await startTestApp(t)
  await sql`
    with added as (
      insert into person (personal_identity_number, given_name, family_name)
      select lpad(i::text, 12, '0'), 'Ulla' || i, case when i <= 30 then 'Abrahamsson' else 'Zetterlund' end
      from generate_series(1, 300) i returning id, personal_identity_number as number)
    insert into account (person_id, username, username_key) select id, 'u' || number, 'u' || number from added`.execute(
    app.owner,
  )
  t.like(await found(app, 'abrahamsson'), { kind: 'found', total: 30, page: 1 })
  const second = await found(app, 'abrahamsson', 9)
  t.like(second, { kind: 'found', page: 2 })
  t.is('accounts' in second ? second.accounts.length : 0, 5)
  const many = await found(app, 'ull')
  t.is(many.kind, 'very-many')
  t.true('accounts' in many && many.accounts.length === 25)
  t.true('accounts' in many && many.accounts.every(({ name }) => name?.endsWith('Abrahamsson')))
  const together = await found(app, 'zett')
  t.is(together.kind, 'very-many')
  t.deepEqual(
    'accounts' in together ? together.accounts.map(({ name }) => name) : [],
    Array.from({ length: 25 }, (_, place) => `Ulla${100 + place} Zetterlund`),
  )
})

test('of very many of a short name nobody is shown whose name only begins so', async (t) => {
  const app = await startTestApp(t)
  await sql`
    with added as (
      insert into person (personal_identity_number, given_name, family_name)
      select lpad(i::text, 12, '0'), 'Ulla' || i, case when i <= 30 then 'Ekberg' else 'Ek' end
      from generate_series(1, 300) i returning id, personal_identity_number as number)
    insert into account (person_id, username, username_key) select id, 'u' || number, 'u' || number from added`.execute(
    app.owner,
  )
  const many = await found(app, 'ek')
  t.is(many.kind, 'very-many')
  t.true('accounts' in many && many.accounts.length === 25)
  t.true('accounts' in many && many.accounts.every(({ name }) => name?.endsWith(' Ek')))
})

test('a number stands in no address: it is posted, and answered where it was posted', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'handlaggare1')
  await browser.open('/handlaggning/konton')
  browser.fill('Sök konto', '820417-9835')
  t.is(await browser.press('Sök'), 200)
  t.is(browser.path(), '/handlaggning/konton')
  t.true(wordsOf(browser).includes('Amir Haddad'))
  t.true(wordsOf(browser).includes('19820417-****'))
  t.false(browser.html().includes('href="/handlaggning/konton?sok=82'))
  await browser.open('/handlaggning/konton?sok=198204179835')
  t.false(wordsOf(browser).includes('Amir Haddad'))
  browser.fill('Sök konto', 'haddad')
  t.is(await browser.press('Sök'), 200)
  t.is(browser.path(), '/handlaggning/konton?sok=haddad')
})

test('each search leaves a trace of how many were found, and none of what was typed', async (t) => {
  const app = await startTestApp(t)
  await found(app, '820417-9835')
  await found(app, 'amir')
  const by = await accountIdOf(app, 'handlaggare1')
  t.deepEqual(await audited(app, 'accounts-searched'), [
    { by, about: null, details: { by: 'number', found: 1 } },
    { by, about: null, details: { by: 'words', found: 1 } },
  ])
})

test('what no page of ours asks for is refused', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'handlaggare1')
  t.is(await browser.open('/handlaggning/konton?sok=a&sok=b'), 400)
  t.is(await browser.open(`/handlaggning/konton?sok=${'a'.repeat(201)}`), 400)
})
