import test from 'ava'
import { sql } from 'kysely'
import type { Db } from '../../src/database/database.js'
import { provePassword } from '../../src/kiosk/prove-password.js'
import { HashingFull } from '../../src/context/hashing.js'
import type { AppContext } from '../../src/context/app-context.js'
import { freshDatabase } from '../support/database.js'
import { testContext } from '../support/context.js'
import { from, password, person, tries } from './fixture.js'

test('a right password whose sign-in fails in the database is not counted as a failure (F-02)', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const context = testContext()
  await person(db, context, 'anna')
  await failing(owner, ['signed-in', 'kiosk-identified'])
  await t.throwsAsync(tries(db, context, 'anna', password))
  await t.throwsAsync(
    provePassword(db, context, { username: 'anna', password, interactionUid: undefined, current: undefined, from }),
  )
  t.deepEqual(await counted(owner), { names: 0, sources: 0 })
})

test('a password that was never compared is not counted as a failure', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const context = testContext()
  await person(db, context, 'anna')
  for (const name of ['anna', 'invented']) {
    await t.throwsAsync(tries(db, closedAtComparing(context), name, password), { instanceOf: HashingFull })
  }
  t.deepEqual(await counted(owner), { names: 0, sources: 0 })
})

test('a wrong password stays counted, whatever fails afterwards', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const context = testContext()
  await person(db, context, 'anna')
  await failing(owner, ['sign-in-refused'])
  await t.throwsAsync(tries(db, context, 'anna'))
  t.deepEqual(await counted(owner), { names: 1, sources: 2 })
})

test('an attempt that is given back takes only itself: the wrong ones before it stay counted', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const context = testContext()
  await person(db, context, 'anna')
  await tries(db, context, 'anna')
  await tries(db, context, 'anna')
  await t.throwsAsync(tries(db, closedAtComparing(context), 'anna', password), { instanceOf: HashingFull })
  t.is((await counted(owner)).names, 2)
})

/** The audit refuses these kinds, as a database that fails in the middle of a transaction. */
const failing = async (owner: Db, kinds: readonly string[]): Promise<void> => {
  await sql`
    create function fail_here() returns trigger language plpgsql as $$
    begin raise exception 'not now' using errcode = '53300'; end $$`.execute(owner)
  await sql`
    create trigger a_failing before insert on audit_event for each row
    when (new.kind = any(${sql.lit(`{${kinds.join(',')}}`)}::text[])) execute function fail_here()`.execute(owner)
}

/** As at a shutdown between the counting and the comparing. */
const closedAtComparing = (context: AppContext): AppContext => ({
  ...context,
  hashing: {
    ...context.hashing,
    keepPlace: () => {
      const place = context.hashing.keepPlace()
      return (
        place && {
          ...place,
          matches: async () => {
            throw new HashingFull()
          },
        }
      )
    },
  },
})

const counted = async (owner: Db) => {
  const names = await owner.selectFrom('login_attempts').select('failures').execute()
  const sources = await owner.selectFrom('source_attempts').select('attempts').execute()
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  return { names: sum(names.map(({ failures }) => failures)), sources: sum(sources.map(({ attempts }) => attempts)) }
}
