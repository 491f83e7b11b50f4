import test from 'ava'
import { sql } from 'kysely'
import { findByUsername } from '../../../src/accounts/find.js'
import { saveSession } from '../../../src/login/sessions/sessions.js'
import { endAccount } from '../../../src/officers/accounts/actions/ending/end-account.js'
import { accountIdOf, audited, sessionsIn, signIn, signedInAs, wordsOf } from '../../own-account/client.js'
import { openBrowser } from '../../support/browser.js'
import { travel } from '../../support/clock.js'
import { startTestApp, type TestApp } from '../../support/app.js'
import { from, together } from '../../permissions/fixture.js'
import { accountPage, act, rowOf } from './officer.js'

const left = { 'Varför?': 'Har slutat på skolan.' }

const end = async (app: TestApp, username: string, by = 'handlaggare1') =>
  await together(app.db, async (trx) =>
    endAccount(trx, {
      accountId: await accountIdOf(app, username),
      by: await accountIdOf(app, by),
      reason: 'Har slutat.',
      from,
    }),
  )

test('an ended account lets nobody in, and everything that rested on it ends at once', async (t) => {
  const app = await startTestApp(t)
  const theirs = await signedInAs(t, app, 'admin10001')
  const browser = await accountPage(t, app, 'admin10001')
  t.is(await act(browser, 'Avsluta kontot', 'Avsluta kontot', left), 200)
  t.true(wordsOf(browser).includes('Kontot är avslutat.'))
  t.true(wordsOf(browser).includes('Har slutat på skolan.'))
  t.like(await rowOf(app, 'admin10001'), { end_reason: 'Har slutat på skolan.' })
  t.deepEqual(await sessionsIn(app, 'admin10001'), [])
  await theirs.open('/behorigheter')
  t.true(theirs.path().startsWith('/login/'))
  const again = openBrowser(t, app.home)
  await again.open('/konto')
  await signIn(again, 'admin10001')
  t.true(again.path().startsWith('/login/'))
  const id = await accountIdOf(app, 'admin10001')
  for (const table of ['grant', 'appointment'] as const) {
    const rows = await app.owner.selectFrom(table).select('ended_by').where('account_id', '=', id).execute()
    t.true(rows.every(({ ended_by }) => ended_by !== null))
  }
  t.is((await app.owner.selectFrom('password').selectAll().where('account_id', '=', id).execute()).length, 0)
  t.is((await audited(app, 'account-ended')).length, 1)
})

test('the person is told that the account has ended, and the administrators which permissions did', async (t) => {
  const app = await startTestApp(t)
  await end(app, 'rapport10001')
  t.truthy(await app.nextMail('amir.haddad@vatterbygden.example', 'Ditt konto är avslutat'))
  const told = await app.nextMail('marie.lindblad@vatterbygden.example')
  t.true(told.text.includes('Amir Haddad'))
  t.true(told.text.includes('Studeranderapportering'))
})

test('an ended account’s one-time passwords are dead, and none is sent', async (t) => {
  const app = await startTestApp(t)
  await end(app, 'ny10001')
  const live = await app.owner
    .selectFrom('one_time_password')
    .select('id')
    .where('account_id', '=', await accountIdOf(app, 'ny10001'))
    .where('replaced_at', 'is', null)
    .where('used_at', 'is', null)
    .execute()
  t.deepEqual(live, [])
  const browser = await accountPage(t, app, 'ny10001')
  await browser.open(`${browser.path()}/engangslosenord`)
  t.true(wordsOf(browser).includes('kontot är avslutat'))
})

test('what an ended account had asked for is declined', async (t) => {
  const app = await startTestApp(t)
  const account_id = await accountIdOf(app, 'utan10001')
  const { id: organisation_id } = await app.owner
    .selectFrom('organisation')
    .select('id')
    .where('code', '=', '10001')
    .executeTakeFirstOrThrow()
  const values = { account_id, organisation_id, service: 'studietider', words: '' }
  await app.owner.insertInto('permission_request').values(values).execute()
  await end(app, 'utan10001')
  const answers = await app.owner.selectFrom('permission_request').select('answer').execute()
  t.deepEqual(answers, [{ answer: 'declined' }])
})

