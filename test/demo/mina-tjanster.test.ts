import test, { type ExecutionContext } from 'ava'
import type { Page } from 'playwright-core'
import { findByUsername } from '../../src/accounts/find.js'
import { fromWithin } from '../../src/context/origin.js'
import { demoPassword } from '../../src/demo/people.js'
import { logoutToken } from '../../src/oidc/back-channel/logout-token.js'
import { findOrganisation } from '../../src/organisations/find.js'
import { endGrant } from '../../src/permissions/grants/end-grant.js'
import { grantPermission } from '../../src/permissions/grants/grant-permission.js'
import { axeFinds, openChromium, overflows } from '../support/chromium.js'
import { travel } from '../support/clock.js'
import { startAppAndService } from '../support/relying-service.js'
import type { TestApp } from '../support/app.js'

const from = fromWithin('test')

// One at a time: each has an app, a process and a browser of its own.

test.serial('a reporter signs in and finds what is open and what is not, and why', async (t) => {
  const { page, service } = await opened(t)
  await signIn(page, service, 'rapport10002')
  t.is(page.url(), `${service}/`)
  t.is(await heading(page), 'Välkommen, Elin Sjöström')
  t.is(await page.getByRole('link', { name: 'Öppna Studietider och utbildningar för Norrsjö folkhögskola' }).count(), 1)
  t.is(await page.getByRole('link', { name: /Öppna Studeranderapportering/ }).count(), 0)
  t.regex(await page.getByRole('main').innerText(), /saknar behörighet för den här tjänsten hos Norrsjö folkhögskola/)
  t.regex(await page.getByRole('region', { name: 'Det här fick tjänsten veta' }).innerText(), /rapport10002/)
  t.is((await page.goto(`${service}/tjanst/studietider?organisation=school-10002`))?.status(), 200)
  t.is((await page.goto(`${service}/tjanst/studeranderapportering?organisation=school-10002`))?.status(), 403)
  t.is((await page.goto(`${service}/tjanst/studietider?organisation=school-10001`))?.status(), 403)
})

test.serial('who reports for several chooses one at a time', async (t) => {
  const { page, service, app } = await opened(t)
  await alsoAtKomvux(app)
  await signIn(page, service, 'rapport10002')
  t.regex(await page.getByRole('main').innerText(), /Du har den hos Norrsjö komvux/)
  await page.getByLabel('Skola eller kommun').selectOption({ label: 'Norrsjö komvux (kod 10003)' })
  await page.getByRole('button', { name: 'Byt' }).click()
  t.is(await page.getByRole('link', { name: 'Öppna Studeranderapportering för Norrsjö komvux' }).count(), 1)
  t.is(await page.getByRole('link', { name: /Öppna Studietider/ }).count(), 0)
})

test.serial('a person whose last permission is revoked is out at the next page, and is told why', async (t) => {
  const { page, service, app } = await opened(t)
  await signIn(page, service, 'budget0999')
  await page.getByRole('link', { name: /^Öppna/ }).click()
  await revokeAll(app, 'budget0999')
  t.is((await page.reload())?.status(), 403)
  t.is(await heading(page), 'Du kan inte använda Mina tjänster')
})

test.serial('a session that ended at Portvakt has ended here too', async (t) => {
  const { page, service, app } = await opened(t)
  await signIn(page, service, 'rapport10001')
  await app.owner.updateTable('session').set({ ended_at: '2026-01-01', end_reason: 'test' }).execute()
  await page.reload()
  t.is(await heading(page), 'Du behöver logga in igen')
  await page.goto(service)
  t.is(await page.getByRole('link', { name: 'Logga in' }).count(), 1)
})

