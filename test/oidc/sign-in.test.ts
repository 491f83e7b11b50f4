import test from 'ava'
import * as client from 'openid-client'
import { openBrowser } from '../support/browser.js'
import { travel } from '../support/clock.js'
import { startTestApp } from '../support/app.js'
import { relyingParty } from './relying-party.js'

test('an ordinary client library signs a person in, and reads who they are and what they may do', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const tokens = await service.enter('rapport10001')
  const claims = tokens.claims()
  const person = await client.fetchUserInfo(service.config, tokens.access_token, claims?.sub ?? '')
  t.is(person['name'], 'Amir Haddad')
  t.deepEqual((person['permissions'] as { service: string }[]).map(({ service: code }) => code).toSorted(), [
    'studeranderapportering',
    'studietider',
  ])
  const { rows } = await audited(app.owner)
  t.true(rows.includes('signed-in') && rows.includes('consent-recorded'))
})

test('the page says which service it is, in Swedish until somebody asks for English', async (t) => {
  const app = await startTestApp(t)
  const { browser, begin } = await relyingParty(t, app)
  await begin()
  t.is(browser.heading(), 'Logga in till Rapportering')
  t.is(browser.title(), 'Logga in till Rapportering – Portvakt')
  await begin({ ui_locales: 'fi en-GB sv' })
  t.is(browser.heading(), 'Sign in to Reporting')
  await browser.press('På svenska')
  t.is(browser.heading(), 'Logga in till Rapportering')
  await begin({ ui_locales: 'en' })
  t.is(browser.heading(), 'Logga in till Rapportering', 'what the reader chose counts more')
})

test('a wrong password and a name that does not exist get the same page, with the tries that remain', async (t) => {
  const app = await startTestApp(t)
  const pages: string[] = []
  for (const username of ['rapport10001', 'finnsinte77']) {
    const { begin, signIn, browser } = await relyingParty(t, app)
    await begin()
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      t.is(await signIn(username, 'fel lösenord i dag'), 422)
      pages.push(browser.words().replaceAll(username, 'NAMN'))
    }
  }
  t.is(pages[0], pages[2])
  t.is(pages[1], pages[3])
  t.regex(
    pages[0] ?? '',
    /Fel användarnamn eller lösenord ?Du har 3 försök kvar\. Efter fler än tre felaktiga försök spärras inloggningen i 30 minuter\./,
  )
  t.regex(pages[1] ?? '', /Du har 2 försök kvar\./)
})

test('when it is locked the page says at what time it opens, also for the right password, and then it opens', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  await service.begin()
  for (let attempt = 1; attempt <= 4; attempt += 1) await service.signIn('rapport10001', 'fel lösenord i dag')
  t.regex(service.browser.words(), /Inloggningen är spärrad.* öppnas igen kl\. \d\d\.\d\d/)
  t.is(await service.signIn('rapport10001'), 422)
  t.is(service.browser.headers().get('location'), null)
  await travel(app.owner, '30 minutes 1 second')
  const again = await service.begin()
  await service.signIn('rapport10001')
  t.truthy((await service.exchange(again)).access_token)
})

test('a page without a name or a password asks for it, and nothing is counted', async (t) => {
  const app = await startTestApp(t)
  const { begin, signIn, browser } = await relyingParty(t, app)
  await begin()
  t.is(await signIn(' ', ''), 422)
  t.deepEqual(browser.errors(), ['Skriv ditt användarnamn.', 'Skriv ditt lösenord.'])
  t.regex(browser.title(), /^Fel: /)
  t.deepEqual(await app.owner.selectFrom('login_attempts').selectAll().execute(), [])
})

test('who has no permission for the service gets a page that says whom to ask, and the service gets access_denied', async (t) => {
  const app = await startTestApp(t)
  const { begin, signIn, browser, arrived } = await relyingParty(t, app)
  const { state } = await begin()
  t.is(await signIn('utan10001'), 403)
  t.is(browser.heading(), 'Du har ingen behörighet till Rapportering')
  t.regex(browser.words(), /Vätterbygdens yrkeshögskola/)
  await browser.press('Tillbaka till tjänsten')
  t.is(arrived().searchParams.get('error'), 'access_denied')
  t.is(arrived().searchParams.get('state'), state)
  t.is(arrived().searchParams.get('iss'), app.home)
  t.true((await audited(app.owner)).rows.includes('no-permission'))
  await begin({ prompt: 'none' })
  t.is(arrived().searchParams.get('error'), 'access_denied', 'without a page when the service wants none')
})

