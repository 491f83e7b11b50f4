import test, { type ExecutionContext } from 'ava'
import type { Page } from 'playwright-core'
import { demoPassword } from '../../src/demo/people.js'
import { textIn, type Language, type Text } from '../../src/text/text.js'
import { axeFinds, mindConsole, openChromium, overflows } from '../support/chromium.js'
import { takePicture } from '../support/pictures.js'
import { startAppAndService } from '../support/relying-service.js'
import type { TestApp } from '../support/app.js'

const ownPassword = 'Sju lugna björnar dricker te'
const newPassword = 'Åtta trötta älgar läser Kafka'

const inReadme = new Map([
  ['sign-in-sv-1280', 'docs/pictures/sign-in.png'],
  ['kiosk-start-sv-1280', 'docs/pictures/kiosk.png'],
])

/** The part of a page that a chapter is about. */
const inHandbook = new Map([
  ['sign-in', { picture: 'sign-in', part: 'main' }],
  ['kiosk-start', { picture: 'kiosk', part: '.link-cards' }],
  ['kiosk-choose', { picture: 'choose', part: 'main form' }],
])

interface Walk {
  readonly app: TestApp
  readonly service: string
  readonly page: Page
  readonly language: Language
  readonly text: Text
  /** Looks at the page that is open: axe is silent, nothing to scroll sideways, and a picture is kept. */
  readonly look: (name: string) => Promise<void>
}

for (const language of ['sv', 'en'] as const) {
  for (const width of [1280, 375]) {
    const told = `${language}, ${width} px`

    test.serial(
      `a reporter signs in to Mina tjänster, is told what they may do, and signs out (${told})`,
      async (t) => {
        const walk = await setOut(t, language, width)
        await goToSignIn(walk)
        await walk.look('sign-in')
        await typeAndSignIn(walk, 'rapport10001', demoPassword)
        await walk.page.waitForURL(`${walk.service}/**`)
        t.regex(await bodyOf(walk), /Vätterbygdens yrkeshögskola/)
        await walk.look('mina-tjanster')
        await walk.page.goto(`${walk.app.home}/oidc/logout`)
        await walk.look('sign-out')
        await walk.page.getByRole('button', { name: walk.text.oidc.signOutButton, exact: true }).click()
        await walk.page.getByRole('heading', { name: walk.text.oidc.signedOutTitle }).waitFor()
        await walk.look('signed-out')
      },
    )

    test.serial(
      `a new reporter takes the one-time password out of the mail and chooses a password (${told})`,
      async (t) => {
        const walk = await setOut(t, language, width)
        const { page, text, app, look } = walk
        const mail = await app.nextMail(await emailOf(app, 'ny10001'))
        const code = /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b/.exec(mail.text)?.[0] ?? ''
        await openKiosk(walk)
        await look('kiosk-start')
        await page.getByRole('link', { name: text.kiosk.changeLink }).click()
        await look('kiosk-change')
        await page.getByLabel(text.kiosk.username, { exact: true }).fill('ny10001')
        await page.getByLabel(text.kiosk.presentPassword, { exact: true }).fill(code)
        await page.getByRole('button', { name: text.kiosk.continue, exact: true }).click()
        await page.getByLabel(text.kiosk.newPassword, { exact: true }).fill('sommar')
        await page.getByRole('button', { name: text.kiosk.change, exact: true }).click()
        t.regex(await page.title(), new RegExp(`^${text.common.error}: `))
        await look('kiosk-choose-refused')
        await page.getByLabel(text.kiosk.newPassword, { exact: true }).fill(ownPassword)
        await page.locator('[data-advice-url]').getByText(text.kiosk.goodEnough).waitFor()
        await look('kiosk-choose')
        await page.getByRole('button', { name: text.kiosk.change, exact: true }).click()
        await page.getByRole('heading', { name: text.kiosk.doneTitle }).waitFor()
        await look('kiosk-done')
        await goToSignIn(walk)
        await typeAndSignIn(walk, 'ny10001', ownPassword)
        await page.waitForURL(`${walk.service}/**`)
        t.pass()
      },
    )

    test.serial(`a forgetful reporter orders a code and chooses a new password (${told})`, async (t) => {
      const walk = await setOut(t, language, width)
      const { page, text, app, look } = walk
      await goToSignIn(walk)
      await page.getByRole('link', { name: text.login.forgottenOrChange }).click()
      await page.getByRole('link', { name: text.kiosk.forgotLink }).click()
      await look('kiosk-forgotten')
      await page.getByLabel(text.kiosk.username, { exact: true }).fill('rapport10002')
      await page.getByRole('button', { name: text.kiosk.continue, exact: true }).click()
      await page.getByLabel(text.kiosk.code, { exact: true }).waitFor()
      await look('kiosk-code')
      const mail = await app.nextMail(await emailOf(app, 'rapport10002'))
      const code = /\b\d{4} ?\d{4}\b/.exec(mail.text)?.[0] ?? ''
      await page.getByLabel(text.kiosk.code, { exact: true }).fill(code)
      await page.getByRole('button', { name: text.kiosk.continue, exact: true }).click()
      await page.getByLabel(text.kiosk.newPassword, { exact: true }).fill(newPassword)
      await page.getByRole('button', { name: text.kiosk.change, exact: true }).click()
      await page.getByRole('heading', { name: text.kiosk.doneTitle }).waitFor()
      await page.getByRole('link', { name: text.kiosk.signIn, exact: true }).click()
      await typeAndSignIn(walk, 'rapport10002', newPassword)
      await page.waitForURL(`${walk.service}/**`)
      t.regex(await bodyOf(walk), /Norrsjö folkhögskola/)
      // A browser that speaks English has chosen nothing for the person's mails.
      t.truthy(await app.nextMail(await emailOf(app, 'rapport10002'), textIn('sv').mail.passwordChangedSubject))
    })

    test.serial(
      `a careless reporter is locked with the fourth wrong attempt, and told until when (${told})`,
      async (t) => {
        const walk = await setOut(t, language, width)
        await goToSignIn(walk)
        for (const tries of [3, 2, 1]) {
          await typeAndSignIn(walk, 'rapport10001', 'fel lösenord igen')
          t.true((await bodyOf(walk)).includes(walk.text.login.triesLeft(tries)))
        }
        t.is(await walk.page.locator('#error-summary:focus').count(), 1, 'the refusal has the focus')
        await walk.look('sign-in-wrong')
        await typeAndSignIn(walk, 'rapport10001', 'fel lösenord igen')
        await walk.look('sign-in-locked')
        await typeAndSignIn(walk, 'rapport10001', demoPassword)
        t.true((await bodyOf(walk)).includes(walk.text.login.lockedReset))
      },
    )

    test.serial(
      `somebody without a permission is told whom to ask, and the service is told no (${told})`,
      async (t) => {
        const walk = await setOut(t, language, width)
        await goToSignIn(walk)
        await typeAndSignIn(walk, 'utan10001', demoPassword)
        t.regex(await bodyOf(walk), /Marie Lindblad/)
        await walk.look('no-permission')
        await walk.page.getByRole('button', { name: walk.text.login.backToService }).click()
        await walk.page.waitForURL(`${walk.service}/**`)
        await walk.look('mina-tjanster-denied')
      },
    )
  }
}

