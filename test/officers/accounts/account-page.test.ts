import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { accountIdOf, audited, signedInAs, wordsOf } from '../../own-account/client.js'
import { startTestApp, type TestApp } from '../../support/app.js'

async function pageOf(t: ExecutionContext, app: TestApp, username: string) {
  const browser = await signedInAs(t, app, 'handlaggare1')
  t.is(await browser.open(`/handlaggning/konton/${await accountIdOf(app, username)}`), 200)
  return browser
}

test('the page tells what the account may do everywhere, where it is signed in and what was sent', async (t) => {
  const app = await startTestApp(t)
  await signedInAs(t, app, 'admin10002')
  const words = wordsOf(await pageOf(t, app, 'admin10002'))
  for (const told of [
    'Britt-Inger Nilsson Röd',
    'admin10002',
    'britt-inger.nilsson@norrsjo.example',
    'Norrsjö folkhögskola',
    'Norrsjö komvux',
    'Inloggad sedan',
    'Aktivt',
  ]) {
    t.true(words.includes(told), told)
  }
  t.true(wordsOf(await pageOf(t, app, 'rapport10001')).includes('Studeranderapportering'))
})

test('reading the page leaves a trace', async (t) => {
  const app = await startTestApp(t)
  await pageOf(t, app, 'rapport10001')
  t.deepEqual(await audited(app, 'account-shown'), [
    {
      by: await accountIdOf(app, 'handlaggare1'),
      about: await accountIdOf(app, 'rapport10001'),
      details: {},
    },
  ])
})

test('the number is masked until it is asked for, and asking leaves a trace', async (t) => {
  const app = await startTestApp(t)
  const browser = await pageOf(t, app, 'rapport10001')
  t.true(wordsOf(browser).includes('19820417-****'))
  t.false(browser.source().includes('9835'))
  await browser.press('Visa personnummer')
  t.true(wordsOf(browser).includes('19820417-9835'))
  t.is((await audited(app, 'number-shown')).length, 1)
})

test('nothing of a person with protected identity is shown until it is asked for, and asking leaves a trace', async (t) => {
  const app = await startTestApp(t)
  await sql`update person set has_protected_identity = true where family_name = 'Haddad'`.execute(app.owner)
  const browser = await pageOf(t, app, 'rapport10001')
  for (const hidden of ['Haddad', 'Amir', '1982', 'amir.haddad', 'Strandvägen']) {
    t.false(browser.source().includes(hidden), hidden)
  }
  await browser.press('Visa uppgifterna')
  t.true(wordsOf(browser).includes('Amir Haddad'))
  t.true(wordsOf(browser).includes('19820417-9835'))
  t.is((await audited(app, 'protected-details-shown')).length, 1)
})

test('nobody’s id, and what is no id, lead nowhere and leave no trace', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'handlaggare1')
  t.is(await browser.open('/handlaggning/konton/aaaaaaaa-0000-4000-8000-00000000dead'), 404)
  t.is(await browser.open('/handlaggning/konton/x'), 404)
  t.deepEqual(await audited(app, 'account-shown'), [])
})
