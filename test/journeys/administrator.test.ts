import test, { type ExecutionContext } from 'ava'
import type { Page } from 'playwright-core'
import { demoPassword } from '../../src/demo/people.js'
import { sv } from '../../src/text/sv.js'
import { newcomer, details } from '../administration/add/visit.js'
import { openChromium } from '../support/chromium.js'
import { openHouseAndService } from '../support/relying-service.js'

/** The issue's own story, in real browsers: an administrator, an officer and a reporter, each in a window of their own. */
const ownPassword = 'Sju lugna björnar dricker te'

const signIn = async (page: Page, username: string, password = demoPassword): Promise<void> => {
  await page.getByLabel(sv.login.username, { exact: true }).fill(username)
  await page.getByLabel(sv.login.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: sv.login.signIn, exact: true }).click()
  await page.waitForLoadState()
}

const press = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).first().click()
  await page.waitForLoadState()
}

/** No line ends after the `e-` of a word on our pages: a joiner that nobody sees stands there. */
const asShown = (label: string): string => label.replaceAll(/\b([Ee]-)(?=\p{Ll})/gu, '$1\u2060')

const wordsOf = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replaceAll('\u2060', '')

async function windows(t: ExecutionContext) {
  // The days between letter and mail are told by tests of their own: here the mail follows at once.
  const { house, service } = await openHouseAndService(t, { policy: { initialPassword: { daysAfterLetter: 0 } } })
  const browser = await openChromium(t)
  const open = async () => await (await browser.newContext({ locale: 'sv-SE' })).newPage()
  return { house, service, administrator: await open(), officer: await open(), reporter: await open() }
}

test('a person is added, the letter and the mail go out, the person signs in, and loses it at once', async (t) => {
  const { house, service, administrator, officer, reporter } = await windows(t)

  await administrator.goto(`${house.home}/behorigheter/lagg-till`)
  await signIn(administrator, 'admin10001')
  await administrator.getByLabel(sv.administration.add.number).fill(newcomer.number)
  await press(administrator, sv.administration.add.continue)
  for (const [label, value] of Object.entries(details)) {
    await administrator.getByLabel(asShown(label), { exact: true }).fill(value)
  }
  await press(administrator, sv.administration.add.continue)
  await administrator.getByLabel('Studeranderapportering', { exact: true }).check()
  await press(administrator, sv.administration.add.continue)
  t.regex(await wordsOf(administrator), /Ylva Åström/)
  await press(administrator, sv.administration.add.save)
  t.regex(await wordsOf(administrator), /Ylva Åström har fått ett konto och behörighet/)
  t.is((await house.nextMail(newcomer.email)).subject, 'Dina behörigheter har ändrats')

  await officer.goto(`${house.home}/handlaggning/brev`)
  await signIn(officer, 'handlaggare1')
  t.regex(await wordsOf(officer), /Ylva Åström[\s\S]*Hamngatan 3, 55322 Jönköping/)
  await press(officer, sv.officers.letters.markPosted)
  const { username, id } = await house.owner
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .where('person.email', '=', newcomer.email)
    .select(['account.username', 'account.id'])
    .executeTakeFirstOrThrow()

  const mail = await house.nextMail(newcomer.email)
  t.is(mail.subject, 'Ditt engångslösenord')
  const code = /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b/.exec(mail.text)?.[0] ?? ''
  await reporter.goto(`${house.home}/losenordskiosk/andra`)
  await reporter.getByLabel(sv.kiosk.username, { exact: true }).fill(username)
  await reporter.getByLabel(sv.kiosk.presentPassword, { exact: true }).fill(code)
  await press(reporter, sv.kiosk.continue)
  await reporter.getByLabel(sv.kiosk.newPassword, { exact: true }).fill(ownPassword)
  await press(reporter, sv.kiosk.change)
  t.is((await house.nextMail(newcomer.email)).subject, 'Ditt lösenord är bytt')
  await reporter.goto(`${service}/login`)
  await signIn(reporter, username, ownPassword)
  await reporter.waitForURL(`${service}/**`)
  const tiles = await reporter.locator('body').innerText()
  t.regex(tiles, /Vätterbygdens yrkeshögskola/)
  t.is(await reporter.getByRole('link', { name: 'Studeranderapportering' }).count(), 1)
  t.is(await reporter.getByRole('link', { name: 'Studietider och utbildningar' }).count(), 0)

  await administrator.goto(`${house.home}/behorigheter/personer/${id}`)
  await administrator.getByLabel('Studeranderapportering').check()
  await press(administrator, 'Avsluta')
  await administrator.getByLabel('Genast', { exact: true }).check()
  await press(administrator, 'Avsluta')
  t.is((await house.nextMail(newcomer.email)).subject, 'Dina behörigheter har ändrats')
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
