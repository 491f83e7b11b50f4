import test, { type ExecutionContext } from 'ava'
import { load } from 'cheerio'
import { sql } from 'kysely'
import { accountIdOf, audited, signedInAs, signedInByPassword, wordsOf } from '../../own-account/client.js'
import { insertManyPeople } from '../../support/many-people.js'
import { openBrowser, type Browser } from '../../support/browser.js'
import { startTestApp, type TestApp } from '../../support/app.js'

const list = '/behorigheter/personer'

async function atTheList(t: ExecutionContext, { people = 0, as = 'admin10001' } = {}) {
  const app = await startTestApp(t)
  if (people > 0) await insertManyPeople(app.owner, { code: '10001', people })
  const browser = await signedInAs(t, app, as)
  await browser.open(list)
  return { app, browser }
}

const rowsOf = (browser: Browser): readonly string[] => {
  const page = load(browser.html())
  page('tbody *').append(' ')
  return page('tbody tr')
    .toArray()
    .map((row) => page(row).text().replaceAll(/\s+/g, ' ').trim())
}

async function organisationId({ owner }: TestApp, code: string): Promise<string> {
  const { id } = await owner.selectFrom('organisation').select('id').where('code', '=', code).executeTakeFirstOrThrow()
  return id
}

async function protect({ owner }: TestApp, familyName: string): Promise<void> {
  await sql`update person set has_protected_identity = true where family_name = ${familyName}`.execute(owner)
}

test('everybody who holds or has held something at the school is listed, with what and how', async (t) => {
  const { browser } = await atTheList(t)
  t.deepEqual(rowsOf(browser), [
    'Oskar Brandt Studeranderapportering Avslutad Aldrig',
    'Saga Ekholm Studietider och utbildningar Gäller Aldrig Har inte valt lösenord',
    'Amir Haddad Studeranderapportering Gäller Studietider och utbildningar Gäller Aldrig',
  ])
  t.true(wordsOf(browser).includes('Visar alla 3 personer'))
})

test('one finds by the box and the lists, and the address keeps what was asked', async (t) => {
  const { browser } = await atTheList(t)
  browser.fill('Sök person', 'haddad AMIR')
  browser.fill('Behörighet', 'galler')
  t.is(await browser.press('Sök'), 200)
  t.deepEqual(rowsOf(browser).length, 1)
  t.is(browser.path(), `${list}?sok=haddad+AMIR&lage=galler`)
  t.is(load(browser.html())('#sok').attr('value'), 'haddad AMIR')
  t.is(load(browser.html())('#lage option[selected]').attr('value'), 'galler')
  await browser.follow('Rensa sökningen')
  t.is(rowsOf(browser).length, 3)
})

test('whoever signs in is no longer among those who never have', async (t) => {
  const { app, browser } = await atTheList(t)
  await browser.open(`${list}?konto=aldrig-inloggad`)
  t.is(rowsOf(browser).length, 3)
  await signedInByPassword(t, app, 'rapport10001')
  await browser.open(`${list}?konto=aldrig-inloggad`)
  t.deepEqual(
    rowsOf(browser).map((row) => row.split(' ')[0]),
    ['Oskar', 'Saga'],
  )
  await browser.open(`${list}?ordning=-inloggning`)
  t.regex(rowsOf(browser)[0] ?? '', /^Amir .* \d+ \w+ 20\d\d$/)
})

test('who is locked at this moment is shown and found as locked', async (t) => {
  const { app, browser } = await atTheList(t)
  const unlucky = openBrowser(t, app.home)
  await unlucky.open('/konto')
  for (let attempt = 0; attempt < 4; attempt += 1) {
    unlucky.fill('Användarnamn', ' Rapport10001')
    unlucky.fill('Lösenord', 'inte det rätta')
    await unlucky.press('Logga in')
  }
  await browser.open(`${list}?konto=sparrat`)
  t.is(rowsOf(browser).length, 1)
  t.regex(rowsOf(browser)[0] ?? '', /^Amir Haddad .* Spärrat till kl\. \d\d\.\d\d$/)
  await sql`update login_attempts set locked_until = portvakt_now()`.execute(app.owner)
  await browser.open(`${list}?konto=sparrat`)
  t.true(wordsOf(browser).includes('Ingen person stämmer med det du söker'))
})

test('the pages lead on and back, and a person’s address carries the place in the list along (R-75)', async (t) => {
  const { browser } = await atTheList(t, { people: 60 })
  await browser.open(`${list}?sok=person&ordning=-namn`)
  t.true(wordsOf(browser).includes('Visar 1–25 av 60 personer'))
  await browser.follow('Nästa')
  t.is(browser.path(), `${list}?sok=person&ordning=-namn&sida=2`)
  t.true(wordsOf(browser).includes('Visar 26–50 av 60 personer'))
  const person = load(browser.html())('tbody th a').first().attr('href') ?? ''
  t.regex(person, /^\/behorigheter\/personer\/[\da-f-]{36}\?sok=person&ordning=-namn&sida=2$/)
  await browser.follow('Föregående')
  t.is(browser.path(), `${list}?sok=person&ordning=-namn`)
})

