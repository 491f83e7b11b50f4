import test, { type ExecutionContext } from 'ava'
import { registerOrganisation } from '../../../src/organisations/register.js'
import { accountIdOf, audited, signedInAs, wordsOf } from '../../own-account/client.js'
import { from, together } from '../../permissions/fixture.js'
import type { Browser } from '../../support/browser.js'
import { startTestApp, type TestApp } from '../../support/app.js'

async function officersIn(t: ExecutionContext) {
  const app = await startTestApp(t)
  return { app, karin: await signedInAs(t, app, 'handlaggare1'), johan: await signedInAs(t, app, 'handlaggare2') }
}

const school = {
  'Skolkod eller kommunkod': '10077',
  Namn: 'Provskolan',
  'Gatuadress eller box': 'Box 12',
  Postnummer: '553 22',
  Ort: 'Jönköping',
}

async function register(browser: Browser, changes: Partial<Record<keyof typeof school, string>> = {}): Promise<number> {
  await browser.open('/handlaggning/organisationer/ny')
  browser.tick('Skola')
  browser.tick('Komvux')
  browser.tick('På webben')
  for (const [label, value] of Object.entries({ ...school, ...changes })) browser.fill(label, value)
  return await browser.press('Registrera')
}

const kept = async ({ owner }: TestApp, code: string) =>
  await owner
    .selectFrom('organisation')
    .where('code', '=', code)
    .select(['id', 'name', 'street', 'postal_code', 'locality', 'reporting_method'])
    .executeTakeFirst()

const pageOf = async (app: TestApp, code: string) => `/handlaggning/organisationer/${(await kept(app, code))?.id ?? ''}`

test('an officer registers a school, and it is there with all that was told', async (t) => {
  const { app, karin } = await officersIn(t)
  t.is(await register(karin), 200)
  t.is(karin.heading(), 'Provskolan')
  t.true(wordsOf(karin).includes('Skolan eller kommunen är registrerad.'))
  t.regex(wordsOf(karin), /Skolform Komvux Rapporterar På webben Adress Box 12, 553 22 Jönköping/)
  t.like(await kept(app, '10077'), { name: 'Provskolan', postal_code: '55322' })
  const [, event] = (await audited(app, 'organisation-registered')).toReversed()
  t.truthy(event)
  t.like((await audited(app, 'organisation-registered')).at(-1), { by: await accountIdOf(app, 'handlaggare1') })
})

for (const [label, value, error] of [
  ['Skolkod eller kommunkod', '123', /fyra till åtta siffror/],
  ['Skolkod eller kommunkod', '１２３', /fyra till åtta siffror/],
  ['Skolkod eller kommunkod', '10001', /har redan koden/],
  ['Namn', '', /Skriv namnet/],
  ['Namn', 'x'.repeat(201), /längre än 200 tecken/],
  ['Gatuadress eller box', '', /Skriv gatuadressen/],
  ['Postnummer', '', /Skriv postnumret/],
  ['Postnummer', '1234', /postnummer har fem siffror/],
  ['Ort', '', /Skriv orten/],
] as const) {
  test(`a school with «${value.slice(0, 20)}» as ${label} is refused in words that say how to mend it`, async (t) => {
    const { app, karin } = await officersIn(t)
    t.is(await register(karin, { [label]: value }), 422)
    t.regex(karin.errors().join(' '), error)
    t.true(karin.title().startsWith('Fel: '))
    t.is(await kept(app, '10077'), undefined)
  })
}

test('a municipality with school forms, and a school without any, are refused', async (t) => {
  const { karin } = await officersIn(t)
  await karin.open('/handlaggning/organisationer/ny')
  karin.tick('Kommun')
  karin.tick('Folkhögskola')
  karin.tick('På webben')
  karin.fill('Skolkod eller kommunkod', '2480')
  karin.fill('Namn', 'Provkommunen')
  t.is(await karin.press('Registrera'), 422)
  t.regex(karin.errors().join(' '), /En kommun har inga skolformer/)
  karin.tick('Skola')
  karin.tick('Folkhögskola', false)
  t.is(await karin.press('Registrera'), 422)
  t.regex(karin.errors().join(' '), /Välj minst en skolform/)
})

test('what was told about a school is changed, and the trail tells what it was before', async (t) => {
  const { app, karin } = await officersIn(t)
  await karin.open(await pageOf(app, '10002'))
  await karin.follow('Ändra uppgifterna')
  karin.fill('Namn', 'Norrsjö nya folkhögskola')
  karin.tick('Gymnasieskola')
  karin.tick('Med filer från ett eget system')
  t.is(await karin.press('Spara'), 200)
  t.regex(wordsOf(karin), /Skolform Folkhögskola, Gymnasieskola Rapporterar Med filer/)
  const [event] = await audited(app, 'organisation-changed')
  t.deepEqual(event?.details, {
    name: 'Norrsjö nya folkhögskola',
    nameBefore: 'Norrsjö folkhögskola',
    schoolForms: 'folkhogskola gymnasieskola',
    schoolFormsBefore: 'folkhogskola',
    reportingMethod: 'file',
    reportingMethodBefore: 'web',
  })
  t.true(wordsOf(karin).includes('ändrade uppgifterna om Norrsjö nya folkhögskola'))
})

test('saving what is there already changes nothing and leaves no trace', async (t) => {
  const { app, karin } = await officersIn(t)
  await karin.open(`${await pageOf(app, '10002')}/andra`)
  t.is(await karin.press('Spara'), 200)
  t.deepEqual(await audited(app, 'organisation-changed'), [])
})

