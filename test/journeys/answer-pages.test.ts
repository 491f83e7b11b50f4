import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { demoPassword } from '../../src/demo/people.js'
import { textIn, type Text } from '../../src/text/text.js'
import { relyingParty } from '../oidc/relying-party.js'
import { axeFinds, openChromium, overflows } from '../support/chromium.js'
import { takePicture } from '../support/pictures.js'
import { startTestApp, type TestApp } from '../support/app.js'

interface Walk {
  readonly t: ExecutionContext
  readonly page: Page
  readonly app: TestApp
  readonly text: Text
}

/** Pages with no address of their own: each is the answer to something done, or to what went wrong. */
const answers: Readonly<Record<string, (walk: Walk) => Promise<{ readonly heading: string }>>> = {
  consent: async (walk) => {
    const { ask } = await relyingParty(walk.t, walk.app, { isFirstParty: false })
    const { url } = await ask()
    await walk.page.goto(url.href)
    await signIn(walk, 'rapport10001')
    return { heading: walk.text.login.consentTitle(walk.text === textIn('sv') ? 'Rapportering' : 'Reporting') }
  },
  'client-secret': async (walk) => {
    const { page, app, text } = walk
    await page.goto(`${app.home}/handlaggning/e-tjanster/mina-tjanster/ny-hemlighet`)
    await signIn(walk, 'handlaggare1')
    await page.getByLabel(text.officers.relyingServices.formerForADay, { exact: true }).check()
    await page.getByRole('button', { name: text.officers.relyingServices.renew, exact: true }).click()
    return { heading: text.officers.relyingServices.secretTitle }
  },
  misdirected: async ({ page, app, text }) => {
    await page.goto(`${app.home}/oidc/auth?client_id=nobodys&response_type=code`)
    return { heading: text.oidc.misdirectedTitle }
  },
  'not-there': async ({ page, app, text }) => {
    await page.goto(`${app.home}/finns-inte`)
    return { heading: text.refusals.notHereTitle }
  },
  accident: async (walk) => {
    const { page, app, text } = walk
    await page.goto(`${app.home}/behorigheter`)
    await signIn(walk, 'admin10001')
    await sql`alter table listed_person rename to mislaid`.execute(app.owner)
    await page.goto(`${app.home}/behorigheter/personer`)
    return { heading: text.refusals.brokenTitle }
  },
}

for (const [name, meet] of Object.entries(answers)) {
  for (const language of ['sv', 'en'] as const) {
    test(`a page that answers can be used by everybody: ${name}, ${language}`, async (t) => {
      const app = await startTestApp(t)
      const text = textIn(language)
      const locale = language === 'sv' ? 'sv-SE' : 'en-GB'
      const colorScheme = language === 'sv' ? 'light' : 'dark'
      const context = await (await openChromium(t)).newContext({ locale, colorScheme })
      const page = await context.newPage()
      const { heading } = await meet({ t, page, app, text })
      await page.getByRole('heading', { level: 1, name: heading }).waitFor()
      for (const width of [1280, 375, 320]) {
        await page.setViewportSize({ width, height: 800 })
        t.is(await overflows(page), 0, `${width} px`)
        await takePicture(page, `${name}-${language}-${width}`)
      }
      t.deepEqual(await axeFinds(page), [])
    })
  }
}

const signIn = async ({ page, text }: Walk, username: string): Promise<void> => {
  await page.getByLabel(text.login.username, { exact: true }).fill(username)
  await page.getByLabel(text.login.password, { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: text.login.signIn, exact: true }).click()
  await page.waitForLoadState()
}
