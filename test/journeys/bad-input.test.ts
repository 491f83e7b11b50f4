import test from 'ava'
import { load } from 'cheerio'
import { matrix } from '../access/matrix.js'
import { askingFor, usernames, type Asking } from '../access/objects.js'
import { signedInAs } from '../own-account/client.js'
import { whereItEnds } from '../support/browser.js'
import { changes, dump, forgetPresence } from '../support/dump.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { forms, type Standing } from './forms.js'
import { isBadInput, strangeFields } from './strange-fields.js'

for (const [form, stand] of Object.entries(forms)) {
  test(`${form}: what is not a form of ours is answered with 400, and nothing is changed (R-26)`, async (t) => {
    const app = await startTestApp(t)
    const { browser, path, fields } = await stand(t, app)
    const before = await tables(app)
    for (const [how, { type = 'application/x-www-form-urlencoded', body }] of notOurs(fields, open.has(form))) {
      const headers = type === '' ? {} : { 'content-type': type }
      const response = await browser.send(path, { method: 'POST', headers, body: Buffer.from(body) })
      const html = await response.text()
      t.is(response.status, 400, `${how}: ${html.slice(0, 200)}`)
      t.is(load(html)('h1').text(), 'Det som skickades går inte att använda', how)
      t.truthy(response.headers.get('content-security-policy'), how)
    }
    t.deepEqual(changes(before, await tables(app)), [])
  })

  test(`${form}: whatever stands in a field is answered in words, and never by an accident`, async (t) => {
    const app = await startTestApp(t)
    const { browser, path, fields } = await stand(t, app)
    const before = await tables(app, [...mayCount, ...(form === 'the kiosk’s second form' ? mayOrder : [])])
    for (const [name, how, body] of strangeFields(fields)) {
      const response = await browser.send(path, { method: 'POST', headers: formType, body })
      const answer = await response.text()
      const isNotTheirs = namesAnObject.has(form) && response.status === 404
      const isExpected =
        isNotTheirs || [200, 303, 403, 409, 422].includes(response.status) || isBadInput(response, answer)
      t.true(isExpected, `${name} ${how}: ${response.status}`)
      if (response.status === 303)
        t.regex(response.headers.get('location') ?? '', /^(\/(?!\/)|http:\/\/localhost:4001\/)/)
      if (response.status === 422) t.regex(answer, /<title>Fel: /, `${name} ${how}`)
      if (answer !== '') t.truthy(response.headers.get('content-security-policy'))
      if (isTyped(name) && isNobodysMeaning(how)) t.is(await counted(app), 0, `${name} ${how} was counted`)
      await forget(app)
    }
    const after = await tables(app, [...mayCount, ...(form === 'the kiosk’s second form' ? mayOrder : [])])
    if (form !== 'giving up signing in') t.deepEqual(changes(before, after), [])
    t.deepEqual(
      app.logged.filter((line) => /nobody expected|could not be finished/.test(line)),
      [],
    )
  })
}

/** Those of the agency's tool that have a standing of their own above. */
const stoodAt = new Set([
  'POST /handlaggning/forsakringar/ny',
  'POST /handlaggning/forsakringar/:id/godkann',
  'POST /handlaggning/forsakringar/:id/avvisa',
  'POST /handlaggning/forsakringar/:id/aterta',
  'POST /handlaggning/brev/postade',
])

/** What is asked for by its address, with an object that is there, by somebody who may. */
function isByAddress(route: string): boolean {
  if (route === 'POST /behorigheter/personer/:id/brev' || route === 'POST /login/:uid/godkann') return true
  return route.startsWith('POST /handlaggning/') && !stoodAt.has(route)
}

function partOf(route: string): string {
  return route.split('/').slice(1, 3).join('/')
}

const roleAt = (part: string) => (part.startsWith('behorigheter') ? 'administrator' : 'officer')

const byAddress = Object.keys(matrix).filter(isByAddress)

for (const part of new Set(byAddress.map(partOf))) {
  test(`${part}: what is not a form of ours is refused at every address, and nothing is changed`, async (t) => {
    const app = await startTestApp(t)
    const browser = await signedInAs(t, app, usernames[roleAt(part)])
    const asked: (readonly [string, Asking])[] = []
    for (const route of byAddress.filter((one) => partOf(one) === part))
      asked.push([route, await askingFor(app, route, roleAt(part))])
    const token = browser.formToken()
    const before = await tables(app)
    for (const [route, { path, fields }] of asked) {
      for (const [how, { type = 'application/x-www-form-urlencoded', body }] of notOurs({ token, ...fields }, false)) {
        const headers = type === '' ? {} : { 'content-type': type }
        const sent = await browser.send(path, { method: 'POST', headers, body: Buffer.from(body) })
        const response = await whereItEnds(browser, sent)
        t.true([400, 403, 404].includes(response.status), `${route}, ${how}: ${response.status}`)
        await response.body?.cancel()
      }
    }
    t.deepEqual(changes(before, await tables(app)), [])
    t.deepEqual(
      app.logged.filter((line) => /nobody expected|could not be finished/.test(line)),
      [],
    )
  })
}

