import { load, type CheerioAPI } from 'cheerio'

/**
 * A person's browser without scripts: it keeps cookies, follows redirects, and finds fields by their label,
 * so that an unlabelled field fails every journey.
 */
export interface Browser {
  /** Opens an address and follows redirects; answers with the last status. */
  readonly open: (path: string) => Promise<number>
  /** Types into a field, or chooses an option of a list by its value. */
  readonly fill: (label: string, value: string) => void
  /** Chooses a file. */
  readonly attach: (label: string, file: File) => void
  /** Ticks a box or chooses a radio button; false takes the tick away. */
  readonly tick: (label: string, isTicked?: boolean) => void
  /** Presses the button with these words, the first on the page or inside a CSS selector; answers with the last status. */
  readonly press: (label: string, within?: string) => Promise<number>
  /** What the button with these words would send by POST, as often as a test likes. */
  readonly toSend: (label: string) => Promise<{ readonly path: string; readonly init: RequestInit }>
  /** Follows the link with these words. */
  readonly follow: (label: string) => Promise<number>
  readonly title: () => string
  readonly heading: () => string
  /** The whole page as words, spaces folded. */
  readonly words: () => string
  readonly errors: () => readonly string[]
  readonly path: () => string
  readonly html: () => string
  /** The page's source without the names of rows, in which any four digits may stand. */
  readonly source: () => string
  readonly headers: () => Headers
  readonly status: () => number
  readonly cookies: () => ReadonlyMap<string, string>
  /** One request as it is, redirects not followed, with this browser's cookies. */
  readonly send: (path: string, init?: RequestInit) => Promise<Response>
  /** The form token of the page that is open, without a form's key: what is sent with it is sent as often as it is sent. */
  readonly formToken: () => string
  /** Keeps a cookie, as if an answer had set it. */
  readonly keep: (setCookie: string) => void
}

/** A test, told of every page that was opened if it fails; or a benchmark. */
export interface Witness {
  readonly passed: boolean
  readonly log: (words: string) => void
  readonly teardown: (end: () => void) => void
}

/** A label, a link to a mistake and a screen reader lead to the first of them only, so no page of the app has any. */
export function idsTwice(page: CheerioAPI): readonly string[] {
  const ids = page('[id]')
    .toArray()
    .map((element) => page(element).attr('id') ?? '')
  return [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))]
}

