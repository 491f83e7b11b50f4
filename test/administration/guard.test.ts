import test from 'ava'
import { sql } from 'kysely'
import { openBrowser } from '../support/browser.js'
import { startTestApp } from '../support/app.js'
import { signedInAs, signIn, wordsOf } from '../own-account/client.js'

test('who is not signed in is led to sign in, and then back to the tool', async (t) => {
  const app = await startTestApp(t)
  const browser = openBrowser(t, app.home)
  await browser.open('/behorigheter')
  t.is(await signIn(browser, 'admin10001'), 200)
  t.is(browser.path(), '/behorigheter')
  t.is(browser.heading(), 'Behörigheter')
})

test('who administers nothing is told whom the tool is for', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  t.is(await browser.open('/behorigheter'), 403)
  t.is(browser.heading(), 'Du är inte behörighetsadministratör')
  t.true(wordsOf(browser).includes('rektor eller förvaltningschef har utsett'))
})

test('an appointment that ends closes the tool at the next request', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'admin10001')
  t.is(await browser.open('/behorigheter'), 200)
  await sql`update appointment set ended_at = portvakt_now()`.execute(app.owner)
  t.is(await browser.open('/behorigheter'), 403)
})
