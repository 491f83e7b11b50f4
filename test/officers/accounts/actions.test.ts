import test from 'ava'
import { reserveAttempt } from '../../../src/login/attempts/attempts.js'
import { nameKeysOf } from '../../../src/accounts/username.js'
import { accountIdOf, audited, sessionsIn, signedInAs, wordsOf } from '../../own-account/client.js'
import { startTestApp, type TestApp } from '../../support/app.js'
import { accountPage, act, rowOf } from './officer.js'

const lock = async ({ db, context }: TestApp, username: string) => {
  for (let wrong = 0; wrong < 4; wrong += 1) await reserveAttempt(db, context, nameKeysOf(context, username))
}

test('an officer unlocks a name before its thirty minutes are over, and the right password works at once', async (t) => {
  const app = await startTestApp(t)
  await lock(app, 'rapport10001')
  const browser = await accountPage(t, app, 'rapport10001')
  t.true(wordsOf(browser).includes('Spärrat'))
  t.is(await act(browser, 'Lås upp inloggningen', 'Lås upp'), 200)
  t.true(wordsOf(browser).includes('Inloggningen är upplåst.'))
  const theirs = await signedInAs(t, app, 'rapport10001')
  t.is(theirs.path(), '/konto')
  t.deepEqual(await audited(app, 'account-unlocked'), [
    {
      by: await accountIdOf(app, 'handlaggare1'),
      about: await accountIdOf(app, 'rapport10001'),
      details: {},
    },
  ])
})

test('ending all sessions signs the person out everywhere, and the account goes on', async (t) => {
  const app = await startTestApp(t)
  const theirs = await signedInAs(t, app, 'rapport10001')
  await signedInAs(t, app, 'rapport10001')
  const browser = await accountPage(t, app, 'rapport10001')
  t.is(await act(browser, 'Logga ut överallt', 'Logga ut överallt'), 200)
  t.deepEqual(await sessionsIn(app, 'rapport10001'), [])
  await theirs.open('/konto')
  t.true(theirs.path().startsWith('/login/'))
  t.like((await audited(app, 'sessions-ended'))[0]?.details, { why: 'ended-by-officer', ended: 2 })
})

test('ending one session leaves the others (R-62)', async (t) => {
  const app = await startTestApp(t)
  await signedInAs(t, app, 'rapport10001')
  await signedInAs(t, app, 'rapport10001')
  const browser = await accountPage(t, app, 'rapport10001')
  t.is(await browser.press('Avsluta', '.sessions'), 200)
  t.is((await sessionsIn(app, 'rapport10001')).length, 1)
})