test('somebody else can sign in from the page without permission, and the one before is signed out', async (t) => {
  const app = await startTestApp(t)
  const service = await relyingParty(t, app)
  const asked = await service.begin()
  await service.signIn('utan10001')
  await service.browser.follow('Logga in som någon annan')
  await service.signIn('rapport10001')
  t.is((await service.exchange(asked)).claims()?.['preferred_username'], 'rapport10001')
  const sessions = await app.owner
    .selectFrom('session')
    .select(['end_reason'])
    .where('account_id', 'is not', null)
    .execute()
  t.deepEqual(
    sessions.map((session) => session.end_reason ?? 'live').toSorted((a, b) => a.localeCompare(b)),
    ['live', 'signed-out'],
  )
})

test('whoever cancels is back in the service with access_denied', async (t) => {
  const app = await startTestApp(t)
  const { begin, browser, arrived } = await relyingParty(t, app)
  await begin()
  await browser.press('Avbryt och gå tillbaka till tjänsten')
  t.is(arrived().searchParams.get('error'), 'access_denied')
})

test('the initial one-time password opens nothing but the choice of a password (R-43, T4)', async (t) => {
  const app = await startTestApp(t)
  const { begin, signIn, browser } = await relyingParty(t, app)
  await begin()
  const mail = await app.nextMail('saga.ekholm@vatterbygden.example').catch(() => undefined)
  const code =
    /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(mail?.text ?? app.mails.map(({ text }) => text).join('\n'))?.[0] ?? ''
  await signIn('ny10001', code)
  t.regex(browser.path(), /^\/losenordskiosk\/andra\?inloggning=[\w-]+&engangs=1$/)
  t.deepEqual(await app.owner.selectFrom('session').selectAll().execute(), [])
})

test('a sign-in that is over, or another browser’s, gets a page with a way on', async (t) => {
  const app = await startTestApp(t)
  const { begin, browser } = await relyingParty(t, app)
  await begin()
  const path = browser.path()
  const stranger = openBrowser(t, app.home)
  t.is(await stranger.open(path), 404)
  t.is(stranger.heading(), 'Inloggningen gäller inte längre')
  await travel(app.owner, '31 minutes')
  t.is(await browser.open(path), 404)
})

test('nobody is signed in by somebody else’s form (R-29)', async (t) => {
  const app = await startTestApp(t)
  const attacker = await relyingParty(t, app)
  await attacker.begin()
  const victim = await relyingParty(t, app)
  await victim.begin()
  const form = (token: string) => ({
    method: 'POST',
    body: new URLSearchParams({ token, username: 'rapport10001', password: 'Vintern kom tidigt 2026' }),
  })
  const inTheirs = await victim.browser.send(attacker.browser.path(), form(victim.browser.formToken()))
  t.is(inTheirs.headers.get('location'), attacker.browser.path(), 'the attacker’s sign-in in the victim’s browser')
  t.is((await victim.browser.send(attacker.browser.path())).status, 404)
  const withTheirs = await victim.browser.send(victim.browser.path(), form(attacker.browser.formToken()))
  t.is(withTheirs.status, 403, 'a form token of another browser')
  t.deepEqual(await app.owner.selectFrom('session').selectAll().execute(), [])
})

test('a form of ours may lead back to the asking service and nowhere else', async (t) => {
  const app = await startTestApp(t)
  const { begin, browser } = await relyingParty(t, app)
  await begin()
  t.regex(browser.headers().get('content-security-policy') ?? '', /form-action 'self' http:\/\/localhost:4001;/)
  t.is(browser.headers().get('cache-control'), 'no-store')
})

const audited = async (owner: Awaited<ReturnType<typeof startTestApp>>['owner']) => {
  const rows = await owner.selectFrom('audit_event').select('kind').execute()
  return { rows: rows.map(({ kind }) => kind) }
}
