import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { identify } from '../../src/login/identify.js'
import { signIn } from '../../src/login/sign-in.js'
import { sweepLogin } from '../../src/login/sweep.js'
import { travel } from '../support/clock.js'
import { freshDatabase, type FreshDatabase } from '../support/database.js'
import { testContext, type TestContextOptions } from '../support/context.js'
import { countingContext, events, from, password, person, tries, wrong } from './fixture.js'

const strict: TestContextOptions = { policy: { source: { failuresPerAddress: 4, failuresPerNetwork: 4 } } }
const elsewhere = { ...from, address: '198.51.100.7' }

/** A school whose address somebody has brought to its limit; Anna and Bo have accounts, and Anna has signed in there. */
const school = async (t: ExecutionContext, given: TestContextOptions = strict) => {
  const database = await freshDatabase(t)
  const { context, compared } = countingContext(given)
  for (const name of ['anna', 'bo']) await person(database.db, context, name)
  t.is((await tries(database.db, context, 'anna', password)).kind, 'signed-in')
  for (const name of ['a', 'b', 'c', 'd']) await tries(database.db, context, name)
  return { ...database, context, compared }
}

const failuresOf = async ({ owner }: FreshDatabase) =>
  (await owner.selectFrom('login_attempts').select('failures').execute()).length

test('a name that has succeeded from a network lately gets in from it while others guess there', async (t) => {
  const { db, context } = await school(t)
  t.is((await tries(db, context, 'anna', password)).kind, 'signed-in')
  t.is((await tries(db, context, 'anna', password)).kind, 'signed-in', 'as often as she likes')
  t.is((await identify(db, context, { username: 'anna', password, from, at: 'kiosk' })).kind, 'password')
})

test('a guesser at the limit gets one answer for familiar, known and invented names, and locks none', async (t) => {
  const app = await school(t)
  const { db, context } = app
  const before = await failuresOf(app)
  const answers = new Set<string>()
  for (const name of ['anna', 'bo', 'invented']) {
    for (const { kind } of await wrong(db, context, name, 6)) answers.add(kind)
  }
  t.deepEqual([...answers], ['limited'])
  t.is(await failuresOf(app), before)
  t.is((await signIn(db, context, { username: 'anna', password, from: elsewhere })).kind, 'signed-in')
})

test('a guesser at the limit gets three comparisons with a familiar name in a window, and the right one after them none', async (t) => {
  const { db, owner, context, compared } = await school(t)
  compared.real = 0
  await Promise.all(Array.from({ length: 10 }, () => tries(db, context, 'anna')))
  t.is(compared.real, 3)
  t.is((await tries(db, context, 'anna', password)).kind, 'limited')
  await travel(owner, '10 minutes')
  for (const name of ['e', 'f', 'g', 'h']) await tries(db, context, name)
  t.is((await tries(db, context, 'anna', password)).kind, 'signed-in')
})

test('a guesser at the limit gets fifteen comparisons with a familiar name in a day, and the last is in the audit', async (t) => {
  const { db, owner, context, compared } = await school(t)
  compared.real = 0
  const outcomes = new Set<string>()
  for (let turn = 1; turn <= 24; turn += 1) {
    for (const name of ['e', 'f', 'g', 'h']) await tries(db, context, name)
    for (let guess = 1; guess <= 4; guess += 1) outcomes.add((await tries(db, context, 'anna')).kind)
    await travel(owner, '20 minutes')
  }
  t.is(compared.real, 15)
  t.deepEqual([...outcomes], ['limited'])
  const { rows } = await sql<{ about: string }>`
    select about_id as about from audit_event where kind = 'source-limited' and details->>'counted' = 'familiar name'
    `.execute(owner)
  t.is(rows.length, 1)
  t.truthy(rows[0]?.about)
  t.is((await signIn(db, context, { username: 'anna', password, from: elsewhere })).kind, 'signed-in')
  await travel(owner, '1 day')
  for (const name of ['e', 'f', 'g', 'h']) await tries(db, context, name)
  t.is((await tries(db, context, 'anna', password)).kind, 'signed-in')
})

test('a familiar name signs in at the limit as often as it likes in a day', async (t) => {
  const { db, owner, context } = await school(t)
  for (let turn = 1; turn <= 20; turn += 1) {
    for (const name of ['e', 'f', 'g', 'h']) await tries(db, context, name)
    t.is((await tries(db, context, 'anna', password)).kind, 'signed-in')
    await travel(owner, '10 minutes')
  }
})

test('a known name that has not succeeded from the network is turned away at the limit, also with its right password', async (t) => {
  const { db, context, compared } = await school(t)
  compared.real = 0
  t.is((await signIn(db, context, { username: 'bo', password, from: elsewhere })).kind, 'signed-in')
  compared.real = 0
  t.is((await tries(db, context, 'bo', password)).kind, 'limited')
  t.is(compared.real, 0)
})

test('a locked name is not let in at the limit, however familiar', async (t) => {
  const { db, context } = await school(t)
  for (let turn = 0; turn < 4; turn += 1) {
    await signIn(db, context, { username: 'anna', password: 'fel lösenord', from: elsewhere })
  }
  t.is((await tries(db, context, 'anna', password)).kind, 'limited')
})

test('a wrong password at the limit is in the audit', async (t) => {
  const { db, owner, context } = await school(t)
  const before = (await events(owner)).length
  await tries(db, context, 'anna')
  t.deepEqual((await events(owner)).slice(before).toSorted(), ['sign-in-refused', 'source-limited'])
})

test('a name is forgotten at a network where it has not succeeded for thirty days', async (t) => {
  const { db, owner, context } = await school(t)
  await travel(owner, '29 days')
  for (const name of ['a', 'b', 'c', 'd']) await tries(db, context, name)
  t.is((await tries(db, context, 'anna', password)).kind, 'signed-in')
  await travel(owner, '31 days')
  for (const name of ['a', 'b', 'c', 'd']) await tries(db, context, name)
  t.is((await tries(db, context, 'anna', password)).kind, 'limited')
  await sweepLogin(db, testContext())
  t.deepEqual(await owner.selectFrom('familiar_name').selectAll().execute(), [])
})
