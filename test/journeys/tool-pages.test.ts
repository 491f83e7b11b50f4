import { copyFileSync, mkdirSync } from 'node:fs'
import test from 'ava'
import { demoPassword } from '../../src/demo/people.js'
import { accountIdOf } from '../own-account/visitor.js'
import { textIn } from '../../src/text/text.js'
import { letterIn } from '../officers/letter.js'
import { endingRequestIn } from '../officers/accounts/ending-request.js'
import { paperIn } from '../officers/paper.js'
import { axeFinds, openChromium, overflows } from '../support/chromium.js'
import { openTestHouse } from '../support/house.js'

const pictures = 'test-output/pictures'
mkdirSync(pictures, { recursive: true })

/** The first pages of the tools, and those that have no journey of their own. */
for (const language of ['sv', 'en'] as const) {
  for (const width of [1280, 375]) {
    test(`the tools' pages can be used by everybody: ${language}, ${width} px`, async (t) => {
      const house = await openTestHouse(t)
      const { id } = await house.owner
        .selectFrom('organisation')
        .select('id')
        .where('code', '=', '10001')
        .executeTakeFirstOrThrow()
      const pages = {
        admin10001: {
          permissions: '/behorigheter',
          organisations: '/behorigheter/organisationer',
          organisation: `/behorigheter/organisationer/${id}`,
          'organisation-history': `/behorigheter/organisationer/${id}/historik`,
          requests: '/behorigheter/forfragningar',
          asking: '/konto/be-om-behorighet',
        },
        handlaggare1: {
          desk: '/handlaggning',
          assurances: '/handlaggning/forsakringar',
          'assurance-form': '/handlaggning/forsakringar/blankett',
          'assurance-new': '/handlaggning/forsakringar/ny',
          assurance: `/handlaggning/forsakringar/${await paperIn(house)}`,
          letters: '/handlaggning/brev',
          'relying-services': '/handlaggning/e-tjanster',
          'relying-service-new': '/handlaggning/e-tjanster/ny',
          'relying-service': '/handlaggning/e-tjanster/mina-tjanster',
          'relying-service-change': '/handlaggning/e-tjanster/mina-tjanster/andra',
          'relying-service-secret': '/handlaggning/e-tjanster/mina-tjanster/ny-hemlighet',
          'relying-service-settings': '/handlaggning/e-tjanster/mina-tjanster/installningar',
          'relying-service-try': '/handlaggning/e-tjanster/mina-tjanster/prova',
          'relying-service-off': '/handlaggning/e-tjanster/mina-tjanster/stang-av',
          accounts: '/handlaggning/konton?sok=example',
          account: `/handlaggning/konton/${await accountIdOf(house, 'admin10001')}`,
          letter: `/handlaggning/brev/${await letterIn(house)}`,
          'account-details': `/handlaggning/konton/${await accountIdOf(house, 'admin10001')}/uppgifter`,
          'account-ending': `/handlaggning/konton/${await accountIdOf(house, 'admin10001')}/avsluta`,
          'account-history': `/handlaggning/konton/${await accountIdOf(house, 'admin10001')}/historik`,
          'ending-requests': '/handlaggning/begaran',
          'ending-request': `/handlaggning/begaran/${await endingRequestIn(house)}`,
          appointments: '/handlaggning/uppdrag',
          disposal: '/handlaggning/gallring',
          undelivered: '/handlaggning/mejl',
          log: '/handlaggning/logg',
          'log-event': '/handlaggning/logg/5',
          'log-chain': '/handlaggning/logg/kedja',
        },
      }
      const browser = await openChromium(t)
      for (const [username, theirs] of Object.entries(pages)) {
        const context = await browser.newContext({
          viewport: { width, height: 800 },
          locale: language === 'sv' ? 'sv-SE' : 'en-GB',
          colorScheme: width === 375 ? 'dark' : 'light',
        })
        const page = await context.newPage()
        await page.goto(`${house.home}/konto`)
        const { login } = textIn(language)
        await page.getByLabel(login.username, { exact: true }).fill(username)
        await page.getByLabel(login.password, { exact: true }).fill(demoPassword)
        await page.getByRole('button', { name: login.signIn, exact: true }).click()
        await page.waitForURL('**/konto')
        for (const [name, path] of Object.entries(theirs)) {
          const answer = await page.goto(`${house.home}${path}`)
          t.is(answer?.status(), 200, name)
          const taken = `${pictures}/${name}-${language}-${width}.png`
          await page.screenshot({ path: taken, fullPage: true })
          if (process.env['KEEP_PICTURES'] !== undefined && taken.endsWith('permissions-sv-1280.png')) {
            copyFileSync(taken, 'docs/pictures/permissions.png')
          }
          t.deepEqual(await axeFinds(page), [], name)
          t.is(await overflows(page), 0, name)
          await page.setViewportSize({ width: 320, height: 640 })
          t.is(await overflows(page), 0, `${name} at 320 px`)
          await page.setViewportSize({ width, height: 800 })
        }
      }
    })
  }
}
