import type { ExecutionContext } from 'ava'
import { signedInAs } from '../../own-account/client.js'
import type { Browser } from '../../support/browser.js'
import type { TestApp } from '../../support/app.js'

/** A person whom nobody knows, with a number of the kind that is given to nobody. */
export const newcomer = {
  number: '900101-9802',
  written: '19900101-9802',
  givenName: 'Ylva',
  familyName: 'Åström',
  email: 'ylva.astrom@vatterbygden.example',
} as const

/** An administrator of one school, in front of the first question. */
export async function atNumber(t: ExecutionContext, app: TestApp, username = 'admin10001'): Promise<Browser> {
  const browser = await signedInAs(t, app, username)
  await browser.open('/behorigheter/lagg-till')
  return browser
}

export async function typeNumber(browser: Browser, number: string): Promise<number> {
  browser.fill('Personnummer eller samordningsnummer', number)
  return await browser.press('Fortsätt')
}

export const details = {
  Förnamn: newcomer.givenName,
  Efternamn: newcomer.familyName,
  'E-postadress': newcomer.email,
  'E-postadress en gång till': newcomer.email,
  'Gatuadress eller box': 'Hamngatan 3',
  Postnummer: '553 22',
  Ort: 'Jönköping',
} as const

export async function typeDetails(
  browser: Browser,
  given: Partial<Record<keyof typeof details, string>> = {},
): Promise<number> {
  for (const [label, value] of Object.entries({ ...details, ...given })) browser.fill(label, value)
  return await browser.press('Fortsätt')
}

export async function chooseService(browser: Browser, service = 'Studietider och utbildningar'): Promise<number> {
  browser.tick(service)
  return await browser.press('Fortsätt')
}

/** In front of the summary, with a new person and one service. */
export async function atSummary(t: ExecutionContext, app: TestApp): Promise<Browser> {
  const browser = await atNumber(t, app)
  await typeNumber(browser, newcomer.number)
  await typeDetails(browser)
  await chooseService(browser)
  return browser
}

/** In front of the details of a new person, and what the draft is called. */
export async function atAdding(
  t: ExecutionContext,
  app: TestApp,
): Promise<{ readonly browser: Browser; readonly id: string }> {
  const browser = await atNumber(t, app)
  await typeNumber(browser, newcomer.number)
  const [, id = ''] = /lagg-till\/([^/]+)\//.exec(browser.path()) ?? []
  return { browser, id }
}
