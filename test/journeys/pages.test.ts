import test from 'ava'
import type { BrowserContextOptions } from 'playwright-core'
import { axeFinds, mindConsole, openChromium, overflows, reachable, tabStops } from '../support/chromium.js'
import { startTestApp } from '../support/app.js'
import { shared } from '../support/shared.js'

/** Pages are only looked at here, so one app serves all. */
const app = shared(startTestApp)

const paths = ['/', '/handbok', '/tillganglighet', '/losenordskiosk', '/finns-inte']
const wide = { width: 1280, height: 900 }
const phone = { width: 375, height: 740 }
const narrow = { width: 320, height: 640 }

/** Every language, width and colour scheme, each with each of the others. */
const readers = [
  { locale: 'sv-SE', colorScheme: 'light', viewport: wide },
  { locale: 'sv-SE', colorScheme: 'dark', viewport: phone },
  { locale: 'en-GB', colorScheme: 'light', viewport: phone },
  { locale: 'en-GB', colorScheme: 'dark', viewport: wide },
] as const

for (const reader of readers) {
  const { locale, colorScheme, viewport } = reader
  test(`everybody can use the pages: ${locale}, ${colorScheme}, ${viewport.width} px`, async (t) => {
    const { home } = await app(t)
    const browser = await openChromium(t)
    const page = await (await browser.newContext(reader)).newPage()
    for (const path of paths) {
      await page.goto(`${home}${path}`)
      t.deepEqual(await axeFinds(page), [], path)
      for (const size of [viewport, narrow]) {
        await page.setViewportSize(size)
        t.is(await overflows(page), 0, `${path} at ${size.width} needs no scrolling sideways`)
      }
      await page.setViewportSize(viewport)
    }
  })
}

test('the keyboard reaches everything, the way past the head first', async (t) => {
  const { home } = await app(t)
  const browser = await openChromium(t)
  const page = await (await browser.newContext({ locale: 'sv-SE', viewport: phone })).newPage()
  for (const path of paths) {
    await page.goto(`${home}${path}`)
    const all = await reachable(page)
    const stops = await tabStops(page)
    t.is(stops.length, all, path)
    t.is(stops[0], 'Till innehållet')
  }
})

test('what has the focus is seen to have it', async (t) => {
  const { home } = await app(t)
  const browser = await openChromium(t)
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await (await browser.newContext({ colorScheme })).newPage()
    await page.goto(`${home}/losenordskiosk/andra`)
    const count = await reachable(page)
    for (let stop = 0; stop < count; stop += 1) {
      await page.keyboard.press('Tab')
      t.true(await page.evaluate<boolean>(hasARing), `stop ${stop} in ${colorScheme}`)
    }
  }
})

/** On the element, or on the area in front of it that takes its clicks. */
const hasARing = `[null, '::after'].some((part) => {
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement, part)
  return outlineStyle === 'solid' && parseFloat(outlineWidth) >= 3
})`

test('at 400 percent, on the smallest screen, everything is still in one column', async (t) => {
  const { home } = await app(t)
  const browser = await openChromium(t)
  const page = await (await browser.newContext({ viewport: { width: 320, height: 256 } })).newPage()
  for (const path of paths) {
    await page.goto(`${home}${path}`)
    t.is(await overflows(page), 0, path)
  }
})

test('whatever can be pressed is large enough to hit', async (t) => {
  const { home } = await app(t)
  const browser = await openChromium(t)
  const page = await (await browser.newContext({ viewport: phone })).newPage()
  await page.goto(`${home}/losenordskiosk/andra`)
  for (const control of await page.locator('main button:visible, main input:visible, header button, footer a').all()) {
    const box = await control.boundingBox()
    t.true((box?.height ?? 0) >= 36, (await control.textContent()) ?? '')
  }
})

test('the pages work with JavaScript off, and the language can be switched', async (t) => {
  const { home } = await app(t)
  const browser = await openChromium(t)
  const page = await (await browser.newContext({ locale: 'sv-SE', javaScriptEnabled: false })).newPage()
  await page.goto(`${home}/handbok`)
  await page.getByRole('button', { name: 'In English' }).click()
  t.is(await page.getByRole('heading', { level: 1 }).textContent(), 'Handbook for Identity Manager')
  t.is(new URL(page.url()).pathname, '/handbok')
  await page.getByRole('link', { name: 'Portvakt' }).first().click()
  t.is(await page.getByRole('heading', { level: 1 }).textContent(), 'Sign-in for schools and municipalities')
})

test('a page breaks no rule of its own security policy, and everything that it fetches is ours', async (t) => {
  const { home } = await app(t)
  const browser = await openChromium(t)
  const page = await (await browser.newContext()).newPage()
  const strangers: string[] = []
  mindConsole(t, page)
  page.on('request', (request) => request.url().startsWith(home) || strangers.push(request.url()))
  for (const path of [...paths.filter((path) => path !== '/finns-inte'), '/losenordskiosk/andra']) {
    await page.goto(`${home}${path}`)
    await page.waitForLoadState('networkidle')
  }
  t.deepEqual(
    strangers.filter((url) => !url.startsWith('data:')),
    [],
  )
})

test('the password shows when one asks for it, and is hidden again when it is sent (R-09)', async (t) => {
  const { home } = await app(t)
  const browser = await openChromium(t)
  const page = await (await browser.newContext({ locale: 'sv-SE' } satisfies BrowserContextOptions)).newPage()
  await page.goto(`${home}/losenordskiosk/andra`)
  const field = page.locator('input[data-show]')
  await field.fill('hemligt')
  t.is(await field.getAttribute('type'), 'password')
  const { show, hide } = await page.evaluate<{ show: string; hide: string }>(
    '({ ...document.querySelector("input[data-show]").dataset })',
  )
  await page.getByRole('button', { name: show, exact: true }).click()
  t.is(await field.getAttribute('type'), 'text')
  t.is(await field.inputValue(), 'hemligt')
  await page.evaluate(
    'document.querySelector("main form").addEventListener("submit", (event) => event.preventDefault())',
  )
  t.is(await page.getByRole('button', { name: hide, exact: true }).count(), 1)
  await field.press('Enter')
  t.is(await field.getAttribute('type'), 'password')
})
