import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import type { Db } from '../../src/database/database.js'
import { enterCode } from '../../src/kiosk/enter-code.js'
import { orderCode } from '../../src/kiosk/order-code.js'
import { visitOf } from '../../src/kiosk/visit.js'
import { signIn } from '../../src/login/sign-in.js'
import { password, person } from '../login/fixture.js'
import { codeFor, otherThan } from '../one-time-passwords/reporter.js'
import { travel } from '../support/clock.js'
import { freshDatabase } from '../support/database.js'
import { testContext } from '../support/context.js'

const context = testContext({ policy: { source: { failuresPerAddress: 1_000, failuresPerNetwork: 1_000 } } })
const school = '192.0.2.10'

/** Orders a code in a browser that stands nowhere, and tells where it stands then. */
const order = async (db: Db, address: string, username = 'anna') => {
  const from = { address, requestId: 'test' }
  const outcome = await orderCode(db, context, {
    username,
    language: 'sv',
    interactionUid: undefined,
    current: undefined,
    from,
  })
  if (outcome.kind !== 'ordered') throw new Error(outcome.kind)
  const visit = await visitOf(db, outcome.visitName)
  if (visit?.step !== 'enter-code' || visit.codeId === undefined) throw new Error('no code is waited for')
  return { visit, from, right: await codeFor(db, context, visit.codeId) }
}

const enter = async (db: Db, { visit, from, right }: Awaited<ReturnType<typeof order>>, typed = right) =>
  await enterCode(db, context, { visit, typed, from })

/** A day in which strangers order and guess as much as they can. */
const attack = async (db: Db, owner: Db, addresses: readonly string[]) => {
  for (let turn = 0; turn < 48; turn += 1) {
    const stranger = await order(db, addresses[turn % addresses.length] ?? '')
    for (let guess = 1; guess <= 5; guess += 1) await enter(db, stranger, otherThan(stranger.right))
    await travel(owner, '2 minutes')
  }
}

const prepared = async (t: ExecutionContext) => {
  const database = await freshDatabase(t)
  await person(database.db, context, 'anna')
  return database
}

const mailed = async (owner: Db): Promise<number> =>
  (await sql`select 1 from one_time_password where account_id is not null`.execute(owner)).rows.length

test('a stranger with one address, who orders and guesses all day, stops no order from elsewhere', async (t) => {
  const { db, owner } = await prepared(t)
  await attack(db, owner, ['203.0.113.7'])
  t.true((await mailed(owner)) <= 5)
  t.is((await enter(db, await order(db, school))).kind, 'proved')
})

test('strangers with forty addresses stop no order from where the name has signed in lately', async (t) => {
  const { db, owner } = await prepared(t)
  const from = { address: school, requestId: 'test' }
  t.is((await signIn(db, context, { username: 'anna', password, from })).kind, 'signed-in')
  await attack(
    db,
    owner,
    Array.from({ length: 40 }, (_, place) => `203.0.${place}.7`),
  )
  t.true((await mailed(owner)) <= 10)
  t.is((await enter(db, await order(db, '198.51.100.7'))).kind, 'wrong', 'a network where the name is unknown')
  t.is((await enter(db, await order(db, school))).kind, 'proved')
})

test('a code that was ordered before strangers order and guess is right in its browser', async (t) => {
  const { db, owner } = await prepared(t)
  const anna = await order(db, school)
  for (let turn = 1; turn <= 12; turn += 1) {
    const stranger = await order(db, `203.0.${turn % 6}.7`)
    for (let guess = 1; guess <= 5; guess += 1) await enter(db, stranger, otherThan(stranger.right))
    await travel(owner, '2 minutes')
  }
  t.is((await enter(db, anna)).kind, 'proved')
})

test('a guesser sees no difference between a familiar name and an invented one at its network', async (t) => {
  const { db, owner } = await prepared(t)
  const from = { address: school, requestId: 'test' }
  await signIn(db, context, { username: 'anna', password, from })
  const answers: Record<string, string[]> = { anna: [], finnsinte: [] }
  for (let turn = 1; turn <= 14; turn += 1) {
    for (const [name, said] of Object.entries(answers)) {
      if (turn <= 7) await order(db, `203.0.${turn}.7`, name)
      const guesser = await order(db, school, name)
      for (let guess = 1; guess <= 6; guess += 1) {
        const answer = await enter(db, guesser, otherThan(guesser.right))
        said.push(`${answer.kind} ${'triesLeft' in answer ? answer.triesLeft : ''}`)
      }
    }
    await travel(owner, '10 minutes')
  }
  t.deepEqual(answers['anna'], answers['finnsinte'])
})
