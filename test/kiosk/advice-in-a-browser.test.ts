import { setTimeout as sleep } from 'node:timers/promises'
import test from 'ava'
import { textIn } from '../../src/text/text.js'
import { openChromium } from '../support/chromium.js'
import { startTestApp } from '../support/app.js'
import { mailedCode } from './client.js'

const { kiosk: words } = textIn('sv')

/** In one breath, so that the typing has not rested yet. */
const typeAndSend = `(() => {
  const field = document.querySelector('input[name=password]')
  field.value = 'tolv gula cyklar i regnet'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.form.requestSubmit()
})()`

test('once the password is sent no advice on it is asked for', async (t) => {
  const app = await startTestApp(t)
  const page = await (await (await openChromium(t)).newContext({ locale: 'sv-SE' })).newPage()
  const goOn = page.getByRole('button', { name: words.continue, exact: true })
  await page.goto(`${app.home}/losenordskiosk/glomt`)
  await page.getByLabel(words.username, { exact: true }).fill('rapport10002')
  await goOn.click()
  await page.getByLabel(words.code, { exact: true }).fill(await mailedCode(app, 'rapport10002'))
  await goOn.click()
  await page.getByLabel(words.newPassword, { exact: true }).waitFor()
  await page.waitForLoadState('networkidle')
  const posted: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') posted.push(new URL(request.url()).pathname)
  })
  await page.route('**/losenordskiosk/nytt', async (route) => {
    await sleep(2_000)
    await route.continue()
  })
  await page.evaluate(typeAndSend)
  await page.getByRole('heading', { name: words.doneTitle }).waitFor()
  t.deepEqual(posted, ['/losenordskiosk/nytt'])
})
