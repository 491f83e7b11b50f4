import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { choose, enterCode, newPassword, order } from '../kiosk/client.js'
import { openBrowser, type Browser } from '../support/browser.js'
import { travel } from '../support/clock.js'
import { audited, signedInAs, wordsOf } from '../own-account/client.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { signedForm } from './assurance-fixture.js'

const malformedCode = /Koden ska vara fyra till åtta siffror/
const noSuchCode = /Ingen öppen skola eller kommun har den koden\. Skriv den som den står på blanketten/

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
async function register(browser: Browser, changes: Readonly<Record<string, string>> = {}): Promise<number> {
  await browser.open('/handlaggning/forsakringar/ny')
  browser.tick('En skola')
  browser.tick('Är kvar')
  for (const [label, value] of Object.entries({ ...typed, ...changes })) browser.fill(label, value)
  browser.attach('Den undertecknade blanketten som fil', signedForm())
  return await browser.press('Registrera')
}

async function twoOfficers(t: ExecutionContext) {
  const app = await startTestApp(t)
  return {
    app,
    karin: await signedInAs(t, app, 'handlaggare1'),
    johan: await signedInAs(t, app, 'handlaggare2'),
  }
}

test('one officer registers a paper, another approves it, and the administrator can work', async (t) => {
  const { app, karin, johan } = await twoOfficers(t)
  t.is(await register(karin), 200)
  t.is(karin.heading(), 'Oskar Brandt, Vätterbygdens yrkeshögskola')
  t.true(wordsOf(karin).includes('En annan handläggare beslutar'))
  t.false(karin.html().includes('/godkann'))

  await johan.open('/handlaggning')
  await johan.follow('En försäkran väntar på beslut')
  await johan.follow('Oskar Brandt, Vätterbygdens yrkeshögskola')
  t.is(await johan.press('Godkänn'), 200)
  t.true(wordsOf(johan).includes('Uppdraget har börjat.'))
  const password = await choosesAnew(t, app)
  const administrator = openBrowser(t, app.home)
  await administrator.open('/behorigheter')
  administrator.fill('Användarnamn', 'utan10001')
  administrator.fill('Lösenord', password)
  t.is(await administrator.press('Logga in'), 200)
  t.is(administrator.path(), '/behorigheter')
})

/** Who had an account gets in by the paper's mailbox: a day later, since the address was another. */
async function choosesAnew(t: ExecutionContext, app: TestApp): Promise<string> {
  await app.nextMail(typed['E-postadress'], 'Din e-postadress är ändrad')
  await travel(app.owner, '25 hours')
  await app.owner
    .updateTable('former_email')
    .set({ told_at: sql<Date>`portvakt_now()` })
    .where('told_at', 'is', null)
    .execute()
  const browser = openBrowser(t, app.home)
  await order(browser, 'utan10001')
  const { text } = await app.nextMail(typed['E-postadress'], 'Ditt engångslösenord')
  await enterCode(browser, /\b\d{4} \d{4}\b/.exec(text)?.[0] ?? '')
  t.is(await choose(browser, newPassword), 200)
  return newPassword
}

