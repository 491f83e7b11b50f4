import test, { type ExecutionContext } from 'ava'
import { fromWithin } from '../../src/context/origin.js'
import { openBrowser, type Browser } from '../support/browser.js'
import { startAppAndService } from '../support/relying-service.js'
import type { TestApp } from '../support/app.js'

const kinds = {
  'a known name': 'rapport10001',
  'an invented name': 'rapport77777',
  'a name without a password yet': 'nyare10001',
  'an ended account': 'slutat1001',
} as const

/** What the page says to whoever types this name, five times over; only what differs at every request is left out. */
for (const [kind, username] of Object.entries(kinds)) {
  if (username === kinds['a known name']) continue
  test(`${kind} is answered as a known name is, at sign-in: status, headers, cookies and page (R-21)`, async (t) => {
    const { home, start } = await openSignIn(t)
    const known = await fiveAttempts(openBrowser(t, home), start, kinds['a known name'])
    const other = await fiveAttempts(openBrowser(t, home), start, username)
    t.deepEqual(other, known)
    t.is(new Set(known).size, 4, 'three left, two, one, and locked twice alike')
  })

  test(`${kind} is answered as a known name is, when a code is ordered and tried`, async (t) => {
    const { home } = await openSignIn(t)
    const known = await orderAndTry(openBrowser(t, home), kinds['a known name'])
    const other = await orderAndTry(openBrowser(t, home), username)
    t.deepEqual(other, known)
  })

  test(`${kind} is answered as a known name is, in the kiosk’s other form`, async (t) => {
    const { home } = await openSignIn(t)
    const known = await fiveAtTheKiosk(openBrowser(t, home), kinds['a known name'])
    const other = await fiveAtTheKiosk(openBrowser(t, home), username)
    t.deepEqual(other, known)
  })
}

/**
 * With the hashing and the minimum response time of production; the two kinds of name take turns, so that noise falls
 * on both alike.
 */
const samples = 100

test('known and invented names cannot be told apart by time, neither before the lock nor during it (R-22)', async (t) => {
  t.timeout(300_000)
  const { home, start } = await openSignIn(t, production)
  const browser = openBrowser(t, home)
  await browser.open(await start())
  const times = await interleaved(async (username) => {
    const body = new URLSearchParams({ token: browser.formToken(), username, password: 'fel lösenord' })
    await (await browser.send(browser.path(), { method: 'POST', body })).text()
  })
  t.true(areAlike(times), told(times))
})

test('known and invented names cannot be told apart by time when a code is ordered (R-36)', async (t) => {
  t.timeout(300_000)
  const { home } = await openSignIn(t, production)
  const browser = openBrowser(t, home)
  await browser.open('/losenordskiosk/glomt')
  const times = await interleaved(async (username) => {
    const body = new URLSearchParams({ token: browser.formToken(), username, inloggning: '' })
    await (await browser.send('/losenordskiosk/glomt', { method: 'POST', body })).text()
  })
  t.true(areAlike(times), told(times))
})

const production = {
  policy: { hashing: { memoryKibibytes: 19_456, passes: 2, answerFloorMilliseconds: 120 } },
}

const openSignIn = async (t: ExecutionContext, given = {}) => {
  const { app, service } = await startAppAndService(t, given)
  await addPeople(app)
  const start = async () => (await fetch(`${service}/login`, { redirect: 'manual' })).headers.get('location') ?? ''
  return { home: app.home, start }
}

const addPeople = async ({ owner, context }: TestApp): Promise<void> => {
  const { createAccount } = await import('../../src/accounts/create-account.js')
  const people = [
    { username: kinds['a name without a password yet'], personalIdentityNumber: '198001019802', familyName: 'Utan' },
    { username: kinds['an ended account'], personalIdentityNumber: '198101019801', familyName: 'Slut' },
  ]
  await owner.transaction().execute(async (trx) => {
    for (const { username, ...given } of people) {
      const person = { ...given, givenName: 'Prov', email: `${username}@skolan.example` }
      await createAccount(trx, { person, username, from: fromWithin(context.issuer) })
    }
    await trx
      .updateTable('account')
      .where('username', '=', kinds['an ended account'])
      .set({ ended_at: '2026-01-01T00:00:00Z', end_reason: 'test' })
      .execute()
  })
}