test.serial('a session that Portvakt says has ended is forgotten, and for nobody else’s word', async (t) => {
  const { page, service, app } = await opened(t)
  const { db, context } = app
  await signIn(page, service, 'rapport10001')
  const { client_id: clientId, ...known } = await app.owner
    .selectFrom('relying_session')
    .select(['client_id', 'account_id as accountId', 'sid'])
    .executeTakeFirstOrThrow()
  t.is(clientId, 'mina-tjanster')
  const tell = async (token: string) => {
    const body = new URLSearchParams({ logout_token: token })
    const answer = await fetch(`${service}/backchannel-logout`, { method: 'POST', body })
    return { status: answer.status, kept: answer.headers.get('cache-control') }
  }
  const notice = { ...known, clientId, alg: 'ES256' } as const
  const others = [
    { clientId: 'another' },
    { alg: 'RS256' as const },
    { context: { ...context, issuer: 'http://evil.example' } },
  ]
  for (const other of others) {
    const told = { context, ...notice, ...other }
    t.is((await tell(await logoutToken(db, told.context, told))).status, 400, JSON.stringify(Object.keys(other)))
  }
  const right = await logoutToken(db, context, notice)
  for (const wrong of ['', 'x', `${right.slice(0, -4)}AAAA`, right.replace('.', '..')])
    t.is((await tell(wrong)).status, 400)
  t.is((await fetch(`${service}/backchannel-logout`, { method: 'POST' })).status, 400)
  t.is((await page.goto(service))?.status(), 200)
  t.is(await heading(page), 'Välkommen, Amir Haddad')
  t.deepEqual(await tell(right), { status: 200, kept: 'no-store' })
  await page.goto(`${service}/tjanst/studietider?organisation=school-10001`)
  t.is(page.url(), `${service}/avslutad`)
  const live = await app.owner.selectFrom('session').select('uid').where('ended_at', 'is', null).execute()
  t.is(live.length, 1, 'with Portvakt it still lives, so it was this word and nothing else')
})

test.serial('when the access token has run out another is fetched, and nobody is asked', async (t) => {
  const { page, service, app } = await opened(t)
  await signIn(page, service, 'rapport10001')
  const place = `${service}/tjanst/studietider?organisation=school-10001`
  await page.goto(place)
  await app.owner.deleteFrom('oidc_record').where('model', '=', 'AccessToken').execute()
  t.is((await page.reload())?.status(), 200)
  t.is(page.url(), place)
  t.is(await heading(page), 'Studietider och utbildningar')
})

test.serial('who has been away too long is asked to sign in again', async (t) => {
  const { page, service, app } = await opened(t)
  await signIn(page, service, 'rapport10001')
  await travel(app.owner, '31 minutes')
  await page.reload()
  t.is(await heading(page), 'Du behöver logga in igen')
})

test.serial('who signs out is signed out at Portvakt as well', async (t) => {
  const { page, service } = await opened(t)
  await signIn(page, service, 'rapport10001')
  await page.getByRole('button', { name: 'Logga ut' }).click()
  await page.waitForURL(`${service}/utloggad`)
  t.is(await heading(page), 'Du är utloggad')
  await page.goto(`${service}/login`)
  t.is(await page.getByLabel('Användarnamn').count(), 1)
})

test.serial('who lacks every permission comes back to be told so, and may sign in as somebody else', async (t) => {
  const { page, service } = await opened(t)
  await signIn(page, service, 'utan10001')
  await page.getByText('Tillbaka till tjänsten').click()
  await page.waitForURL(`${service}/nekad`)
  t.is(await heading(page), 'Du kan inte använda Mina tjänster')
  await page.getByRole('link', { name: 'Logga in med ett annat konto' }).click()
  t.is(await page.getByLabel('Användarnamn').count(), 1)
})

test.serial('who cancels the sign-in is told just that, and may sign in after all', async (t) => {
  const { page, service } = await opened(t)
  await page.goto(`${service}/login`)
  await page.getByRole('button', { name: 'Avbryt och gå tillbaka till tjänsten' }).click()
  await page.waitForURL(`${service}/avbruten`)
  t.is(await heading(page), 'Du avbröt inloggningen')
  await page.getByRole('link', { name: 'Logga in' }).click()
  t.is(await page.getByLabel('Användarnamn').count(), 1)
})

test.serial('an answer that nobody asked for signs nobody in', async (t) => {
  const { page, service } = await opened(t)
  await page.goto(`${service}/callback?code=invented&state=invented`)
  t.is(await heading(page), 'Inloggningen gick inte att slutföra')
  t.is((await page.context().cookies()).filter(({ name }) => name === 'mina_tjanster').length, 0)
})

