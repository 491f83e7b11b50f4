import { load } from 'cheerio'
import type { Browser } from '../support/browser.js'

export const first = '/handlaggning/e-tjanster'

/** What an officer types of a new service, but for what is given. */
export const typed = {
  'E-tjänstens id (client_id)': 'inrapportering',
  'Namn på svenska': 'Inrapportering',
  'Namn på engelska': 'Reporting in',
  Startadress: 'http://localhost:4001/',
  'Adresser efter inloggning (redirect_uris)': 'http://localhost:4001/callback',
  'Adresser efter utloggning (post_logout_redirect_uris)': 'http://localhost:4001/utloggad',
}

export async function register(
  browser: Browser,
  changes: Partial<Record<keyof typeof typed, string>> = {},
  choose: (form: Browser) => void = () => undefined,
): Promise<number> {
  await browser.open(`${first}/ny`)
  for (const [label, value] of Object.entries({ ...typed, ...changes })) browser.fill(label, value)
  browser.tick('Studeranderapportering')
  choose(browser)
  return await browser.press('Registrera')
}

/** The secret on the page that is open; undefined when none is shown. */
export function secretOn(browser: Browser): string | undefined {
  const shown = load(browser.html())('pre').first().text()
  return shown === '' ? undefined : shown
}
