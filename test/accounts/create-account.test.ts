import test from 'ava'
import { sql } from 'kysely'
import { createAccount, type Created } from '../../src/accounts/create-account.js'
import { renewHash, stillHolds } from '../../src/accounts/confirm.js'
import { findAccount, findByUsername } from '../../src/accounts/find.js'
import { storePassword } from '../../src/accounts/set-password.js'
import { fromWithin } from '../../src/context/origin.js'
import type { Db } from '../../src/database/database.js'
import { freshDatabase } from '../support/database.js'
import { testContext } from '../support/context.js'

const from = fromWithin('test')
const anna = {
  personalIdentityNumber: '199001012385',
  givenName: 'Anna',
  familyName: 'Prov',
  email: 'anna@example.se',
}
const bo = { ...anna, personalIdentityNumber: '199001022384', givenName: 'Bo' }

test('a person gets one account, with a username drawn by lot (R-73)', async (t) => {
  const { db } = await freshDatabase(t)
  const created = await create(db, { person: anna })
  t.is(created.kind, 'created')
  t.like(await findAccount(db, idOf(created)), {
    givenName: 'Anna',
    isEnded: false,
    password: undefined,
    language: 'sv',
  })
})

test('who is known keeps the account and everything there is', async (t) => {
  const { db } = await freshDatabase(t)
  const created = await create(db, { person: anna })
  const again = await create(db, { person: { ...anna, givenName: 'Ann', email: 'other@example.se' } })
  t.deepEqual(again, { ...created, kind: 'known' } as Created)
  t.like(await findAccount(db, idOf(created)), { givenName: 'Anna', email: 'anna@example.se' })
})

test('a username that looks like another is taken (R-25)', async (t) => {
  const { db } = await freshDatabase(t)
  t.like(await create(db, { person: anna, username: 'İlke' }), { kind: 'created', username: 'İlke' })
  t.deepEqual(await create(db, { person: bo, username: 'ilke' }), { kind: 'username-taken' })
  t.like(await create(db, { person: bo, username: 'ﬁnn' }), { kind: 'created', username: 'finn' })
})

test('a person added by two at once gets one account (R-73)', async (t) => {
  const { db } = await freshDatabase(t)
  const both = await Promise.all([create(db, { person: anna }), create(db, { person: anna })])
  t.deepEqual(both.map(({ kind }) => kind).toSorted(), ['created', 'known'])
})

test('what is not one e-mail address is never stored (R-38)', async (t) => {
  const { db } = await freshDatabase(t)
  await t.throwsAsync(create(db, { person: { ...anna, email: 'a@b.se,c@d.se' } }), { instanceOf: RangeError })
})

test('an account is found by its name however it is typed, and by its id', async (t) => {
  const { db } = await freshDatabase(t)
  const id = idOf(await create(db, { person: anna, username: 'İlke' }))
  for (const typed of ['ilke', ' ILKE ', 'I\u0307lke']) t.is((await findByUsername(db, typed))?.id, id, typed)
  for (const typed of ['', 'ilk', 'il\0ke', "' or 1=1 --"]) t.is(await findByUsername(db, typed), undefined, typed)
  t.is(await findAccount(db, 'no-uuid'), undefined)
})

test('the creation of an account is in the audit', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const id = idOf(await create(db, { person: anna }))
  t.like(await owner.selectFrom('audit_event').selectAll().executeTakeFirst(), {
    kind: 'account-created',
    about_id: id,
  })
})

test('a new password takes the place of the old one', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const { hashing } = testContext()
  const id = idOf(await create(db, { person: anna }))
  for (const password of ['det första', 'det andra']) {
    const hashed = await hashing.hash(password)
    await db.transaction().execute((trx) => storePassword(trx, id, hashed))
    t.deepEqual((await findAccount(db, id))?.password, hashed)
  }
  t.is((await owner.selectFrom('password').selectAll().execute()).length, 1)
})

test('what was compared outside a transaction no longer holds once the password is another or the account ended', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const { hashing } = testContext()
  const id = idOf(await create(db, { person: anna }))
  const holds = async (account = findAccount(db, id)) => {
    const compared = await account
    return compared !== undefined && (await db.transaction().execute((trx) => stillHolds(trx, compared)))
  }
  const beforeAny = findAccount(db, id)
  t.true(await holds(beforeAny), 'no password yet')
  const hashed = await hashing.hash('det första')
  await db.transaction().execute((trx) => storePassword(trx, id, hashed))
  t.false(await holds(beforeAny))
  const present = findAccount(db, id)
  t.true(await holds(present))
  await owner.updateTable('account').set({ ended_at: '2026-01-01', end_reason: 'test' }).execute()
  t.false(await holds(present))
})

test('a renewed hash takes the place of the hash it renews, and of no other', async (t) => {
  const { db } = await freshDatabase(t)
  const { hashing } = testContext()
  const id = idOf(await create(db, { person: anna }))
  const [old, renewed, another] = await Promise.all(['a', 'a', 'b'].map((password) => hashing.hash(password)))
  if (old === undefined || renewed === undefined || another === undefined) throw new Error('three hashes')
  const renew = () => db.transaction().execute((trx) => renewHash(trx, { accountId: id, old, renewed }))
  await db.transaction().execute((trx) => storePassword(trx, id, another))
  t.false(await renew())
  t.deepEqual((await findAccount(db, id))?.password, another)
  await db.transaction().execute((trx) => storePassword(trx, id, old))
  t.true(await renew())
  t.deepEqual((await findAccount(db, id))?.password, renewed)
})

const create = async (db: Db, input: Omit<Parameters<typeof createAccount>[1], 'from'>): Promise<Created> =>
  await db.transaction().execute((trx) => createAccount(trx, { ...input, from }))

const idOf = (created: Created): string => {
  if (created.kind === 'username-taken') throw new Error(created.kind)
  return created.accountId
}

test('the database keeps one name of two, and neither none nor an empty one', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const names = [
    { givenName: null, familyName: null },
    { givenName: '', familyName: 'Prov' },
    { givenName: 'Anna', familyName: '' },
  ]
  for (const none of names) {
    const error = await t.throwsAsync(create(db, { person: { ...anna, ...none } }))
    t.like(error, { code: '23514' })
  }
  const id = idOf(await create(db, { person: { ...anna, givenName: null, familyName: 'Suharto' } }))
  t.like(await findAccount(db, id), { givenName: null, familyName: 'Suharto' })
  const { rows } = await sql<{ key: string; words: string; isFound: boolean }>`
    select name_key as key, words, sought_words(person, account) @@ 'suharto'::tsquery as "isFound"
    from account join person on person.id = account.person_id
    cross join lateral listed_words(person, account) where account.id = ${id}`.execute(owner)
  t.like(rows[0], { key: ' suharto', isFound: true })
  t.regex(rows[0]?.words ?? '', /^ suharto [^ ]/)
})
