import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { AxeBuilder } from '@axe-core/playwright'
import type { ExecutionContext } from 'ava'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { shared } from './shared.js'

/** A real browser, where each test has windows and cookies of its own: they are closed with the test. */
export async function openChromium(t: ExecutionContext): Promise<Pick<Browser, 'newContext'>> {
  const browser = await runningChromium(t)
  return {
    newContext: async (options) => {
      const context = await browser.newContext(options)
      // A machine that is busy with others is slow, and that is no failure.
      context.setDefaultTimeout(90_000)
      const happened = lastOf(context)
      t.teardown(async () => {
        if (!t.passed) t.log([...happened, ...context.pages().map((page) => `at the end: ${page.url()}`)].join('\n'))
        await context.close()
      })
      return context
    },
  }
}

/** What was last asked and answered, for when the test fails. */
const lastOf = (context: BrowserContext): readonly string[] => {
  const lines: string[] = []
  const note = (line: string) => {
    lines.push(line)
    if (lines.length > 40) lines.shift()
  }
  context.on('response', (response) => note(`${response.status()} ${response.url()}`))
  context.on('requestfailed', (request) => note(`${request.failure()?.errorText} ${request.url()}`))
  return lines
}

/** The Chromium that lies packed in @sparticuz/chromium: one for a file, since starting it outlasts most tests. */
const runningChromium = shared(async (lifetime) => {
  const home = await unpacked()
  const browser = await chromium.launch({
    executablePath: join(home, 'chromium'),
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    env: {
      ...process.env,
      // A browser in Sweden: a date field writes 2026-11-30.
      LANG: 'sv_SE.UTF-8',
      LANGUAGE: 'sv',
      FONTCONFIG_PATH: join(home, 'fonts'),
      LD_LIBRARY_PATH: [join(home, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
    },
  })
  lifetime.teardown(async () => await browser.close())
  return browser
})

/**
 * What axe finds against WCAG 2.2 A and AA and its own good practice, one line for each place. A frame that runs no
 * script cannot be looked into; what it shows is looked at by itself. There are no others, so nothing is lost by the
 * older way, which takes half the time; nor by leaving out what holds.
 */
export async function axeFinds(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .exclude('iframe[sandbox]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary ?? ''}`),
  )
}

/** What the page complains of to its console fails the test, but for answers that are no fault here, such as 422. */
export function mindConsole(t: ExecutionContext, page: Page, expected: readonly number[] = []): void {
  const complaints: string[] = []
  const isExpected = (words: string) => expected.some((status) => words.includes(`status of ${status}`))
  page.on('console', (told) => {
    if (told.type() !== 'error' || isExpected(told.text())) return
    complaints.push(`${page.url()}: ${told.text()} ${told.location().url}`)
  })
  page.on('pageerror', (error) => void complaints.push(`${page.url()}: ${String(error)}`))
  t.teardown(() => {
    if (complaints.length > 0) throw new Error(complaints.join('\n'))
  })
}

/** How much wider the page is than its window: anything above 0 makes a person scroll sideways. */
export async function overflows(page: Page): Promise<number> {
  return await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}

/** What the Tab key stops at, in order, each by its words, until it comes round. */
export async function tabStops(page: Page): Promise<readonly string[]> {
  const stops: string[] = []
  for (;;) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate<string | null>(whereTheFocusIs)
    if (stop === null) return stops
    stops.push(stop)
  }
}

/** Null outside the page and where the focus has been before. */
const whereTheFocusIs = `(() => {
  const { activeElement: at } = document
  if (at === document.body || at === null || at.wasStopAt) return null
  at.wasStopAt = true
  return (at.labels?.[0]?.textContent ?? at.textContent).replace(/\\s+/g, ' ').trim()
})()`

/** How many things on the page can be clicked or filled in, all of which Tab should reach. */
export async function reachable(page: Page): Promise<number> {
  return await page
    .locator('a[href]:visible, button:visible, input:visible, select:visible, textarea:visible, summary:visible')
    .count()
}

/**
 * Unpacks once for each version and machine. The package unpacks into the temporary folder where it stands, and would
 * give a second caller a browser that is half written; so a child of ours unpacks in a folder of its own, which then
 * takes its name in one step. With it come the libraries that a bare machine lacks, and one typeface, so that a page
 * looks the same on every machine.
 */
const unpacked = async (): Promise<string> => {
  const { version } = JSON.parse(readFileSync('node_modules/@sparticuz/chromium/package.json', 'utf8')) as {
    version: string
  }
  const home = join(tmpdir(), `portvakt-chromium-${version}`)
  if (existsSync(home)) return home
  const own = mkdtempSync(join(tmpdir(), 'portvakt-unpacking-'))
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', unpack], {
    env: { ...process.env, TMPDIR: own, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  })
  writeFileSync(join(own, 'fonts', 'fonts.conf'), fontsIn(home))
  try {
    renameSync(own, home)
  } catch (error) {
    rmSync(own, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
  return home
}

const fontsIn = (home: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>${join(home, 'fonts')}</dir><cachedir>${join(home, 'fonts-cache')}</cachedir></fontconfig>
`

const unpack = "import chromium from '@sparticuz/chromium'; await chromium.executablePath()"