const fiveAttempts = async (browser: Browser, start: () => Promise<string>, username: string) => {
  await browser.open(await start())
  const answers: string[] = []
  for (let turn = 0; turn < 5; turn += 1) {
    browser.fill('Användarnamn', username)
    browser.fill('Lösenord', 'fel lösenord')
    await browser.press('Logga in')
    answers.push(seen(browser, username))
  }
  return answers
}

const fiveAtTheKiosk = async (browser: Browser, username: string) => {
  await browser.open('/losenordskiosk/andra')
  const answers: string[] = []
  for (let turn = 0; turn < 5; turn += 1) {
    browser.fill('Användarnamn', username)
    browser.fill('Lösenord eller engångslösenord', 'fel lösenord')
    await browser.press('Fortsätt')
    answers.push(seen(browser, username))
  }
  return answers
}

const orderAndTry = async (browser: Browser, username: string) => {
  const answers: string[] = []
  await browser.open('/losenordskiosk/glomt')
  browser.fill('Användarnamn', username)
  await browser.press('Fortsätt')
  answers.push(seen(browser, username))
  for (let turn = 0; turn < 5; turn += 1) {
    browser.fill('Ange engångslösenord', '00000000')
    await browser.press('Fortsätt')
    answers.push(seen(browser, username))
  }
  return answers
}

/** Status, headers, cookies and page, without what is another at every request: name, token, nonce, ids, clock. */
const seen = (browser: Browser, username: string): string => {
  const headers = [...browser.headers()].filter(([name]) => !['date', 'set-cookie', 'content-length'].includes(name))
  const cookies = [...browser.cookies().keys()].toSorted()
  return [browser.status(), browser.path(), JSON.stringify(headers), cookies.join(), browser.html()]
    .join('\n')
    .replaceAll(username, 'NAME')
    .replaceAll(/'nonce-[^']+'|nonce="[^"]+"/g, 'NONCE')
    .replaceAll(/name="token" value="[^"]+"/g, 'TOKEN')
    .replaceAll(/\/login\/[\w-]+/g, '/login/UID')
    .replaceAll(/inloggning=[\w-]+/g, 'inloggning=UID')
    .replaceAll(/name="(?:steg|inloggning)" value="[^"]*"/g, 'VISIT')
    .replaceAll(/\d\d[.:]\d\d/g, 'CLOCK')
}

type Times = readonly [number[], number[]]

const interleaved = async (act: (username: string) => Promise<void>): Promise<Times> => {
  const times: Times = [[], []]
  const names = ['rapport10001', 'rapport77777'] as const
  for (let turn = 0; turn < samples * 2; turn += 1) {
    const which = turn % 2 === 0 ? 0 : 1
    const startedAt = performance.now()
    await act(names[which])
    times[which].push(performance.now() - startedAt)
  }
  return times
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** Medians within 5 ms or a tenth, or no difference by the Mann-Whitney test at 1 % (security.md, R-22). */
const areAlike = ([known, invented]: Times): boolean => {
  const gap = Math.abs(median(known) - median(invented))
  return gap <= Math.max(5, median(known) / 10) || Math.abs(mannWhitney(known, invented)) < 2.58
}

/** The standardised rank sum, for samples large enough that ties hardly count. */
const mannWhitney = (a: readonly number[], b: readonly number[]): number => {
  const wins = a.reduce((sum, x) => sum + b.filter((y) => y < x).length, 0)
  const pairs = a.length * b.length
  return (wins - pairs / 2) / Math.sqrt((pairs * (a.length + b.length + 1)) / 12)
}

const told = ([known, invented]: Times) => `medians: known ${median(known)} ms, invented ${median(invented)} ms`
