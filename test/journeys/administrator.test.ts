import test, { type ExecutionContext } from 'ava'
import type { Page } from 'playwright-core'
import { sv } from '../../src/text/sv.js'
import { newcomer, details } from '../administration/add/client.js'
import { accountIdOf } from '../own-account/client.js'
import { openChromium } from '../support/chromium.js'
import { chooseFirstPassword, fill, ownPassword, press, signIn, usernameOf, wordsOf } from './at-the-screen.js'
import { startAppAndService } from '../support/relying-service.js'

/** The issue's own story, in real browsers: an administrator, an officer and a reporter, each in a window of their own. */
async function windows(t: ExecutionContext) {
  // The days between letter and mail are told by tests of their own: here the mail follows at once.
  const { app, service } = await startAppAndService(t, { policy: { initialPassword: { daysAfterLetter: 0 } } })
  const browser = await openChromium(t)
  const open = async () => await (await browser.newContext({ locale: 'sv-SE' })).newPage()
  return { app, service, administrator: await open(), officer: await open(), reporter: await open() }
}

test('a person is added, the letter and the mail go out, the person signs in, and loses it at once', async (t) => {
  const { app, service, administrator, officer, reporter } = await windows(t)

  await administrator.goto(`${app.home}/behorigheter/lagg-till`)
  await signIn(administrator, 'admin10001')
  await administrator.getByLabel(sv.administration.add.number).fill(newcomer.number)
  await press(administrator, sv.administration.add.continue)
  for (const [label, value] of Object.entries(details)) {
    await fill(administrator, label, value)
  }
  await press(administrator, sv.administration.add.continue)
  await administrator.getByLabel('Studeranderapportering', { exact: true }).check()
  await press(administrator, sv.administration.add.continue)
  t.regex(await wordsOf(administrator), /Ylva Åström/)
  await press(administrator, sv.administration.add.save)
  t.regex(await wordsOf(administrator), /Ylva Åström har fått ett konto och behörighet/)
  t.truthy(await app.nextMail(newcomer.email, 'Dina behörigheter har ändrats'))

  await officer.goto(`${app.home}/handlaggning/brev`)
  await signIn(officer, 'handlaggare1')
  t.regex(await wordsOf(officer), /Ylva Åström[\s\S]*Hamngatan 3, 553 22 Jönköping/)
  await press(officer, sv.officers.letters.markPosted)
  const username = await usernameOf(app, newcomer.email)
  await chooseFirstPassword(reporter, { app, username, email: newcomer.email })
  t.truthy(await app.nextMail(newcomer.email, 'Ditt lösenord är bytt'))
  await reporter.goto(`${service}/login`)
  await signIn(reporter, username, ownPassword)
  await reporter.waitForURL(`${service}/**`)
  const tiles = await reporter.locator('body').innerText()
  t.regex(tiles, /Vätterbygdens yrkeshögskola/)
  t.is(await reporter.getByRole('link', { name: 'Studeranderapportering' }).count(), 1)
  t.is(await reporter.getByRole('link', { name: 'Studietider och utbildningar' }).count(), 0)

  await administrator.goto(`${app.home}/behorigheter/personer/${await accountIdOf(app, username)}`)
  await administrator.getByLabel('Studeranderapportering').check()
  await press(administrator, 'Avsluta')
  await administrator.getByLabel('Genast', { exact: true }).check()
  await press(administrator, 'Avsluta')
  t.truthy(await app.nextMail(newcomer.email, 'Dina behörigheter har ändrats'))
  await untilGone(reporter, service)
  await reporter.goto(`${service}/login`)
  await reporter.waitForLoadState()
  t.regex(await wordsOf(reporter), /Marie Lindblad/, 'the page that says whom to ask')
})

/** The relying service has let go of the person: it was told, and asks them to sign in again. */
async function untilGone(page: Page, service: string): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    await page.goto(service)
    if ((await page.getByRole('link', { name: 'Studeranderapportering' }).count()) === 0) return
    await page.waitForTimeout(250)
  }
  throw new Error('the relying service holds on to the person')
}
