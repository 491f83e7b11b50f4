import test from 'ava'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { demoPassword } from '../../src/demo/people.js'
import { textIn } from '../../src/text/text.js'
import { axeFinds, mindConsole, openChromium, overflows, reachable, tabStops } from '../support/chromium.js'
import { takePicture } from '../support/pictures.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { accountIdOf, signedInAs } from '../own-account/client.js'

for (const language of ['sv', 'en'] as const) {
  for (const width of [1280, 375]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`a person signs in to their account, looks round and signs out elsewhere: ${language}, ${width} px, ${colorScheme}`, async (t) => {
        const app = await startTestApp(t)
        await addFormerAndPlanned(app)
        const elsewhere = await signedInAs(t, app, 'rapport10001')
        const browser = await openChromium(t)
        const context = await browser.newContext({
          viewport: { width, height: 800 },
          locale: language === 'sv' ? 'sv-SE' : 'en-GB',
          colorScheme,
        })
        const page = await context.newPage()
        // What asks how long is left is told with 401 once somebody has signed out.
        mindConsole(t, page, [401])
        const { ownAccount: words, oidc } = textIn(language)
        await page.goto(app.home)
        await page.getByRole('link', { name: words.title }).click()
        await typeAndSignIn(page, language)
        await page.getByRole('heading', { level: 1, name: words.title }).waitFor()
        await page.locator('summary').click()
        await takePicture(page, `own-account-${language}-${width}-${colorScheme}`)
        t.deepEqual(await axeFinds(page), [])
        t.is(await overflows(page), 0)
        await page.setViewportSize({ width: 320, height: 640 })
        t.is(await overflows(page), 0, 'at 320')
        await page.setViewportSize({ width, height: 800 })
        const other = page.locator('.sessions li', { hasText: words.elsewhere })
        await other.getByRole('button', { name: words.signOut, exact: true }).click()
        await page.getByText(words.endedOne).waitFor()
        t.deepEqual(await axeFinds(page), [])
        t.is((await elsewhere.send('/konto')).status, 303)
        await page.getByRole('button', { name: words.signOutEverywhere }).click()
        await page.getByRole('heading', { name: oidc.signedOutTitle }).waitFor()
        await page.goBack()
        t.false((await page.locator('body').innerText()).includes('Haddad'), 'the way back shows nothing')
      })
    }
  }
}

test('the page works with JavaScript off, and the keyboard reaches everything on it', async (t) => {
  const app = await startTestApp(t)
  const browser = await openChromium(t)
  const context = await browser.newContext({ locale: 'sv-SE' })
  const page = await context.newPage()
  await page.goto(`${app.home}/konto`)
  await typeAndSignIn(page, 'sv')
  const all = await reachable(page)
  t.is((await tabStops(page)).length, all)
  const plain = await browser.newContext({ locale: 'sv-SE', javaScriptEnabled: false })
  const still = await plain.newPage()
  await still.goto(`${app.home}/konto`)
  await typeAndSignIn(still, 'sv')
  await still.getByRole('button', { name: 'Skriv mejl till mig på engelska' }).click()
  t.is(await still.getByRole('heading', { level: 1 }).textContent(), 'Your account')
  await still.getByRole('button', { name: 'Sign out everywhere' }).click()
  t.is(await still.getByRole('heading', { level: 1 }).textContent(), 'You are signed out')
})

const typeAndSignIn = async (page: Page, language: 'sv' | 'en') => {
  const { login } = textIn(language)
  await page.getByLabel(login.username, { exact: true }).fill('rapport10001')
  await page.getByLabel(login.password, { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: login.signIn, exact: true }).click()
  await page.waitForLoadState()
}

const addFormerAndPlanned = async (app: TestApp): Promise<void> => {
  const accountId = await accountIdOf(app, 'rapport10001')
  await sql`
    insert into "grant" (account_id, organisation_id, service, valid_from, valid_to)
    select ${accountId}::uuid, id, 'studietider', portvakt_today() + 30, portvakt_today() + 200
    from organisation where code = '10002'
    union all
    select ${accountId}::uuid, id, 'studeranderapportering', date '2024-08-01', date '2025-06-30'
    from organisation where code = '10001'`.execute(app.owner)
}
