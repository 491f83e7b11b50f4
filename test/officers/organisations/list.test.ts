import test, { type ExecutionContext } from 'ava'
import { readSearch, writtenSearch } from '../../../src/officers/organisations/list/search.js'
import { signedInAs, wordsOf } from '../../own-account/client.js'
import type { Browser } from '../../support/browser.js'
import { startTestApp, type TestApp } from '../../support/app.js'

const list = '/handlaggning/organisationer'

async function officerIn(t: ExecutionContext, prepare: (app: TestApp) => Promise<unknown> = async () => undefined) {
  const app = await startTestApp(t)
  await prepare(app)
  return { app, karin: await signedInAs(t, app, 'handlaggare1') }
}

const namesOn = (browser: Browser) =>
  [...browser.html().matchAll(/<th scope="row"><a[^>]*>([^<]*)</g)].map(([, name]) => name)

test('schools and municipalities are listed by name, and what nobody administers says so', async (t) => {
  const { karin } = await officerIn(t)
  t.is(await karin.open('/handlaggning'), 200)
  await karin.follow('Skolor och kommuner')
  t.deepEqual(namesOn(karin), [
    'Norrsjö folkhögskola',
    'Norrsjö kommun',
    'Norrsjö komvux',
    'Vätterbygdens yrkeshögskola',
  ])
  t.regex(wordsOf(karin), /Norrsjö kommun 0999 Kommun Saknas/)
})

test('one is found by any part of its name, however it is accented, and by the beginning of its code', async (t) => {
  const { karin } = await officerIn(t, async ({ owner }) => {
    await owner
      .insertInto('organisation')
      .values({ kind: 'school', code: '10009', name: 'Café & Konditorskolan', reporting_method: 'web' })
      .execute()
  })
  for (const [words, found] of [
    ['yrkes', ['Vätterbygdens yrkeshögskola']],
    ['NORRSJÖ komv', ['Norrsjö komvux']],
    ['cafe', ['Café & Konditorskolan']],
    ['konditorskolan, café', ['Café & Konditorskolan']],
    ['1000', ['Café & Konditorskolan', 'Norrsjö folkhögskola', 'Norrsjö komvux', 'Vätterbygdens yrkeshögskola']],
    ['0999', ['Norrsjö kommun']],
    ['999', []],
    ['%', []],
    ['norrsjo', []],
  ] as const) {
    await karin.open(list)
    karin.fill('Sök på namn eller kod', words)
    t.is(await karin.press('Sök'), 200)
    t.deepEqual(
      namesOn(karin).map((name) => name?.replace('&amp;', '&')),
      [...found],
      words,
    )
  }
})

test('the list is narrowed by kind, school form, whether it is open, and whether an administrator is missing', async (t) => {
  const { karin } = await officerIn(t, async ({ owner }) => {
    await owner.updateTable('organisation').set({ closed_at: '2026-02-01' }).where('code', '=', '10003').execute()
  })
  for (const [query, found] of [
    ['slag=kommun', ['Norrsjö kommun']],
    ['form=folkhogskola', ['Norrsjö folkhögskola']],
    ['visa=stangda', ['Norrsjö komvux']],
    ['visa=alla&sok=norrsjö', ['Norrsjö folkhögskola', 'Norrsjö kommun', 'Norrsjö komvux']],
    ['administrator=saknas', ['Norrsjö kommun']],
    ['administrator=saknas&slag=skola', []],
  ] as const) {
    t.is(await karin.open(`${list}?${query}`), 200)
    t.deepEqual(namesOn(karin), [...found], query)
  }
})

test('an appointment that has ended, has run out or has not begun makes nobody an administrator', async (t) => {
  const { app, karin } = await officerIn(t)
  const appointments = app.owner.updateTable('appointment')
  for (const change of [
    { ended_at: '2026-02-01', valid_from: '2026-01-01', valid_to: null },
    { ended_at: null, valid_from: '2020-01-01', valid_to: '2020-12-31' },
    { ended_at: null, valid_from: '2099-01-01', valid_to: null },
  ]) {
    await appointments.set(change).execute()
    await karin.open(`${list}?administrator=saknas`)
    t.is(namesOn(karin).length, 4)
  }
})

test('a page beyond the end is the last, and the way back from an organisation leads to the place in the list', async (t) => {
  const { karin } = await officerIn(t, async ({ owner }) => {
    const many = Array.from({ length: 60 }, (_, place) => ({
      kind: 'municipality' as const,
      code: String(2000 + place),
      name: `Provkommun ${String(place).padStart(2, '0')}`,
    }))
    await owner.insertInto('organisation').values(many).execute()
  })
  await karin.open(`${list}?sok=prov&sida=9`)
  t.true(wordsOf(karin).includes('51–60 av 60 skolor och kommuner'))
  await karin.follow('Provkommun 55')
  t.is(karin.heading(), 'Provkommun 55')
  await karin.follow('Till listan')
  t.is(karin.path(), `${list}?sok=prov&sida=2`)
})

test('what no page of ours asks for is refused', async (t) => {
  const { karin } = await officerIn(t)
  for (const query of [
    'slag=x',
    'slag=skola&slag=skola',
    'form=magi',
    'visa=x',
    'administrator=x',
    `sok=${'x'.repeat(201)}`,
  ]) {
    t.is(await karin.open(`${list}?${query}`), 400, query)
  }
})

test('every search has one address, and comes back from it', (t) => {
  for (const query of ['', 'sok=a+b', 'slag=kommun&visa=alla', 'form=komvux&administrator=saknas&sida=3']) {
    const search = readSearch(new URLSearchParams(query))
    t.is(search && writtenSearch(search), query)
  }
})