test('an administrator sees the people of their own schools only', async (t) => {
  const { app, browser } = await atTheList(t, { as: 'admin10002' })
  t.deepEqual(
    rowsOf(browser).map((row) => row.split(' ').slice(0, 2).join(' ')),
    ['Elin Sjöström'],
  )
  for (const typed of ['haddad', 'rapport10001', 'amir.haddad@vatterbygden.example']) {
    await browser.open(`${list}?sok=${typed}`)
    t.deepEqual(rowsOf(browser), [], typed)
    t.false(browser.html().includes('Amir'))
  }
  const theirs = await organisationId(app, '10001')
  t.is(await browser.open(`${list}?organisation=${theirs}`), 404)
  t.is(await browser.open(`${list}?organisation=00000000-0000-4000-8000-000000000000`), 404)
  t.is(await browser.open(`${list}?organisation=${await organisationId(app, '10003')}`), 200)
  t.deepEqual(rowsOf(browser), [])
})

test('a person with protected identity has neither name, address nor number anywhere on the page (R-77)', async (t) => {
  const { app, browser } = await atTheList(t)
  await protect(app, 'Haddad')
  for (const query of ['', '?sok=rapport10001', '?ordning=-namn', '?lage=galler']) {
    await browser.open(`${list}${query}`)
    t.true(wordsOf(browser).includes('Skyddade personuppgifter'), query)
    for (const secret of ['Amir', 'Haddad', 'amir.haddad', '9835', 'rapport10001"><']) {
      t.false(browser.source().includes(secret), `${query}: ${secret}`)
    }
  }
})

const malformed: Readonly<Record<string, number>> = {
  'sida=0': 200,
  'sida=-1': 200,
  'sida=abc': 200,
  'sida=99999999999': 200,
  'sida=999': 200,
  'sok=%00%FF%ED%A0%80': 200,
  [`sok=${'a'.repeat(201)}`]: 400,
  'sok=a&sok=b': 400,
  'sok[]=a': 200,
  'lage=allt': 400,
  'lage=constructor': 400,
  'konto=%27': 400,
  'ordning=telefon': 400,
  'ordning=--namn': 400,
  'organisation=1': 404,
  'organisation=%27%20or%201=1': 400,
  'tjanst=finns-inte': 400,
  'utm_source=x': 200,
}

test('an address that no page of ours has written is read sensibly or refused', async (t) => {
  const { browser } = await atTheList(t)
  for (const [query, status] of Object.entries(malformed)) t.is(await browser.open(`${list}?${query}`), status, query)
})

test('the list is taken out as a file, with numbers only when they are asked for, and that is written down (R-76)', async (t) => {
  const { app, browser } = await atTheList(t)
  await protect(app, 'Ekholm')
  await browser.open(list)
  await browser.press('Ladda ner som CSV')
  t.is(browser.headers().get('content-type'), 'text/csv; charset=utf-8; header=present')
  t.is(browser.headers().get('content-disposition'), 'attachment; filename="personer.csv"')
  const lines = browser.html().split('\r\n')
  t.is(
    lines[0]?.replace('\u{FEFF}', ''),
    '"Efternamn";"Förnamn";"E-postadress";"Skola eller kommun";"Kod";"Tjänst";"Läge";"Från och med";"Till och med"',
  )
  t.deepEqual(
    lines.slice(1).map((line) => line.split(';').slice(0, 3).join()),
    [
      '"Brandt","Oskar","oskar.brandt@vatterbygden.example"',
      '"Haddad","Amir","amir.haddad@vatterbygden.example"',
      '"Haddad","Amir","amir.haddad@vatterbygden.example"',
      '"Skyddade personuppgifter","",""',
      '',
    ],
  )
  t.false(/\d{8}-\d{4}/.test(browser.html()))
  await browser.open(`${list}?sok=amir`)
  browser.tick('Ta med personnummer')
  await browser.press('Ladda ner som CSV')
  t.true(browser.html().includes('"19820417-9835"'))
  const by = await accountIdOf(app, 'admin10001')
  t.deepEqual(await audited(app, 'list-exported'), [
    { by, about: null, details: { rows: 4, format: 'csv', numbers: false } },
    { by, about: null, details: { rows: 2, format: 'csv', numbers: true } },
  ])
})

test('the number of a protected person is in no file, whatever is ticked', async (t) => {
  const { app, browser } = await atTheList(t)
  await protect(app, 'Haddad')
  browser.tick('Ta med personnummer')
  await browser.press('Ladda ner som CSV')
  for (const secret of ['Amir', 'Haddad', '19820417']) t.false(browser.html().includes(secret), secret)
})

const writings = ['198204179835', '19820417-9835', '820417 9835', '820417', 'haddad 820417+9835']

for (const typed of writings) {
  test(`«${typed}» is searched for in no address`, async (t) => {
    const { browser } = await atTheList(t)
    browser.fill('Sök person', typed)
    t.is(await browser.press('Sök'), 200)
    t.is(browser.path(), list)
    t.is(load(browser.html())('#sok').attr('value'), typed)
    t.notRegex(browser.source(), /(?:href|action)="[^"]*8204/)
    await browser.open(`${list}?sok=${encodeURIComponent(typed)}`)
    t.true(wordsOf(browser).includes('Personnumret i adressen har inte sökts.'))
    t.false(browser.source().includes('0417'))
    t.is(rowsOf(browser).length, 3)
  })
}

test('a number finds its person, and no other school’s', async (t) => {
  const { app, browser } = await atTheList(t)
  browser.fill('Sök person', '820417-9835')
  await browser.press('Sök')
  t.deepEqual(
    rowsOf(browser).map((row) => row.split(' ')[1]),
    ['Haddad'],
  )
  const other = await signedInAs(t, app, 'admin10002')
  await other.open(list)
  other.fill('Sök person', '198204179835')
  await other.press('Sök')
  t.deepEqual(rowsOf(other), [])
})
