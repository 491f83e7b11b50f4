import test, { type ExecutionContext } from 'ava'
import { addressOf, pageGroups, type PageGroup, type PageLine } from '../../src/demo/pages/page-list.js'
import { selectExamples } from '../../src/demo/pages/demo-pages.queries.js'
import { matrix } from '../access/matrix.js'
import { signedInAs } from '../own-account/client.js'
import { openBrowser } from '../support/browser.js'
import { axeFinds, openChromium, overflows } from '../support/chromium.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { takePicture } from '../support/pictures.js'
import { temporaryFolder } from '../support/service.js'

/** What answers with something else than a page, or only to the browser that began it. */
const noPages = new Set([
  '/robots.txt',
  '/login/:uid',
  '/login/:uid/annan',
  '/konto/inloggad',
  '/konto/tid-kvar',
  '/behorigheter/lagg-till-flera/till/:organisation/mall.xlsx',
  '/behorigheter/lagg-till-flera/till/:organisation/mall.csv',
  '/behorigheter/lagg-till-flera/:id/fel.xlsx',
  '/behorigheter/lagg-till-flera/:id/lage',
  '/handlaggning/forsakringar/blankett.pdf',
  '/handlaggning/organisationer/:id/forsakran.pdf',
  '/handlaggning/forsakringar/:id/fil',
  '/demo/mail/:id',
  '/demo/mail/:id/html',
])

/** `/handlaggning/brev/:waitingLetter` and `/handlaggning/brev/:id` are one route. */
const routeOf = (at: string) => at.replace(/\?.*/, '').replaceAll(/:\w+/g, ':')

const openDemo = async (t: ExecutionContext) => await startTestApp(t, { mailFolder: await temporaryFolder(t) })

test('the list of pages in the demo has every route that answers with a page', (t) => {
  const listed = new Set(pageGroups.flatMap(({ lines }) => lines.map(({ at }) => routeOf(at))))
  const pages = Object.keys(matrix)
    .filter((route) => route.startsWith('GET '))
    .map((route) => route.slice('GET '.length))
    .filter((path) => !noPages.has(path))
  t.deepEqual(
    pages.filter((path) => !listed.has(routeOf(path))),
    [],
  )
})

const statusesOf = async (t: ExecutionContext, app: TestApp, { as, lines }: PageGroup) => {
  const examples = await selectExamples(app.db)
  const browser = as === undefined ? openBrowser(t, app.home) : await signedInAs(t, app, as)
  const answered: [string, number][] = []
  for (const line of lines) {
    const address = addressOf(line, examples)
    if (address === undefined) continue
    const response = await browser.send(address)
    await response.body?.cancel()
    answered.push([line.at, response.status])
  }
  return answered
}

for (const group of pageGroups) {
  test(`each page of the demo’s list opens for its reader: ${group.name}`, async (t) => {
    const app = await openDemo(t)
    const expected = new Map(group.lines.map((line: PageLine) => [line.at, line.answers ?? 200]))
    const answered = await statusesOf(t, app, group)
    t.true(answered.length > 1, 'the pages were opened')
    t.deepEqual(
      answered.filter(([at, status]) => expected.get(at) !== status),
      [],
    )
  })
}

test('a page that the demo has nothing to show on is listed without a link', async (t) => {
  const app = await openDemo(t)
  const browser = openBrowser(t, app.home)
  t.is(await browser.open('/demo/sidor'), 200)
  t.regex(browser.words(), /\/handlaggning\/begaran\/:openEnding Väntar\. Finns inte i databasen just nu\./)
  t.regex(browser.words(), /Logga in som admin10001/)
})

test('a service without a demo has no list of pages', async (t) => {
  const app = await startTestApp(t)
  t.is(await openBrowser(t, app.home).open('/demo/sidor'), 404)
})

for (const [width, colorScheme] of [
  [1280, 'light'],
  [375, 'dark'],
] as const) {
  test(`everybody can use the demo’s list of pages: ${width} px, ${colorScheme}`, async (t) => {
    const app = await openDemo(t)
    const context = await (await openChromium(t)).newContext({ viewport: { width, height: 800 }, colorScheme })
    const page = await context.newPage()
    await page.goto(`${app.home}/demo/sidor`)
    t.deepEqual(await axeFinds(page), [])
    t.is(await overflows(page), 0)
    await takePicture(page, `demo-pages-${width}`)
  })
}
