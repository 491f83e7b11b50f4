import test from 'ava'
import { sql } from 'kysely'
import { changeContact } from '../../src/accounts/details/change-details.js'
import type { Db, Trx } from '../../src/database/database.js'
import { allOrNone } from '../../src/database/all-or-none.js'
import { repeatOnConflict } from '../../src/database/repeat.js'
import { fromWithin } from '../../src/context/origin.js'
import { reporter } from '../one-time-passwords/reporter.js'
import { freshDatabase } from '../support/database.js'
import { until } from '../support/service.js'

const from = fromWithin('test')

/** One changes a and then b, the other b and then a; each has changed its first before the first goes on. */
async function crossing(db: Db, owner: Db, begin: (act: (trx: Trx) => Promise<void>) => Promise<unknown>) {
  const [a, b] = [await reporter(db, 'anna4711', 'a0@skola.example'), await reporter(db, 'bo4711', 'b0@skola.example')]
  let tries = 0
  const change = async (trx: Trx, accountId: string, email: string) =>
    void (await changeContact(trx, { accountId, contact: { email }, from }))
  const isFirstBegun = Promise.withResolvers<void>()
  const first = begin(async (trx) => {
    tries += 1
    await change(trx, a, 'a1@skola.example')
    isFirstBegun.resolve()
    if (tries <= 2) await until(async () => await somebodyWaits(owner))
    await change(trx, b, 'b1@skola.example')
  })
  await isFirstBegun.promise
  const second = begin(async (trx) => {
    tries += 1
    await change(trx, b, 'b2@skola.example')
    await change(trx, a, 'a2@skola.example')
  })
  await Promise.all([first, second])
  return { a, b, tries }
}

const somebodyWaits = async (owner: Db): Promise<boolean> => {
  const { rows } = await sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(owner)
  return rows.length > 0
}

async function emailsAndEvents(owner: Db) {
  const people = await owner.selectFrom('person').select('email').orderBy('email').execute()
  const events = await owner
    .selectFrom('audit_event')
    .where('kind', '=', 'details-changed')
    .select('about_id')
    .orderBy('seq')
    .execute()
  const { rows: letters } = await sql`select from pgboss.job where name = 'letters'`.execute(owner)
  return { emails: people.map(({ email }) => email), about: events.map(({ about_id }) => about_id), letters }
}

for (const [how, begin] of [
  ['', (db: Db, act: (trx: Trx) => Promise<void>) => db.transaction().execute(act)],
  [
    ' that may be refused',
    (db: Db, act: (trx: Trx) => Promise<void>) =>
      allOrNone(db, 'done', async (trx) => {
        await act(trx)
        return { kind: 'done' }
      }),
  ],
] as const) {
  test(`two transactions${how} that end in a deadlock are both done, each once (F-23)`, async (t) => {
    const { db, owner } = await freshDatabase(t)
    const { a, b, tries } = await crossing(db, owner, async (act) => await begin(db, act))
    t.is(tries, 3, 'one of the two began anew')
    const { emails, about, letters } = await emailsAndEvents(owner)
    t.true(
      [['a1@skola.example', 'b1@skola.example'].join(), 'a2@skola.example,b2@skola.example'].includes(emails.join()),
    )
    // Each whole, one after the other.
    t.true([[a, b, b, a].join(), [b, a, a, b].join()].includes(about.join()))
    t.is(letters.length, 8, 'two mails a change')
  })
}

const conflict = (code: string) => Object.assign(new Error('deadlock detected'), { code })

test('a transaction is begun three times at most, and anew only after a deadlock or a serialisation failure (F-23)', async (t) => {
  for (const [code, tries] of [
    ['40P01', 3],
    ['40001', 3],
    ['40003', 1],
    ['23505', 1],
    ['57014', 1],
    ['ECONNRESET', 1],
  ] as const) {
    let begun = 0
    const transaction = async () => {
      begun += 1
      throw conflict(code)
    }
    await t.throwsAsync(repeatOnConflict(transaction), { code }, code)
    t.is(begun, tries, code)
  }
})