test('of two officers who change the same school the second loses nothing and undoes nothing', async (t) => {
  const { app, karin, johan } = await officersIn(t)
  const page = await pageOf(app, '10002')
  await karin.open(`${page}/andra`)
  await johan.open(`${page}/andra`)
  karin.fill('Namn', 'Karins folkhögskola')
  await karin.press('Spara')
  johan.fill('Ort', 'Söderköping')
  t.is(await johan.press('Spara'), 409)
  t.true(wordsOf(johan).includes('Någon annan har ändrat uppgifterna'))
  t.true(johan.html().includes('Karins folkhögskola'))
  t.like(await kept(app, '10002'), { name: 'Karins folkhögskola', locality: 'Norrsjö' })
  johan.fill('Ort', 'Söderköping')
  t.is(await johan.press('Spara'), 200)
  t.like(await kept(app, '10002'), { name: 'Karins folkhögskola', locality: 'Söderköping' })
})

test('a file that is imported meanwhile counts as somebody else’s change', async (t) => {
  const { app, karin } = await officersIn(t)
  const page = await pageOf(app, '10002')
  await karin.open(`${page}/andra`)
  await app.owner.updateTable('organisation').set({ version: 7 }).where('code', '=', '10002').execute()
  t.is(await karin.press('Spara'), 409)
})

test('the kind stays where permissions or appointments rest on it, and a code that is another’s is refused', async (t) => {
  const { app, karin } = await officersIn(t)
  await karin.open(`${await pageOf(app, '10002')}/andra`)
  karin.tick('Kommun')
  karin.tick('Folkhögskola', false)
  t.is(await karin.press('Spara'), 422)
  t.regex(karin.errors().join(' '), /Slaget går inte att ändra/)
  await karin.open(`${await pageOf(app, '10002')}/andra`)
  karin.fill('Skolkod eller kommunkod', '10001')
  t.is(await karin.press('Spara'), 422)
  t.regex(karin.errors().join(' '), /har redan koden/)
})

test('a code that another school has had is nobody else’s: two schools do not change codes with each other', async (t) => {
  const { app, karin } = await officersIn(t)
  const [own, other] = [await pageOf(app, '10001'), await pageOf(app, '10002')]
  const change = async (page: string, code: string) => {
    await karin.open(`${page}/andra`)
    karin.fill('Skolkod eller kommunkod', code)
    return await karin.press('Spara')
  }
  t.is(await change(own, '19999'), 200)
  t.is(await change(other, '10001'), 422)
  t.regex(karin.errors().join(' '), /har redan koden, eller har haft den/)
  t.is(await change(own, '10001'), 200, 'the one that had it takes it back')
})

test('a code that another school has had is not registered anew', async (t) => {
  const { app, karin } = await officersIn(t)
  await karin.open(`${await pageOf(app, '10001')}/andra`)
  karin.fill('Skolkod eller kommunkod', '19999')
  await karin.press('Spara')
  const organisation = {
    kind: 'school',
    code: '10001',
    name: 'En annan',
    reportingMethod: 'web',
    schoolForms: ['komvux'],
  } as const
  const outcome = await together(app.db, async (trx) => await registerOrganisation(trx, { organisation, from }))
  t.deepEqual(outcome, { kind: 'code-taken' })
})

test('a closed organisation is not changed', async (t) => {
  const { app, karin } = await officersIn(t)
  const page = await pageOf(app, '10002')
  await karin.open(`${page}/andra`)
  await app.owner.updateTable('organisation').set({ closed_at: '2026-02-01' }).where('code', '=', '10002').execute()
  t.is(await karin.press('Spara'), 200)
  t.is(karin.path(), page)
  t.is(await karin.open(`${page}/andra`), 404)
})

for (const [what, told, words] of [
  ['whose code is a known one without its zeros', { Namn: 'En annan', 'Skolkod eller kommunkod': '1234' }, /nollor/],
  [
    'whose name and place are known',
    { 'Skolkod eller kommunkod': '777001', Namn: 'NOLL-folkhögskola', Ort: ' jönköping' },
    /samma namn och ort som/,
  ],
] as const) {
  test(`a single school ${what} is registered after a yes, and not before`, async (t) => {
    const { app, karin } = await officersIn(t)
    t.is(await register(karin, { 'Skolkod eller kommunkod': '01234', Namn: 'Noll folkhögskola' }), 200)
    t.is(await register(karin, told), 422)
    t.regex(wordsOf(karin), words)
    t.regex(wordsOf(karin), /01234 Noll folkhögskola/)
    t.is(await kept(app, told['Skolkod eller kommunkod']), undefined)
    karin.tick('Ja, det är två olika skolor eller kommuner')
    t.is(await karin.press('Registrera'), 200)
    t.truthy(await kept(app, told['Skolkod eller kommunkod']))
  })
}

test('a school that is renamed to a known name and place is saved after a yes, and not before', async (t) => {
  const { app, karin } = await officersIn(t)
  await register(karin, { 'Skolkod eller kommunkod': '01234', Namn: 'Noll folkhögskola' })
  await register(karin)
  await karin.open(`${await pageOf(app, '10077')}/andra`)
  karin.fill('Namn', 'Noll Folkhögskola')
  t.is(await karin.press('Spara'), 422)
  t.regex(wordsOf(karin), /samma namn och ort som ”01234 Noll folkhögskola”/)
  t.like(await kept(app, '10077'), { name: 'Provskolan' })
  karin.tick('Ja, det är två olika skolor eller kommuner')
  t.is(await karin.press('Spara'), 200)
  t.like(await kept(app, '10077'), { name: 'Noll Folkhögskola' })
  await karin.open(`${await pageOf(app, '10077')}/andra`)
  karin.fill('Postnummer', '553 23')
  t.is(await karin.press('Spara'), 200, 'what tells nothing about which one it is asks nothing')
})
