import test from 'ava'
import type { Page } from 'playwright-core'
import { demoPassword } from '../../src/demo/people.js'
import { textIn, type Language } from '../../src/text/text.js'
import { newcomer } from '../administration/add/client.js'
import { grantsIn } from '../administration/person/client.js'
import { accountIdOf } from '../own-account/client.js'
import { openChromium } from '../support/chromium.js'
import { takePicture } from '../support/pictures.js'
import { startTestApp } from '../support/app.js'

for (const language of ['sv', 'en'] as const) {
  test(`the handbook shows the tool as it looks today: ${language}`, async (t) => {
    const app = await startTestApp(t)
    const browser = await openChromium(t)
    const context = await browser.newContext({
      viewport: { width: 620, height: 900 },
      locale: language === 'sv' ? 'sv-SE' : 'en-GB',
      colorScheme: 'light',
    })
    const page = await context.newPage()
    await signIn(page, app.home, language)
    const [, organisation] = await grantsIn(app, 'rapport10001')
    const person = `/behorigheter/personer/${await accountIdOf(app, 'rapport10001')}`
    const parts = {
      start: { path: '/behorigheter', part: '.tool' },
      people: { path: '/behorigheter/personer', part: 'search' },
      person: { path: person, part: 'section[aria-labelledby=behorigheter]' },
      bulk: { path: `/behorigheter/lagg-till-flera/till/${organisation}`, part: '.bulk__steps' },
      add: { path: await stepOfServices(page, app.home, language), part: 'main form.form' },
    }
    const today = new Map<string, number>()
    for (const [name, { path, part }] of Object.entries(parts)) {
      await page.goto(`${app.home}${path}`)
      await page
        .locator('.tool > .help, .tool > nav')
        .evaluateAll((panels: Removable[]) => panels.map((panel) => panel.remove()))
      for (const service of await page.locator('#service-studietider').all()) await service.check()
      const taken = `tool-${name}-${language}`
      await takePicture(page.locator(part).first(), taken, `assets/${taken}.png`)
      today.set(name, (await page.locator(part).first().boundingBox())?.height ?? 0)
    }
    await page.goto(`${app.home}/handbok`, { waitUntil: 'networkidle' })
    for (const [name, height] of today) {
      const picture = `.picture img[src*="/tool-${name}-${language}.png"]`
      const shown = await page.evaluate<number>(`document.querySelector('${picture}')?.naturalHeight ?? 0`)
      t.true(Math.abs(shown - height) < height / 4, `${name}: ${shown} px of ${height}: npm run pictures takes it anew`)
    }
  })
}

interface Removable {
  readonly remove: () => void
}

const signIn = async (page: Page, home: string, language: Language): Promise<void> => {
  const { login } = textIn(language)
  await page.goto(`${home}/behorigheter`)
  await page.getByLabel(login.username, { exact: true }).fill('admin10001')
  await page.locator('#password').fill(demoPassword)
  await page.getByRole('button', { name: login.signIn, exact: true }).click()
  await page.waitForURL('**/behorigheter')
}

/** Somebody new is being added, as far as what they may do; nothing is saved. */
const stepOfServices = async (page: Page, home: string, language: Language): Promise<string> => {
  const words = textIn(language).administration.add
  const goOn = async () => await page.getByRole('button', { name: words.continue }).click()
  await page.goto(`${home}/behorigheter/lagg-till`)
  await page.locator('#number').fill(newcomer.number)
  await goOn()
  const { givenName, familyName, email } = newcomer
  const typed = { givenName, familyName, email, emailAgain: email, ...address }
  for (const [field, value] of Object.entries(typed)) await page.locator(`#${field}`).fill(value)
  await goOn()
  await page.waitForURL('**/tjanster')
  return new URL(page.url()).pathname
}

const address = { street: 'Hamngatan 3', postalCode: '553 22', locality: 'Jönköping' }
