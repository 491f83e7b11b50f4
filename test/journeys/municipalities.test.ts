import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import test from 'ava'
import { axeFinds, openChromium, overflows } from '../support/chromium.js'
import { takePicture } from '../support/pictures.js'
import { startTestApp } from '../support/app.js'
import { press, signIn, wordsOf } from './at-the-screen.js'

const published = fileURLToPath(new URL('../../../../shared/data/municipalities.csv', import.meta.url))
const testPublished = existsSync(published) ? test : test.skip

testPublished(
  'in a browser, an officer reads in the municipalities of Sweden, and sees first what it means',
  async (t) => {
    const app = await startTestApp(t)
    const page = await (await (await openChromium(t)).newContext({ locale: 'sv-SE' })).newPage()
    await page.goto(`${app.home}/handlaggning/organisationer/las-in`)
    await signIn(page, 'handlaggare1')
    await page.getByLabel('Fil', { exact: true }).setInputFiles(published)
    await press(page, 'Fortsätt')
    t.regex(await wordsOf(page), /290 nya, 0 ändrade, 0 oförändrade, 0 felaktiga\./)
    t.is(await page.getByRole('row').count(), 291)
    t.deepEqual(await axeFinds(page), [])
    t.is(await overflows(page), 0)
    await takePicture(page, 'desk-organisation-import-preview')
    await press(page, 'Spara allt')
    t.regex(await wordsOf(page), /Filen är inläst[\s\S]*290 är nya\./)
    await takePicture(page, 'desk-organisation-imported')
    await page.getByRole('link', { name: 'Till skolor och kommuner' }).click()
    await page.getByLabel('Sök', { exact: false }).first().fill('Upplands Väsby')
    await press(page, 'Sök')
    t.is(await page.getByRole('link', { name: 'Upplands Väsby kommun' }).count(), 1)
  },
)