test('a new one-time password goes to the mailbox, and the officer sees it nowhere (R-44)', async (t) => {
  const app = await startTestApp(t)
  const browser = await accountPage(t, app, 'rapport10001')
  t.is(await act(browser, 'Skicka nytt engångslösenord', 'Skicka nytt engångslösenord'), 200)
  const mail = await app.nextMail('amir.haddad@vatterbygden.example')
  const code = /(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(mail.text)?.[0] ?? ''
  t.not(code, '')
  t.false(browser.html().includes(code))
  await browser.open(`${browser.path().split('?')[0]}/historik`)
  t.false(browser.html().includes(code))
  await browser.open(`/handlaggning/konton/${await accountIdOf(app, 'rapport10001')}`)
  t.is(await act(browser, 'Skicka nytt engångslösenord', 'Skicka nytt engångslösenord'), 422)
})

test('a changed e-mail address is told to the old and the new one (R-27)', async (t) => {
  const app = await startTestApp(t)
  const browser = await accountPage(t, app, 'admin10001')
  await browser.follow('Ändra uppgifter')
  browser.fill('E-postadress', 'marie@ny.example')
  browser.fill('E-postadress en gång till', 'marie@ny.example')
  t.is(await browser.press('Spara', 'main'), 200)
  for (const to of ['marie.lindblad@vatterbygden.example', 'marie@ny.example']) {
    const mail = await app.nextMail(to, 'Din e-postadress är ändrad')
    t.true(mail.text.includes('Vi på myndigheten'))
  }
  t.deepEqual((await audited(app, 'details-changed'))[0]?.details, { fields: 'email' })
})

test('wrong details are refused by the field, and what another changed meanwhile is told', async (t) => {
  const app = await startTestApp(t)
  const browser = await accountPage(t, app, 'rapport10001')
  await browser.follow('Ändra uppgifter')
  browser.fill('E-postadress', 'a@b.example,c@d.example')
  browser.fill('E-postadress en gång till', 'annat@b.example')
  t.is(await browser.press('Spara', 'main'), 422)
  t.is(browser.errors().length, 2)
  await browser.open(`/handlaggning/konton/${await accountIdOf(app, 'rapport10001')}/uppgifter`)
  await app.owner
    .updateTable('person')
    .set({ locality: 'Habo', version: 2 })
    .where('family_name', '=', 'Haddad')
    .execute()
  browser.fill('Förnamn', 'Emir')
  t.is(await browser.press('Spara', 'main'), 422)
  t.true(wordsOf(browser).includes('Postort: Habo'))
  t.is(await browser.press('Spara', 'main'), 200)
})

test('protected identity hides the person from administrators at once, and the mark is taken away again', async (t) => {
  const app = await startTestApp(t)
  const browser = await accountPage(t, app, 'rapport10001')
  t.is(await act(browser, 'Markera skyddade personuppgifter', 'Markera'), 200)
  t.false(browser.html().includes('Haddad'))
  const administrator = await signedInAs(t, app, 'admin10001')
  await administrator.open('/behorigheter/personer')
  t.false(administrator.html().includes('Haddad'))
  t.is(await act(browser, 'Ta bort markeringen om skyddade personuppgifter', 'Ta bort markeringen'), 200)
  t.false((await rowOf(app, 'rapport10001')).has_protected_identity)
  t.is((await audited(app, 'identity-protected')).length, 1)
  t.is((await audited(app, 'identity-unprotected')).length, 1)
})

test('the username letter is ordered once, however often it is asked for', async (t) => {
  const app = await startTestApp(t)
  const browser = await accountPage(t, app, 'rapport10002')
  t.is(await act(browser, 'Beställ brev med användarnamn', 'Beställ brevet'), 200)
  t.is(await act(browser, 'Beställ brev med användarnamn', 'Beställ brevet'), 422)
  const letters = await app.owner
    .selectFrom('username_letter')
    .select('id')
    .where('account_id', '=', await accountIdOf(app, 'rapport10002'))
    .where('posted_at', 'is', null)
    .execute()
  t.is(letters.length, 1)
})

test('an officer does nothing about their own account', async (t) => {
  const app = await startTestApp(t)
  await lock(app, 'handlaggare1')
  await app.owner.deleteFrom('login_attempts').execute()
  const browser = await accountPage(t, app, 'handlaggare1')
  await lock(app, 'handlaggare1')
  const at = browser.path()
  t.true(wordsOf(browser).includes('Det här är ditt eget konto.'))
  const before = await rowOf(app, 'handlaggare1')
  for (const path of ['las-upp', 'logga-ut', 'engangslosenord', 'brev', 'skydda', 'avsluta', 'oppna', 'uppgifter']) {
    await browser.open(at)
    const typed = path === 'avsluta' || path === 'oppna' ? { reason: 'x' } : {}
    const details = {
      version: '1',
      givenName: 'K',
      familyName: 'S',
      email: 'k@s.example',
      repeat: 'k@s.example',
      street: '',
      postalCode: '',
      locality: '',
    }
    const body = new URLSearchParams({ token: browser.formToken(), ...(path === 'uppgifter' ? details : typed) })
    t.is((await browser.send(`${at}/${path}`, { method: 'POST', body })).status, 422, path)
  }
  t.deepEqual(await rowOf(app, 'handlaggare1'), before)
  t.is((await app.owner.selectFrom('login_attempts').select('name_key').execute()).length, 1)
  t.is((await sessionsIn(app, 'handlaggare1')).length, 1)
})

test('everything that an officer does is read in the account’s history', async (t) => {
  const app = await startTestApp(t)
  const browser = await accountPage(t, app, 'rapport10001')
  await act(browser, 'Logga ut överallt', 'Logga ut överallt')
  await browser.follow('Visa hela historiken')
  t.true(wordsOf(browser).includes('Karin Sundqvist läste kontosidan för Amir Haddad.'))
  t.true(wordsOf(browser).includes('Alla inloggningar för Amir Haddad avslutades.'))
})
