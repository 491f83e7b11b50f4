import test from 'ava'
import type { Page } from 'playwright-core'
import { demoPassword } from '../../src/demo/people.js'
import { textIn, type Language } from '../../src/text/text.js'
import { newcomer } from '../administration/add/client.js'
import { axeFinds, mindConsole, openChromium, overflows } from '../support/chromium.js'
import { takePicture } from '../support/pictures.js'
import { startTestApp } from '../support/app.js'
import { temporaryFolder } from '../support/service.js'

const looks = [
  { language: 'sv', width: 1280, colorScheme: 'light', hasScript: true },
  { language: 'en', width: 375, colorScheme: 'dark', hasScript: true },
  { language: 'sv', width: 320, colorScheme: 'light', hasScript: false },
] as const

for (const { language, width, colorScheme, hasScript } of looks) {
  const how = `${language}, ${width} px, ${colorScheme}${hasScript ? '' : ', no script'}`
  test(`an administrator adds a user, and the letter lies open in the demo: ${how}`, async (t) => {
    const app = await startTestApp(t, { mailFolder: await temporaryFolder(t) })
    const browser = await openChromium(t)
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      locale: language === 'sv' ? 'sv-SE' : 'en-GB',
      colorScheme,
      javaScriptEnabled: hasScript,
    })
    const page = await context.newPage()
    mindConsole(t, page, [422])
    const look = async (name: string) => {
      await takePicture(page, `add-${name}-${language}-${width}-${colorScheme}`)
      // axe and measuring need a script of their own in the page.
      if (!hasScript) return
      t.deepEqual(await axeFinds(page), [], name)
      t.is(await overflows(page), 0, name)
    }
    await signIn(page, app.home, language)
    const words = textIn(language).administration.add
    const goOn = async () => await page.getByRole('button', { name: words.continue }).click()
    await look('number')
    await page.locator('#number').fill('900101-9803')
    await goOn()
    await look('number-wrong')
    await page.locator('#number').fill(newcomer.number)
    await goOn()
    await goOn()
    await look('person-wrong')
    const typed = { ...person, givenName: newcomer.givenName, familyName: newcomer.familyName }
    for (const [field, value] of Object.entries(typed)) await page.locator(`#${field}`).fill(value)
    await goOn()
    await page.locator('#service-studietider').check()
    await look('services')
    await goOn()
    await look('summary')
    await page.getByRole('button', { name: words.save, exact: true }).click()
    await page.getByRole('heading', { name: words.doneTitle }).waitFor()
    t.regex(page.url(), /\/klart$/)
    await look('done')
    await page.goto(`${app.home}/demo/brev`)
    await look('letter')
  })
}

const person = {
  email: newcomer.email,
  emailAgain: newcomer.email,
  street: 'Hamngatan 3',
  postalCode: '553 22',
  locality: 'Jönköping',
}

const signIn = async (page: Page, home: string, language: Language): Promise<void> => {
  const { login } = textIn(language)
  await page.goto(`${home}/behorigheter/lagg-till`)
  await page.getByLabel(login.username, { exact: true }).fill('admin10001')
  await page.locator('#password').fill(demoPassword)
  await page.getByRole('button', { name: login.signIn, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: textIn(language).administration.add.numberTitle }).waitFor()
}