test('no form of the app is left out of these tests', (t) => {
  const posts = Object.keys(matrix).filter((route) => route.startsWith('POST '))
  t.is(posts.length, Object.keys(forms).length + byAddress.length)
})

/** What the form names may be another's, or nobody's: the two look the same. */
const namesAnObject = new Set(['ending one sign-in', 'where a user is added', 'taking a request back'])

const formType = { 'content-type': 'application/x-www-form-urlencoded' }

/** Sign-in, kiosk and language switch pass over a few fields that a browser's extension may have added. */
const open = new Set([
  'signing in',
  'giving up signing in',
  'the language switch',
  'the kiosk’s first form',
  'the kiosk’s second form',
  'typing the mailed code',
  'choosing a password',
  'advice on a password',
])

/** Another body or another set of fields than any page of ours would send. */
const notOurs = function* (
  fields: Standing['fields'],
  isOpen: boolean,
): Generator<[string, { type?: string; body: string }]> {
  const form = new URLSearchParams(fields).toString()
  yield ['JSON', { type: 'application/json', body: JSON.stringify(fields) }]
  yield [
    'JSON with an operator',
    { type: 'application/json', body: '{"username":{"$ne":null},"password":{"$ne":null}}' },
  ]
  yield ['text/plain', { type: 'text/plain', body: form.replaceAll('&', '\r\n') }]
  yield ['of a type that is none', { type: 'x', body: form }]
  yield ['multipart', { type: 'multipart/form-data; boundary=x', body: multipart(fields) }]
  yield ['a megabyte', { body: `${form}&x=${'x'.repeat(1_048_576)}` }]
  yield ['ten thousand fields', { body: `${form}&${'a=1&'.repeat(10_000)}` }]
  yield ['a megabyte of nothing', { body: '&'.repeat(1_048_576) }]
  const unknowns = ['role', '__proto__', 'constructor', 'toString', '__proto__[isAdmin]', 'lockedUntil', '']
  yield ['with more unknown fields than any extension adds', { body: `${form}&${'extension=1&'.repeat(21)}` }]
  for (const unknown of isOpen ? [] : unknowns) {
    yield [`with the field «${unknown}»`, { body: `${form}&${encodeURIComponent(unknown)}=1` }]
  }
  for (const name of Object.keys(fields)) {
    yield [`${name} doubled`, { body: `${form}&${name}=en+annan` }]
    yield [`${name} doubled, alike`, { body: `${form}&${name}=${encodeURIComponent(fields[name] ?? '')}` }]
    yield [`${name} array-shaped`, { body: `${form}&${name}%5B%5D=en+annan` }]
    yield [`${name} array-shaped only`, { body: form.replace(`${name}=`, `${name}%5B%5D=`) }]
    yield [`${name} object-shaped`, { body: form.replace(`${name}=`, `${name}[$ne]=`) }]
    if (!isOpen) yield [`${name} in capitals`, { body: form.replace(`${name}=`, `${name.toUpperCase()}=`) }]
    yield [`${name} a megabyte long`, { body: form.replace(`${name}=`, `${name}=${'x'.repeat(1_048_576)}`) }]
  }
}

const multipart = (fields: Standing['fields']): string => {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return `${parts.join('')}--x--\r\n`
}

/** What nobody can have meant costs no attempt. */
const isTyped = (name: string) => name === 'username' || name === 'password'
const isNobodysMeaning = (how: string) =>
  /^(?:missing|empty|with a zero byte|with a line break|with an escape|with a C1|a tab|sixty)/.test(how)

/** A wrong name or password is counted, and an order is one, also of a name that is written strangely. */
const mayCount = ['public.login_attempts', 'public.source_attempts']
const mayOrder = ['public.one_time_password', 'public.kiosk_visit', 'public.event_day']

const counted = async ({ owner }: TestApp): Promise<number> => {
  const rows = await owner.selectFrom('login_attempts').select('failures').execute()
  return rows.reduce((sum, { failures }) => sum + failures, 0)
}

const forget = async ({ owner }: TestApp): Promise<void> => {
  await owner.deleteFrom('login_attempts').execute()
}

/** All that a request could change, but for the audit and the queue's own housekeeping. */
const tables = async ({ owner }: TestApp, except: readonly string[] = []) => {
  await forgetPresence(owner)
  return await dump(owner, ['public.audit_', 'pgboss.', ...except])
}
