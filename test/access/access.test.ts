import test, { type ExecutionContext } from 'ava'
import { createRouter } from '../../src/app.js'
import { sv } from '../../src/text/sv.js'
import { openBrowser, whereItEnds, type Browser } from '../support/browser.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { temporaryFolder } from '../support/service.js'
import { signedInAs } from '../own-account/client.js'
import { matrix, roles, verdicts, type Role, type Verdict } from './matrix.js'
import { askingFor, usernames, type Asking } from './objects.js'
import { silentLog } from '../support/silent-log.js'

/** `GET /konto`, of each route of the app. */
async function routesOf({ db, context }: TestApp, mailFolder: string): Promise<readonly string[]> {
  const { router } = await createRouter({ db, context, log: silentLog, mailFolder })
  return router.stack.flatMap(({ methods, path }) =>
    methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${String(path)}`),
  )
}

async function browserOf(t: ExecutionContext, app: TestApp, role: Role): Promise<Browser> {
  if (role !== 'nobody') return await signedInAs(t, app, usernames[role])
  const browser = openBrowser(t, app.home)
  await browser.open('/losenordskiosk/andra')
  return browser
}

const notForThem = [sv.administration.frame.notAppointedTitle, sv.officers.frame.notOfficerTitle]

/** What one asking became. A form is sent with its object and nothing else: who may send it is decided before what it says. */
async function verdictOn(browser: Browser, method: string, { path, fields }: Asking): Promise<Verdict> {
  const body = new URLSearchParams({ token: browser.formToken(), ...fields })
  const sent = await browser.send(path, method === 'POST' ? { method, body } : { method })
  const response = await whereItEnds(browser, sent)
  const html = await response.text()
  const to = response.headers.get('location') ?? ''
  if (response.status === 303 && to.startsWith('/konto/logga-in')) return 'led to sign in'
  if (response.status === 404) return 'not there'
  if (notForThem.some((title) => html.includes(title))) return 'told it is not for them'
  const isFault = response.status >= 500 || html.includes(sv.refusals.staleFormTitle)
  if (isFault) throw new Error(`${method} ${path}: ${response.status}`)
  return 'let in'
}

test('the table knows every address of the app, and no other (R-65)', async (t) => {
  const mailFolder = await temporaryFolder(t)
  const app = await startTestApp(t, { mailFolder })
  t.deepEqual([...(await routesOf(app, mailFolder))].toSorted(), Object.keys(matrix).toSorted())
})

for (const role of roles) {
  test(`every address lets in ${role} or turns them away as the table says (R-65)`, async (t) => {
    const app = await startTestApp(t, { mailFolder: await temporaryFolder(t) })
    const found: Record<string, Verdict> = {}
    let browser: Browser | undefined
    for (const route of Object.keys(matrix)) {
      const [method = ''] = route.split(' ')
      browser ??= await browserOf(t, app, role)
      found[route] = await verdictOn(browser, method, await askingFor(app, route, role))
      // Whoever changed something may be signed out by it, or somebody else.
      if (method !== 'GET') browser = undefined
    }
    t.deepEqual(
      found,
      Object.fromEntries(Object.entries(matrix).map(([route, access]) => [route, verdicts[access][role]])),
    )
  })
}