test('an account is ended once, by somebody else than its owner, and by an officer who has just shown who they are', async (t) => {
  const app = await startTestApp(t)
  t.deepEqual(await end(app, 'rapport10001'), { kind: 'ended' })
  t.deepEqual(await end(app, 'rapport10001'), { kind: 'not-ended' })
  t.deepEqual(await end(app, 'handlaggare1'), { kind: 'not-ended' })
  t.deepEqual(await end(app, 'handlaggare2'), { kind: 'not-ended' }, 'another officer takes two')
  const browser = await accountPage(t, app, 'rapport10002')
  const at = browser.path()
  await app.owner
    .updateTable('session')
    .set({
      signed_in_at: sql<Date>`portvakt_now() - interval '11 minutes'`,
      proved_at: sql<Date>`portvakt_now() - interval '11 minutes'`,
    })
    .execute()
  await browser.open(`${at}/avsluta`)
  t.true(browser.path().startsWith('/login/'))
  t.is((await rowOf(app, 'rapport10002')).ended_at, null)
})

test('without a reason nothing is ended', async (t) => {
  const app = await startTestApp(t)
  const browser = await accountPage(t, app, 'rapport10001')
  t.is(await act(browser, 'Avsluta kontot', 'Avsluta kontot', { 'Varför?': '  ' }), 422)
  t.deepEqual(browser.errors(), ['Skriv varför, med högst 500 tecken.'])
  t.is((await rowOf(app, 'rapport10001')).ended_at, null)
})

test('a session that was on its way when the account ended is nobody’s, also when the account is opened again (R-61)', async (t) => {
  const app = await startTestApp(t)
  const accountId = await accountIdOf(app, 'rapport10001')
  const loginTs = Math.floor(Date.now() / 1000)
  await end(app, 'rapport10001')
  const late = { idHash: Buffer.alloc(32, 7), uid: 'late', accountId, payload: { loginTs } }
  await saveSession(app.db, late)
  await travel(app.owner, '2 seconds')
  const browser = await accountPage(t, app, 'rapport10001')
  await act(browser, 'Öppna kontot igen', 'Öppna kontot', { 'Varför?': 'Kom tillbaka.' })
  t.deepEqual(await sessionsIn(app, 'rapport10001'), [])
})

test('a sign-in that holds the account makes the ending wait, and its session ends with the others', async (t) => {
  const app = await startTestApp(t)
  const id = await accountIdOf(app, 'rapport10001')
  let ending: Promise<unknown> = Promise.resolve()
  await app.db.transaction().execute(async (trx) => {
    await trx.selectFrom('account').select('id').where('id', '=', id).forShare().execute()
    ending = end(app, 'rapport10001')
    await sql`select pg_sleep(0.2)`.execute(trx)
    t.is((await rowOf(app, 'rapport10001')).ended_at, null)
  })
  t.deepEqual(await ending, { kind: 'ended' })
})

test('a reopened account has its username, and no password until a one-time password has been sent', async (t) => {
  const app = await startTestApp(t)
  await end(app, 'rapport10001')
  const browser = await accountPage(t, app, 'rapport10001')
  t.is(await act(browser, 'Öppna kontot igen', 'Öppna kontot', { 'Varför?': 'Avslutades av misstag.' }), 200)
  t.true(wordsOf(browser).includes('Avslutades av misstag.'))
  const account = await findByUsername(app.db, 'rapport10001')
  t.like(account, { isEnded: false, password: undefined })
  const held = await app.owner
    .selectFrom('grant')
    .select('id')
    .where('ended_at', 'is', null)
    .where('account_id', '=', await accountIdOf(app, 'rapport10001'))
    .execute()
  t.deepEqual(held, [])
  t.is(await act(browser, 'Skicka nytt engångslösenord', 'Skicka nytt engångslösenord'), 200)
  t.truthy(await app.nextMail('amir.haddad@vatterbygden.example', 'Ditt engångslösenord'))
  t.is((await audited(app, 'account-reopened')).length, 1)
})

test('an account that lives is not reopened, and nobody reopens their own', async (t) => {
  const app = await startTestApp(t)
  const browser = await accountPage(t, app, 'rapport10001')
  const at = browser.path()
  await browser.open(`${at}/oppna`)
  t.true(wordsOf(browser).includes('Kontot är inte avslutat'))
  const own = await accountPage(t, app, 'handlaggare1')
  await own.open(`${own.path()}/oppna`)
  t.true(wordsOf(own).includes('Det här är ditt eget konto.'))
})
