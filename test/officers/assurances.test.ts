import test, { type ExecutionContext } from 'ava'
import type { Browser } from '../support/browser.js'
import { signedInAs, wordsOf } from '../own-account/visitor.js'
import { openTestHouse } from '../support/house.js'
import { signedForm } from './paper.js'

const typed = {
  'Skolkod eller kommunkod': '10001',
  'Undertecknad av (rektor eller förvaltningschef)': 'Berit Ask',
  'Undertecknad den': '2026-01-10',
  'Personnummer eller samordningsnummer': '910730-9859',
  Förnamn: 'Oskar',
  Efternamn: 'Brandt',
  'E-postadress': 'stina.prov@vatterbygden.example',
  Gatuadress: 'Storgatan 1',
  Postnummer: '553 18',
  Ort: 'Jönköping',
}

/** Types the paper as it came, but for what is given, and sends it. */
async function register(browser: Browser, changes: Partial<Record<keyof typeof typed, string>> = {}): Promise<number> {
  await browser.open('/handlaggning/forsakringar/ny')
  browser.tick('En skola')
  browser.tick('Är kvar')
  for (const [label, value] of Object.entries({ ...typed, ...changes })) browser.fill(label, value)
  browser.attach('Den undertecknade blanketten som fil', signedForm())
  return await browser.press('Registrera')
}

async function twoOfficers(t: ExecutionContext) {
  const house = await openTestHouse(t)
  return {
    house,
    karin: await signedInAs(t, house, 'handlaggare1'),
    johan: await signedInAs(t, house, 'handlaggare2'),
  }
}

test('one officer registers a paper, another approves it, and the administrator can work', async (t) => {
  const { house, karin, johan } = await twoOfficers(t)
  t.is(await register(karin), 200)
  t.is(karin.heading(), 'Oskar Brandt, Vätterbygdens yrkeshögskola')
  t.true(wordsOf(karin).includes('En annan handläggare beslutar'))
  t.false(karin.html().includes('/godkann'))

  await johan.open('/handlaggning')
  await johan.follow('En försäkran väntar på beslut')
  await johan.follow('Oskar Brandt, Vätterbygdens yrkeshögskola')
  t.is(await johan.press('Godkänn'), 200)
  t.true(wordsOf(johan).includes('Uppdraget har börjat.'))
  const administrator = await signedInAs(t, house, 'utan10001')
  t.is(await administrator.open('/behorigheter'), 200)
})

test('whoever registered a paper does not approve it by sending the other’s form', async (t) => {
  const { karin } = await twoOfficers(t)
  await register(karin)
  const path = karin.path().replace(/\?.*/, '')
  for (const [deed, fields] of [
    ['godkann', {}],
    ['avvisa', { reason: 'fel' }],
  ] as const) {
    const body = new URLSearchParams({ token: karin.formToken(), ...fields })
    const response = await karin.send(`${path}/${deed}`, { method: 'POST', body })
    t.is(response.status, 422, deed)
    t.regex(await response.text(), /En annan handläggare än den som registrerade/)
  }
})

test('a rejection says why, and the paper tells it', async (t) => {
  const { karin, johan } = await twoOfficers(t)
  await register(karin)
  await johan.open(karin.path().replace(/\?.*/, ''))
  t.is(await johan.press('Avvisa'), 422)
  t.deepEqual(johan.errors(), ['Skriv varför, så att skolan kan rätta det.'])
  johan.fill('Varför avvisas den?', 'Underskriften saknar datum.')
  t.is(await johan.press('Avvisa'), 200)
  t.true(wordsOf(johan).includes('Underskriften saknar datum.'))
})

test('of two officers the second sees what became of it', async (t) => {
  const { karin, johan } = await twoOfficers(t)
  await register(karin)
  await johan.open(karin.path().replace(/\?.*/, ''))
  await karin.press('Ta tillbaka registreringen')
  t.is(await johan.press('Godkänn'), 409)
  t.true(wordsOf(johan).includes('Någon annan har just beslutat'))
  t.true(wordsOf(johan).includes('Återtagen'))
})

for (const [label, value, error] of [
  ['Skolkod eller kommunkod', '99999', /Ingen öppen skola eller kommun har den koden/],
  ['Undertecknad av (rektor eller förvaltningschef)', 'Oskar Brandt', /kan inte utse sig själv/],
  ['Undertecknad den', '2099-01-01', /efter i dag/],
  ['Undertecknad den', '1989-12-31', /före 1990/],
  ['Undertecknad den', '2026-02-30', /Skriv en dag/],
  ['Personnummer eller samordningsnummer', '910730-9850', /inget personnummer/],
  ['Personnummer eller samordningsnummer', '680314-9845', /som utser dig själv/],
  ['E-postadress', 'stina@', /Skriv en e-postadress/],
  ['Postnummer', '', /Skriv postnumret med fem siffror/],
] as const) {
  test(`a paper with «${value}» as ${label} is refused in words that say how to mend it`, async (t) => {
    const { house, karin } = await twoOfficers(t)
    t.is(await register(karin, { [label]: value }), 422)
    t.regex(karin.errors().join(' '), error)
    t.true(karin.html().includes('Storgatan 1'), 'what was typed is still there')
    t.is((await house.owner.selectFrom('assurance').select('id').execute()).length, 0)
  })
}