async function setOut(t: ExecutionContext, language: Language, width: number): Promise<Walk> {
  const { app, service } = await startAppAndService(t)
  const browser = await openChromium(t)
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    locale: language === 'sv' ? 'sv-SE' : 'en-GB',
    colorScheme: width === 375 ? 'dark' : 'light',
  })
  const page = await context.newPage()
  mindConsole(t, page, [422, 403])
  const look = async (name: string) => {
    const taken = `${name}-${language}-${width}`
    await takePicture(page, taken, inReadme.get(taken))
    const shown = width === 1280 ? inHandbook.get(name) : undefined
    if (shown !== undefined) {
      const { part, picture } = shown
      await takePicture(page.locator(part), `${picture}-${language}`, `assets/${picture}-${language}.png`)
    }
    t.deepEqual(await axeFinds(page), [], name)
    t.true((await overflows(page)) <= 0, name)
  }
  return { app, service, page, language, text: textIn(language), look }
}

const goToSignIn = async ({ page, service, text }: Walk) => {
  await page.goto(`${service}/login`)
  await page.getByLabel(text.login.username, { exact: true }).waitFor()
}

const openKiosk = async ({ page, app }: Walk) => void (await page.goto(`${app.home}/losenordskiosk`))

const typeAndSignIn = async ({ page, text }: Walk, username: string, password: string) => {
  await page.getByLabel(text.login.username, { exact: true }).fill(username)
  await page.getByLabel(text.login.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: text.login.signIn, exact: true }).click()
  await page.waitForLoadState()
}

const bodyOf = async ({ page }: Walk) => await page.locator('body').innerText()

const emailOf = async ({ db }: TestApp, username: string): Promise<string> => {
  const { email } = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .where('username', '=', username)
    .select('email')
    .executeTakeFirstOrThrow()
  if (email === null) throw new Error(`${username} has no address`)
  return email
}
