import test from 'ava'
import type { Page } from 'playwright-core'
import { demoPassword } from '../../src/demo/people.js'
import { textIn } from '../../src/text/text.js'
import { grantsIn } from '../administration/person/client.js'
import { accountIdOf } from '../own-account/client.js'
import { axeFinds, mindConsole, openChromium, overflows, reachable, tabStops } from '../support/chromium.js'
import { takePicture } from '../support/pictures.js'
import { startTestApp } from '../support/app.js'

for (const language of ['sv', 'en'] as const) {
  for (const width of [1280, 375]) {
    test(`a person's page and all that is done there can be used by everybody: ${language}, ${width} px`, async (t) => {
      const app = await startTestApp(t)
      const browser = await openChromium(t)
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        locale: language === 'sv' ? 'sv-SE' : 'en-GB',
        colorScheme: width === 375 ? 'dark' : 'light',
      })
      const page = await context.newPage()
      mindConsole(t, page, [422])
      const at = `${app.home}/behorigheter/personer/${await accountIdOf(app, 'rapport10001')}`
      await page.goto(at)
      await typeAndSignIn(page, language)
      const [grants] = await grantsIn(app, 'rapport10001')
      const ticked = grants
        .split(',')
        .map((id) => `grant-${id}=ja`)
        .join('&')
      const pages = {
        person: '',
        history: '/historik',
        details: '/uppgifter',
        give: '/ge',
        days: `/dagar?${ticked}`,
        pause: `/paus?${ticked}`,
        end: `/avsluta?${ticked}`,
        'has-left': '/har-slutat',
        'one-time-password': '/engangslosenord',
        ending: '/avsluta-konto',
      }
      for (const [name, below] of Object.entries(pages)) {
        await page.goto(`${at}${below}`)
        await takePicture(page, `person-${name}-${language}-${width}`)
        t.deepEqual(await axeFinds(page), [], name)
        t.is(await overflows(page), 0, name)
        await page.setViewportSize({ width: 320, height: 640 })
        t.is(await overflows(page), 0, `${name} at 320`)
        await page.setViewportSize({ width, height: 800 })
      }
      const { personActions } = textIn(language).administration
      await page.goto(`${at}/paus?${ticked}`)
      await page.getByRole('button', { name: personActions.save }).click()
      await page.locator('#error-summary').waitFor()
      t.is(await page.evaluate('document.activeElement.id'), 'error-summary')
      t.deepEqual(await axeFinds(page), [], 'with errors')
      await takePicture(page, `person-wrong-${language}-${width}`)
    })
  }
}

test('the keyboard reaches everything on a person’s page', async (t) => {
  const app = await startTestApp(t)
  const browser = await openChromium(t)
  const page = await (await browser.newContext({ locale: 'sv-SE' })).newPage()
  await page.goto(`${app.home}/behorigheter/personer/${await accountIdOf(app, 'rapport10001')}`)
  await typeAndSignIn(page, 'sv')
  const all = await reachable(page)
  t.is((await tabStops(page)).length, all)
})

const typeAndSignIn = async (page: Page, language: 'sv' | 'en') => {
  const { login } = textIn(language)
  await page.getByLabel(login.username, { exact: true }).fill('admin10001')
  await page.getByLabel(login.password, { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: login.signIn, exact: true }).click()
  await page.waitForLoadState()
}