export function openBrowser(t: Witness, home: string): Browser {
  const jar = new Map<string, { value: string; path: string }>()
  let page: CheerioAPI = load('')
  let html = ''
  let at = new URL(home)
  let last = new Response()
  const typed = new Map<string, string>()
  const chosen = new Map<string, File>()
  const opened: string[] = []
  t.teardown(() => {
    if (!t.passed) t.log(opened.join('\n'))
  })

  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(path, at)
    const headers = new Headers(init.headers)
    const cookies = [...jar].filter(([, { path: below }]) => url.pathname.startsWith(below))
    if (url.origin === new URL(home).origin && cookies.length > 0) {
      headers.set('cookie', cookies.map(([name, { value }]) => `${name.split('\n')[0]}=${value}`).join('; '))
    }
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) keep(jar, cookie)
    return response
  }
  const go = async (path: string, init: RequestInit = {}): Promise<number> => {
    typed.clear()
    chosen.clear()
    let response = await send(path, init)
    let url = new URL(path, at)
    for (let hops = 0; response.status >= 301 && response.status <= 308; hops += 1) {
      if (hops > 10) throw new Error(`too many redirects at ${url.href}`)
      url = new URL(response.headers.get('location') ?? '', url)
      if (url.origin !== new URL(home).origin) break
      response = await send(url.href)
    }
    at = url
    last = response
    html = await response.text()
    page = load(html)
    opened.push(`${response.status} ${at.pathname}`)
    const twice = idsTwice(page)
    if (twice.length > 0) throw new Error(`ids stand twice on ${at.pathname}: ${twice.join(', ')}`)
    return response.status
  }
  const inputOf = (label: string) => {
    const found = page('label').filter((_, element) => fold(page(element).text()) === label)
    const id = found.attr('for')
    if (id === undefined) throw new Error(`no field with the label «${label}» on ${at.pathname}: ${fold(page.text())}`)
    const input = page(`[id="${id}"]`)
    const name = input.attr('name')
    if (name === undefined) throw new Error(`the label «${label}» belongs to no field`)
    return { name, value: input.attr('value') ?? 'on' }
  }
  const sentBy = (field: ReturnType<CheerioAPI>): string | undefined => {
    const written = typed.get(field.attr('name') ?? '')
    const isChosen = ['checkbox', 'radio'].includes(field.attr('type') ?? '')
    if (isChosen) {
      const value = field.attr('value') ?? 'on'
      if (written === undefined) return field.attr('checked') === undefined ? undefined : value
      return written === value ? value : undefined
    }
    if (field.is('select'))
      return written ?? field.find('option[selected]').attr('value') ?? field.find('option').attr('value')
    return written ?? (field.is('textarea') ? field.text() : field.attr('value')) ?? ''
  }
  const requestOf = async (label: string, within: string): Promise<{ path: string; init: RequestInit }> => {
    const button = page(within)
      .find('button')
      .filter((_, element) => fold(page(element).text()) === label)
      .first()
    const form = button.closest('form')
    if (form.length === 0) throw new Error(`no button «${label}» on ${at.pathname}: ${fold(page.text())}`)
    const fields = new URLSearchParams()
    form.find('input, select, textarea').each((_, element) => {
      const name = page(element).attr('name')
      const value = sentBy(page(element))
      if (name !== undefined && value !== undefined) fields.set(name, value)
    })
    const name = button.attr('name')
    if (name !== undefined) fields.set(name, button.attr('value') ?? '')
    const path = button.attr('formaction') ?? form.attr('action') ?? at.href
    const method = (form.attr('method') ?? 'get').toUpperCase()
    if (method === 'GET') return { path: `${path}?${fields.toString()}`, init: {} }
    if (form.attr('enctype') !== 'multipart/form-data') return { path, init: { method, body: fields } }
    const parts = new FormData()
    for (const [part, value] of fields) parts.set(part, value)
    form.find('input[type="file"]').each((_, element) => {
      const part = page(element).attr('name') ?? ''
      parts.set(part, chosen.get(part) ?? new File([], ''))
    })
    return { path, init: { method, ...(await asBrowsersSend(parts)) } }
  }
  return {
    open: async (path) => await go(path),
    send,
    fill: (label, value) => void typed.set(inputOf(label).name, value),
    attach: (label, file) => void chosen.set(inputOf(label).name, file),
    tick: (label, isTicked = true) => {
      const { name, value } = inputOf(label)
      typed.set(name, isTicked ? value : '')
    },
    press: async (label, within = 'body') => {
      const { path, init } = await requestOf(label, within)
      return await go(path, init)
    },
    toSend: async (label) => await requestOf(label, 'body'),
    follow: async (label) => {
      const link = page('a').filter((_, element) => fold(page(element).text()) === label)
      const href = link.attr('href')
      if (href === undefined) throw new Error(`no link «${label}» on ${at.pathname}`)
      return await go(href)
    },
    title: () => page('title').text(),
    heading: () => fold(page('h1').text()),
    words: () => {
      const main = page('main').clone()
      main.find('script').remove()
      return fold(main.text())
    },
    errors: () =>
      page('[id$="-error"]')
        .toArray()
        .map((element) => fold(page(element).text())),
    path: () => `${at.pathname}${at.search}`,
    html: () => html,
    source: () => html.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ''),
    headers: () => last.headers,
    status: () => last.status,
    cookies: () => new Map([...jar].map(([name, { value }]) => [name.split('\n')[0] ?? '', value])),
    formToken: () => (page('input[name="token"]').attr('value') ?? '').replace(/\..*$/, ''),
    keep: (setCookie) => keep(jar, setCookie),
  }
}

/** What a reader ends at: a form of a sign-in that is over leads to its page, which says so. */
export async function whereItEnds(browser: Browser, response: Response): Promise<Response> {
  const to = response.headers.get('location') ?? ''
  if (response.status !== 303 || !to.startsWith('/login/')) return response
  await response.body?.cancel()
  return await browser.send(to)
}

/** Node leaves out the name of a file that was not chosen; browsers send it, empty. */
const asBrowsersSend = async (parts: FormData) => {
  const encoded = new Response(parts)
  const sent = Buffer.from(await encoded.arrayBuffer()).toString('latin1')
  const body = sent.replaceAll(/(name="\w+")(\r\nContent-Type: application\/octet-stream)/g, '$1; filename=""$2')
  return {
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
    body: Buffer.from(body, 'latin1'),
  }
}

/** Spaces folded. */
const fold = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

const keep = (jar: Map<string, { value: string; path: string }>, cookie: string) => {
  const [pair = '', ...attributes] = cookie.split('; ')
  const name = pair.slice(0, pair.indexOf('='))
  const value = pair.slice(pair.indexOf('=') + 1)
  const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/'
  const isGone = value === '' || attributes.some((attribute) => /^expires=Thu, 01 Jan 1970/i.test(attribute))
  if (isGone) jar.delete(`${name}\n${path}`)
  if (!isGone) jar.set(`${name}\n${path}`, { value, path })
}