test('whoever registered a paper does not approve it by sending the other’s form', async (t) => {
  const { karin } = await twoOfficers(t)
  await register(karin)
  const path = karin.path().replace(/\?.*/, '')
  for (const [action, fields] of [
    ['godkann', {}],
    ['avvisa', { reason: 'fel' }],
  ] as const) {
    const body = new URLSearchParams({ token: karin.formToken(), ...fields })
    const response = await karin.send(`${path}/${action}`, { method: 'POST', body })
    t.is(response.status, 422, action)
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

for (const [what, label, value, error] of [
  ['a code that nobody has', 'Skolkod eller kommunkod', '99999', noSuchCode],
  ['a code that is too short', 'Skolkod eller kommunkod', '100', malformedCode],
  ['a code in letters', 'Skolkod eller kommunkod', 'tio tusen', malformedCode],
  ['a municipality’s code for a school', 'Skolkod eller kommunkod', '0999', noSuchCode],
  [
    'a signatory who is the appointed person',
    'Undertecknad av (rektor eller förvaltningschef)',
    'Oskar Brandt',
    /kan inte utse sig själv\. Be om en blankett som någon annan har undertecknat/,
  ],
  [
    'a signatory who is the appointed person, written otherwise',
    'Undertecknad av (rektor eller förvaltningschef)',
    ' oskar   BRANDT ',
    /kan inte utse sig själv/,
  ],
  ['a date in the future', 'Undertecknad den', '2099-01-01', /efter i dag\. Kontrollera datumet/],
  ['a date before 1990', 'Undertecknad den', '1989-12-31', /före 1990\. Kontrollera datumet/],
  ['a date that is none', 'Undertecknad den', '2026-02-30', /Skriv ett datum som finns/],
  ['a number that is none', 'Personnummer eller samordningsnummer', '910730-9850', /kontrollsiffran stämmer inte/],
  [
    'the officer’s own number',
    'Personnummer eller samordningsnummer',
    '680314-9845',
    /utser dig själv\. Be en kollega registrera den/,
  ],
  ['half an e-mail address', 'E-postadress', 'stina@', /E-postadressen går inte att använda/],
  ['an address without postal code', 'Postnummer', '', /Skriv postnumret/],
  ['an address with four digits as postal code', 'Postnummer', '5531', /postnummer har fem siffror/],
  ['an address without street', 'Gatuadress', ' ', /Skriv gatuadressen/],
  [
    'a last day that has passed',
    'Sista dag (lämna tomt om uppdraget gäller tills vidare)',
    '2026-01-31',
    /har redan passerat\. Skriv en senare dag, eller lämna fältet tomt/,
  ],
] as const) {
  test(`a paper with ${what} is refused in words that say how to mend it`, async (t) => {
    const { app, karin } = await twoOfficers(t)
    t.is(await register(karin, { [label]: value }), 422)
    t.regex(karin.errors().join(' '), error)
    t.true(karin.html().includes('stina.prov') || label === 'E-postadress', 'what was typed is still there')
    t.is((await app.owner.selectFrom('assurance').select('id').execute()).length, 0)
  })
}

test('a signatory whose name is the appointed person’s but for signs is asked about, and registered after a yes', async (t) => {
  const { app, karin } = await twoOfficers(t)
  const names = {
    'Personnummer eller samordningsnummer': '900101-9802',
    Förnamn: 'Sean',
    Efternamn: 'O’Brien',
    'Undertecknad av (rektor eller förvaltningschef)': "SÉAN O'BRIEN",
  }
  t.is(await register(karin, names), 422)
  t.regex(
    karin.errors().join(' '),
    /kan inte utse sig själv.*två personer vars namn liknar varandra, kryssa i det nedan/,
  )
  t.deepEqual(await app.owner.selectFrom('assurance').select('id').execute(), [])
  karin.tick('Den som undertecknar är en annan person än den som utses')
  karin.attach('Den undertecknade blanketten som fil', signedForm())
  t.is(await karin.press('Registrera'), 200)
  const { rows } = await sql`
    select details->>'isAnotherSignatory' as said from audit_event where kind = 'assurance-registered'`.execute(
    app.owner,
  )
  t.deepEqual(rows, [{ said: 'true' }])
})

test('the officer who approves reads that the signatory has the name of the appointed, and that the registrar answered for it', async (t) => {
  const { app, karin } = await twoOfficers(t)
  const names = { 'Undertecknad av (rektor eller förvaltningschef)': 'OSKAR Brandt' }
  t.is(await register(karin, names), 422)
  karin.tick('Den som undertecknar är en annan person än den som utses')
  karin.attach('Den undertecknade blanketten som fil', signedForm())
  t.is(await karin.press('Registrera'), 200)
  const johan = await signedInAs(t, app, 'handlaggare2')
  await johan.open(karin.path())
  t.true(
    wordsOf(johan).includes(
      'Den som undertecknar och den som utses har samma namn. Karin Sundqvist har svarat att det är två personer.',
    ),
  )
  await app.owner
    .updateTable('person')
    .set({ has_protected_identity: true })
    .where('family_name', '=', 'Brandt')
    .execute()
  await johan.open(karin.path())
  t.notRegex(johan.html(), /OSKAR/, 'the signatory’s name would tell a protected one')
  t.is(await johan.press('Godkänn'), 200)
  t.true(wordsOf(johan).includes('Karin Sundqvist har svarat att det är två personer.'), 'afterwards too')
  t.like(await audited(app, 'assurance-approved'), [{ details: { isAnotherSignatory: true } }])
})

test('an officer who has the signatory’s name registers only by answering that they are two persons, and the approving officer reads it', async (t) => {
  const { app, karin } = await twoOfficers(t)
  const names = { 'Undertecknad av (rektor eller förvaltningschef)': 'Karin SUNDQVIST' }
  t.is(await register(karin, names), 422)
  t.regex(karin.errors().join(' '), /heter som du\. Har du själv undertecknat, be en kollega/)
  t.deepEqual(await app.owner.selectFrom('assurance').select('id').execute(), [])
  karin.tick('Den som undertecknar är en annan person än jag')
  t.is(await karin.press('Registrera'), 200)
  t.like(await audited(app, 'assurance-registered'), [{ details: { isNotRegistrar: true } }])
  const johan = await signedInAs(t, app, 'handlaggare2')
  await johan.open(karin.path())
  t.true(wordsOf(johan).includes('samma namn som Karin Sundqvist, som registrerade försäkran och har svarat'))
})

test('a paper for a school that has closed is refused in words that say how to mend it', async (t) => {
  const { app, karin } = await twoOfficers(t)
  await app.owner.updateTable('organisation').set({ closed_at: '2026-02-01' }).where('code', '=', '10001').execute()
  t.is(await register(karin), 422)
  t.regex(karin.errors().join(' '), noSuchCode)
})

test('an empty form is told what is missing, once in each field', async (t) => {
  const { karin } = await twoOfficers(t)
  await karin.open('/handlaggning/forsakringar/ny')
  t.is(await karin.press('Registrera'), 422)
  t.true(karin.html().includes('Skriv vem som har undertecknat.'))
  t.false(karin.html().includes('kan inte utse sig själv'))
})

test('two papers for the same appointment are refused, in words that say how to mend it', async (t) => {
  const { app, karin } = await twoOfficers(t)
  t.is(await register(karin), 200)
  t.is(await register(karin), 422)
  t.regex(
    karin.errors().join(' '),
    /väntar redan på beslut\. Sök fram den bland försäkringarna\. Är det den som är fel, ta tillbaka den först/,
  )
  t.is((await app.owner.selectFrom('assurance').select('id').execute()).length, 1)
})

test('a paper appoints a person with one name, and a signatory of that name is likely the same', async (t) => {
  const { karin, johan } = await twoOfficers(t)
  const one = { Förnamn: 'Suharto', Efternamn: '', 'Personnummer eller samordningsnummer': '900101-9802' }
  t.is(await register(karin, one), 422)
  karin.tick('Personen har bara ett namn: det andra fältet lämnas tomt')
  karin.fill('Undertecknad av (rektor eller förvaltningschef)', 'suharto')
  karin.attach('Den undertecknade blanketten som fil', signedForm())
  t.is(await karin.press('Registrera'), 422)
  t.regex(karin.errors().join(' '), /kan inte utse sig själv/)
  karin.fill('Undertecknad av (rektor eller förvaltningschef)', 'Berit Ask')
  karin.attach('Den undertecknade blanketten som fil', signedForm())
  t.is(await karin.press('Registrera'), 200)
  t.is(karin.heading(), 'Suharto, Vätterbygdens yrkeshögskola')
  await johan.open('/handlaggning')
  await johan.follow('En försäkran väntar på beslut')
  await johan.follow('Suharto, Vätterbygdens yrkeshögskola')
  t.is(await johan.press('Godkänn'), 200)
})
