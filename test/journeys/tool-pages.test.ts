import test from 'ava'
import type { Page } from 'playwright-core'
import { demoPassword } from '../../src/demo/people.js'
import { accountIdOf } from '../own-account/client.js'
import { textIn, type Language } from '../../src/text/text.js'
import { letterIn } from '../officers/letter.js'
import { endingRequestIn } from '../officers/accounts/ending-request.js'
import { registeredAssurance } from '../officers/assurance-fixture.js'
import { axeFinds, openChromium, overflows } from '../support/chromium.js'
import { takePicture } from '../support/pictures.js'
import { startTestApp, type TestApp } from '../support/app.js'

/** One tool or a part of it: who sits there, and its pages, by what their pictures are called. */
interface Part {
  readonly username: string
  readonly pages: (app: TestApp) => Promise<Readonly<Record<string, string>>>
}

const schoolIn = async ({ owner }: TestApp): Promise<string> =>
  (await owner.selectFrom('organisation').select('id').where('code', '=', '10001').executeTakeFirstOrThrow()).id

/** The first pages of the tools, and those that have no journey of their own. */
const parts: Readonly<Record<string, Part>> = {
  'permission administration': {
    username: 'admin10001',
    pages: async (app) => {
      const school = `/behorigheter/organisationer/${await schoolIn(app)}`
      return {
        permissions: '/behorigheter',
        organisations: '/behorigheter/organisationer',
        organisation: school,
        'organisation-history': `${school}/historik`,
        requests: '/behorigheter/forfragningar',
        asking: '/konto/be-om-behorighet',
      }
    },
  },
  'tasks, assurances and letters': {
    username: 'handlaggare1',
    pages: async (app) => ({
      desk: '/handlaggning',
      assurances: '/handlaggning/forsakringar',
      'assurance-form': '/handlaggning/forsakringar/blankett',
      'assurance-new': '/handlaggning/forsakringar/ny',
      assurance: `/handlaggning/forsakringar/${await registeredAssurance(app)}`,
      letters: '/handlaggning/brev',
      letter: `/handlaggning/brev/${await letterIn(app)}`,
      appointments: '/handlaggning/uppdrag',
      undelivered: '/handlaggning/mejl',
    }),
  },
  organisations: {
    username: 'handlaggare1',
    pages: async (app) => {
      const organisation = `/handlaggning/organisationer/${await schoolIn(app)}`
      return {
        'desk-organisations': '/handlaggning/organisationer',
        'desk-organisation-new': '/handlaggning/organisationer/ny',
        'desk-organisation-import': '/handlaggning/organisationer/las-in',
        'desk-organisation': organisation,
        'desk-organisation-change': `${organisation}/andra`,
        'desk-organisation-contact': `${organisation}/kontakter/ny`,
        'desk-organisation-close': `${organisation}/stang`,
        'desk-organisation-merge': `${organisation}/sla-samman`,
        'desk-organisation-grants': `${organisation}/behorigheter`,
        'desk-rules': '/handlaggning/vem-administrerar',
        'desk-rules-change': '/handlaggning/vem-administrerar/andra',
      }
    },
  },
  accounts: {
    username: 'handlaggare1',
    pages: async (app) => {
      const account = `/handlaggning/konton/${await accountIdOf(app, 'admin10001')}`
      return {
        accounts: '/handlaggning/konton?sok=example',
        account,
        'account-details': `${account}/uppgifter`,
        'account-ending': `${account}/avsluta`,
        'account-history': `${account}/historik`,
        'ending-requests': '/handlaggning/begaran',
        'ending-request': `/handlaggning/begaran/${await endingRequestIn(app)}`,
      }
    },
  },
  'relying services': {
    username: 'handlaggare1',
    pages: async () => {
      const service = '/handlaggning/e-tjanster/mina-tjanster'
      return {
        'relying-services': '/handlaggning/e-tjanster',
        'relying-service-new': '/handlaggning/e-tjanster/ny',
        'relying-service': service,
        'relying-service-change': `${service}/andra`,
        'relying-service-secret': `${service}/ny-hemlighet`,
        'relying-service-settings': `${service}/installningar`,
        'relying-service-try': `${service}/prova`,
        'relying-service-off': `${service}/stang-av`,
      }
    },
  },
  'log and disposal': {
    username: 'handlaggare1',
    pages: async () => ({
      log: '/handlaggning/logg',
      'log-event': '/handlaggning/logg/5',
      'log-chain': '/handlaggning/logg/kedja',
      disposal: '/handlaggning/gallring',
    }),
  },
}

for (const [named, { username, pages }] of Object.entries(parts)) {
  for (const language of ['sv', 'en'] as const) {
    for (const width of [1280, 375]) {
      test(`the pages can be used by everybody: ${named}, ${language}, ${width} px`, async (t) => {
        const app = await startTestApp(t)
        const context = await (
          await openChromium(t)
        ).newContext({
          viewport: { width, height: 800 },
          locale: language === 'sv' ? 'sv-SE' : 'en-GB',
          colorScheme: width === 375 ? 'dark' : 'light',
        })
        const page = await context.newPage()
        await signIn(page, { app, username, language })
        for (const [name, path] of Object.entries(await pages(app))) {
          const answer = await page.goto(`${app.home}${path}`)
          t.is(answer?.status(), 200, name)
          const taken = `${name}-${language}-${width}`
          await takePicture(page, taken, inReadme[taken])
          t.deepEqual(await axeFinds(page), [], name)
          t.is(await overflows(page), 0, name)
          await page.setViewportSize({ width: 320, height: 640 })
          t.is(await overflows(page), 0, `${name} at 320 px`)
          await page.setViewportSize({ width, height: 800 })
        }
      })
    }
  }
}

const inReadme: Readonly<Record<string, string>> = {
  'permissions-sv-1280': 'docs/pictures/permissions.png',
  'desk-sv-1280': 'docs/pictures/desk.png',
}

const signIn = async (
  page: Page,
  { app, username, language }: { readonly app: TestApp; readonly username: string; readonly language: Language },
): Promise<void> => {
  const { login } = textIn(language)
  await page.goto(`${app.home}/konto`)
  await page.getByLabel(login.username, { exact: true }).fill(username)
  await page.getByLabel(login.password, { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: login.signIn, exact: true }).click()
  await page.waitForURL('**/konto')
}
