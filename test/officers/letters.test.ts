import test from 'ava'
import { sql } from 'kysely'
import { orderUsernameLetter } from '../../src/username-letters/order-letter.js'
import { accountIdOf, signedInAs, wordsOf } from '../own-account/client.js'
import { from } from '../permissions/fixture.js'
import { startTestApp, type TestApp } from '../support/app.js'

async function orderFor(app: TestApp, username: string): Promise<void> {
  const accountId = await accountIdOf(app, username)
  await app.db.transaction().execute(async (trx) => await orderUsernameLetter(trx, { accountId, from }))
}

test('the agency’s tool is for officers', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'admin10001')
  t.is(await browser.open('/handlaggning'), 403)
  t.is(browser.heading(), 'Sidan är för myndighetens handläggare')
})

test('who is no officer any more is turned away at the next request', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'handlaggare1')
  t.is(await browser.open('/handlaggning'), 200)
  await sql`update officer set ended_at = portvakt_now() where account_id = ${await accountIdOf(app, 'handlaggare1')}`.execute(
    app.owner,
  )
  t.is(await browser.open('/handlaggning'), 403)
})

test('letters that have been posted are marked so once, and the one-time password follows in three days', async (t) => {
  const app = await startTestApp(t)
  await orderFor(app, 'ny10001')
  const browser = await signedInAs(t, app, 'handlaggare1')
  await browser.open('/handlaggning')
  t.is(await browser.follow('Ett brev att posta'), 200)
  t.true(wordsOf(browser).includes('Saga Ekholm'))
  t.true(wordsOf(browser).includes('Östra Strandgatan 19, 553 18 Jönköping'))
  t.is(await browser.press('Markera som postade'), 200)
  t.true(wordsOf(browser).includes('Ett brev är markerat som postat.'))
  t.true(wordsOf(browser).includes('Inga brev väntar.'))
  const { days } = await app.owner
    .selectFrom('one_time_password')
    .where('account_id', '=', await accountIdOf(app, 'ny10001'))
    .where('replaced_at', 'is', null)
    .select(sql<number>`round(extract(epoch from sent_from - portvakt_now()) / 86400)::int`.as('days'))
    .executeTakeFirstOrThrow()
  t.is(days, 3)
})

test('a letter that was ordered after the page was read is not marked with the others', async (t) => {
  const app = await startTestApp(t)
  await orderFor(app, 'ny10001')
  const browser = await signedInAs(t, app, 'handlaggare1')
  await browser.open('/handlaggning/brev')
  await orderFor(app, 'utan10001')
  await browser.press('Markera som postade')
  const rows = await app.owner
    .selectFrom('username_letter')
    .innerJoin('account', 'account.id', 'username_letter.account_id')
    .where('posted_at', 'is', null)
    .select('username')
    .execute()
  t.deepEqual(rows, [{ username: 'utan10001' }])
})

test('somebody with protected identity has no name and no address on the page', async (t) => {
  const app = await startTestApp(t)
  await orderFor(app, 'ny10001')
  await sql`update person set has_protected_identity = true from account
    where account.person_id = person.id and username = 'ny10001'`.execute(app.owner)
  const browser = await signedInAs(t, app, 'handlaggare1')
  await browser.open('/handlaggning/brev')
  t.false(wordsOf(browser).includes('Ekholm'))
  t.false(wordsOf(browser).includes('Strandgatan'))
  t.true(wordsOf(browser).includes('Skyddade personuppgifter'))
})