test.serial('a cookie that was altered signs nobody in', async (t) => {
  const { page, service } = await opened(t)
  await signIn(page, service, 'rapport10001')
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'mina_tjanster')
  if (cookie === undefined) throw new Error('no cookie')
  t.true(cookie.httpOnly)
  t.notRegex(cookie.value, /rapport10001|^eyJ|\.eyJ/)
  const middle = cookie.value.length >> 1
  const other = cookie.value.charAt(middle) === 'A' ? 'B' : 'A'
  const value = `${cookie.value.slice(0, middle)}${other}${cookie.value.slice(middle + 1)}`
  await page.context().addCookies([{ ...cookie, value }])
  await page.goto(service)
  t.is(await page.getByRole('link', { name: 'Logga in' }).count(), 1)
})

test.serial('signing out takes the form of this browser: a stranger’s is refused', async (t) => {
  const { service } = await opened(t)
  const answer = await fetch(`${service}/logga-ut`, { method: 'POST', body: new URLSearchParams({ token: 'x' }) })
  t.is(answer.status, 403)
  t.is((await fetch(`${service}/nowhere`)).status, 404)
  const policy = (await fetch(service)).headers.get('content-security-policy') ?? ''
  t.regex(policy, /default-src 'none'/)
})

for (const [language, width, scheme] of [
  ['sv', 1280, 'light'],
  ['sv', 375, 'dark'],
  ['en', 375, 'light'],
  ['en', 1280, 'dark'],
] as const) {
  test.serial(`axe finds nothing on any page in ${language} at ${width} px in ${scheme}`, async (t) => {
    const { page, service, app } = await opened(t, { width, scheme })
    const look = async () => {
      t.deepEqual(await axeFinds(page), [], page.url())
      t.is(await overflows(page), 0, page.url())
      await page.setViewportSize({ width: 320, height: 640 })
      t.is(await overflows(page), 0, `${page.url()} at 320 px`)
      await page.setViewportSize({ width, height: 900 })
    }
    await alsoAtKomvux(app)
    await page.goto(service)
    if (language === 'en') await page.getByRole('button', { name: 'In English' }).click()
    await look()
    await signIn(page, service, 'rapport10002')
    t.is(await page.locator('html').getAttribute('lang'), language)
    await page.locator('summary').click()
    await look()
    for (const path of [
      'tjanst/studietider?organisation=school-10002',
      'tjanst/studietider',
      'nekad',
      'avbruten',
      'avslutad',
    ]) {
      await page.goto(`${service}/${path}`)
      await look()
    }
    await revokeAll(app, 'rapport10002')
    for (const path of ['', 'misslyckad', 'utloggad', 'nowhere']) {
      await page.goto(`${service}/${path}`)
      await look()
    }
  })
}

const opened = async (t: ExecutionContext, look: { width?: number; scheme?: 'light' | 'dark' } = {}) => {
  const { app, service } = await startAppAndService(t)
  const browser = await openChromium(t)
  const context = await browser.newContext({
    locale: 'sv-SE',
    viewport: { width: look.width ?? 1280, height: 900 },
    colorScheme: look.scheme ?? 'light',
    // axe puts a script of its own into the page.
    bypassCSP: look.width !== undefined,
  })
  return { app, service, page: await context.newPage() }
}

const signIn = async (page: Page, service: string, username: string) => {
  await page.goto(`${service}/login`)
  await page.getByLabel(/^(?:Användarnamn|Username)$/).fill(username)
  await page.getByLabel(/^(?:Lösenord|Password)$/).fill(demoPassword)
  await page.getByRole('button', { name: /^(?:Logga in|Sign in)$/ }).click()
  await page.waitForLoadState()
}

const heading = async (page: Page) => await page.getByRole('heading', { level: 1 }).innerText()

const alsoAtKomvux = async ({ db }: TestApp) => {
  const account = await findByUsername(db, 'rapport10002')
  const organisation = await findOrganisation(db, { kind: 'school', code: '10003' })
  if (account === undefined || organisation === undefined) throw new Error('the demo is not there')
  const grant = { accountId: account.id, organisationId: organisation.id, service: 'studeranderapportering' }
  await db.transaction().execute(async (trx) => await grantPermission(trx, { ...grant, validFrom: '2026-01-01', from }))
}

const revokeAll = async ({ db }: TestApp, username: string) => {
  const account = await findByUsername(db, username)
  const grants = await db
    .selectFrom('grant')
    .select('id')
    .where('account_id', '=', account?.id ?? '')
    .execute()
  for (const { id } of grants) {
    await db.transaction().execute(async (trx) => await endGrant(trx, { grantId: id, reason: 'test', from }))
  }
}
