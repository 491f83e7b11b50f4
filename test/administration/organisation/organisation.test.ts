import test from 'ava'
import { sql } from 'kysely'
import { signedInAs, wordsOf } from '../../own-account/client.js'
import { startTestApp } from '../../support/app.js'

test('an organisation’s page tells who administers it, who gives what, and what has been done', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'admin10001')
  await browser.open('/behorigheter/organisationer')
  t.is(await browser.follow('Vätterbygdens yrkeshögskola'), 200)
  t.regex(wordsOf(browser), /Skolkod 10001/)
  t.regex(wordsOf(browser), /Marie Lindblad \(du\)/)
  t.regex(wordsOf(browser), /Studeranderapportering Du ger behörighet/)
  t.regex(wordsOf(browser), /Marie Lindblad gav Amir Haddad Studeranderapportering/)
})

test('who is not alone in administering is told so', async (t) => {
  const app = await startTestApp(t)
  await sql`insert into appointment (account_id, organisation_id, valid_from)
    select account.id, organisation.id, portvakt_today() from account, organisation
    where username = 'admin10002' and organisation.code = '10001'`.execute(app.owner)
  const browser = await signedInAs(t, app, 'admin10001')
  await browser.open('/behorigheter/organisationer')
  await browser.follow('Vätterbygdens yrkeshögskola')
  t.regex(wordsOf(browser), /Studeranderapportering Du och de andra behörighetsadministratörerna ger behörighet/)
})

test('its history stands on pages of their own, and another’s is not there', async (t) => {
  const app = await startTestApp(t)
  const { rows } = await sql<{ id: string }>`select id from organisation where code = '10001'`.execute(app.owner)
  const at = `/behorigheter/organisationer/${rows[0]?.id ?? ''}/historik`
  const browser = await signedInAs(t, app, 'admin10001')
  t.is(await browser.open(at), 200)
  t.is(browser.heading(), 'Historik för Vätterbygdens yrkeshögskola')
  const others = await signedInAs(t, app, 'admin10002')
  t.is(await others.open(at), 404)
})
