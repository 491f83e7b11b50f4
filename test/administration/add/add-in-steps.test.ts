import test from 'ava'
import { sql } from 'kysely'
import { accountIdOf, audited, wordsOf } from '../../own-account/client.js'
import { startTestApp, type TestApp } from '../../support/app.js'
import { atNumber, atSummary, chooseService, newcomer, typeDetails, typeNumber } from './client.js'

const grantsOf = async ({ owner }: TestApp, number: string) =>
  await owner
    .selectFrom('grant')
    .innerJoin('account', 'account.id', 'grant.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .innerJoin('organisation', 'organisation.id', 'grant.organisation_id')
    .where('person.personal_identity_number', '=', number)
    .where('grant.ended_at', 'is', null)
    .select(['organisation.code as school', 'service'])
    .orderBy('organisation.code')
    .orderBy('service')
    .execute()

const peopleWith = async ({ owner }: TestApp, number: string) =>
  await owner
    .selectFrom('person')
    .innerJoin('account', 'account.person_id', 'person.id')
    .select(['given_name', 'family_name', 'email', 'street', 'postal_code', 'locality', 'account.id'])
    .where('personal_identity_number', '=', number)
    .execute()

const number = '199001019802'

test('a new person is added in four steps, and nothing is saved before the last', async (t) => {
  const app = await startTestApp(t)
  const browser = await atSummary(t, app)
  t.is(browser.heading(), 'Stämmer allt?')
  t.regex(wordsOf(browser), /Steg 4 av 4/)
  t.regex(wordsOf(browser), /19900101-9802/)
  t.regex(wordsOf(browser), /Namn Ylva Åström E-postadress ylva\.astrom@vatterbygden\.example/)
  t.regex(wordsOf(browser), /Hamngatan 3 553 22 Jönköping/)
  t.deepEqual(await peopleWith(app, number), [])
  t.is(await browser.press('Spara'), 200)
  t.is(browser.heading(), 'Användaren är tillagd')
  t.regex(wordsOf(browser), /Ylva Åström har fått ett konto och behörighet/)
  t.regex(wordsOf(browser), /3 dagar efter att brevet är postat skickar vi ett mejl/)
  const [person, ...others] = await peopleWith(app, number)
  t.deepEqual(others, [])
  t.like(person, { given_name: 'Ylva', family_name: 'Åström', postal_code: '55322', locality: 'Jönköping' })
  t.deepEqual(await grantsOf(app, number), [{ school: '10001', service: 'studietider' }])
  const mail = await app.nextMail('marie.lindblad@vatterbygden.example')
  t.regex(mail.text, /Ylva Åström/)
})

test('what was typed is forgotten when it is saved', async (t) => {
  const app = await startTestApp(t)
  const browser = await atSummary(t, app)
  await browser.press('Spara')
  const drafts = await app.owner
    .selectFrom('new_user_draft')
    .select(['personal_identity_number', 'person', 'saved_at'])
    .execute()
  t.is(drafts.length, 1)
  t.like(drafts[0], { personal_identity_number: null, person: null })
  t.truthy(drafts[0]?.saved_at)
})

test('Spara pressed twice adds once, and both see that it is done', async (t) => {
  const app = await startTestApp(t)
  const browser = await atSummary(t, app)
  const save = browser.path().replace('granska', 'spara')
  const body = new URLSearchParams({ token: browser.formToken() })
  const answers = await Promise.all([1, 2, 3].map(async () => await browser.send(save, { method: 'POST', body })))
  t.deepEqual(
    answers.map(({ status, headers }) => [status, headers.get('location')]),
    answers.map(() => [303, save.replace('spara', 'klart')]),
  )
  t.is((await peopleWith(app, number)).length, 1)
  t.is((await grantsOf(app, number)).length, 1)
  const { rows } = await sql`select from username_letter`.execute(app.owner)
  t.is(rows.length, 1)
  await browser.open(save.replace('spara', 'granska'))
  t.is(browser.heading(), 'Användaren är tillagd', 'the back button leads to what was done')
})

const wrongNumbers = {
  '': 'Skriv personnumret eller samordningsnumret.',
  '9001': 'Skriv numret med tio eller tolv siffror, till exempel 19900101-2385.',
  '900101-9803': 'Någon siffra är fel: kontrollsiffran stämmer inte. Jämför med numret du har fått, siffra för siffra.',
  '19900231-9802': 'Datumet i numret finns inte. Kontrollera de första siffrorna.',
  '20990101-9802': 'Datumet i numret har inte varit än. Kontrollera årtalet.',
  '556036-0793': 'Det här ser ut som ett organisationsnummer. Skriv numret för den person som menas.',
  '19750602-9805':
    'Det här är ditt eget nummer. Ingen kan ge sig själv behörighet. Be en annan behörighetsadministratör.',
} as const

for (const [typed, why] of Object.entries(wrongNumbers)) {
  test(`the number «${typed}» is refused in words, and stays in its field`, async (t) => {
    const app = await startTestApp(t)
    const browser = await atNumber(t, app)
    t.is(await typeNumber(browser, typed), 422)
    t.deepEqual(browser.errors(), [why])
    t.regex(browser.title(), /^Fel: /)
    if (typed !== '') t.true(browser.html().includes(`value="${typed}"`))
    t.is((await sql`select from new_user_draft`.execute(app.owner)).rows.length, 0)
  })
}

for (const typed of ['9001019802', '19900101-9802', '199001019802', ' 19 90 01 01 - 9802 ', '900101–9802']) {
  test(`a number written as «${typed}» is read`, async (t) => {
    const app = await startTestApp(t)
    const browser = await atNumber(t, app)
    t.is(await typeNumber(browser, typed), 200)
    t.is(browser.heading(), 'Vem är personen?')
    t.regex(wordsOf(browser), /Personnummer 19900101-9802 Född 1 januari 1990/)
  })
}

test('a plus tells that a hundred years have passed, and sixty days more a samordningsnummer', async (t) => {
  const app = await startTestApp(t)
  const browser = await atNumber(t, app)
  await typeNumber(browser, '200101+9815')
  t.regex(wordsOf(browser), /Personnummer 19200101-9815 Född 1 januari 1920/)
  await browser.follow('Ändra numret')
  await typeNumber(browser, '721165-9821')
  t.regex(wordsOf(browser), /Samordningsnummer 19721165-9821 Född 5 november 1972/)
})

test('what is wrong with the details is told at each field, and what was typed stays', async (t) => {
  const app = await startTestApp(t)
  const browser = await atNumber(t, app)
  await typeNumber(browser, newcomer.number)
  const status = await typeDetails(browser, {
    Förnamn: '',
    Efternamn: '1234',
    'E-postadress': 'ylva@skola.example, chef@skola.example',
    'E-postadress en gång till': 'ylva@skola.example',
    Postnummer: '5532',
    'Gatuadress eller box': 'x'.repeat(100),
  })
  t.is(status, 422)
  t.deepEqual(browser.errors(), [
    'Skriv förnamnet. Har personen bara ett namn kryssar du i rutan för det.',
    'Det här innehåller ingen bokstav. Kontrollera att det står på rätt plats.',
    'E-postadressen går inte att använda. Skriv den som namn@exempel.se, en enda adress.',
    'Adresserna är inte likadana. Jämför dem med varandra och rätta den som är fel.',
    'Texten är längre än 80 tecken. Förkorta den.',
    'Ett svenskt postnummer har fem siffror och börjar inte med noll, till exempel 553 22.',
  ])
  t.true(browser.html().includes('value="Jönköping"'))
  t.is(await typeDetails(browser), 200)
})

test('a postal code that the register knows at another place is asked about, and may be confirmed', async (t) => {
  const app = await startTestApp(t)
  const browser = await atNumber(t, app)
  await typeNumber(browser, newcomer.number)
  t.is(await typeDetails(browser, { Ort: 'Norrköping' }), 422)
  t.regex(browser.errors().join(), /hör till Jönköping i vårt register/)
  browser.tick('Ja, postnumret och orten hör ihop')
  t.is(await browser.press('Fortsätt'), 200)
  t.is(browser.heading(), 'Vilka behörigheter ska personen ha?')
})

test('days that are over, in the wrong order or none at all are refused at their own field', async (t) => {
  const app = await startTestApp(t)
  const browser = await atNumber(t, app)
  await typeNumber(browser, newcomer.number)
  await typeDetails(browser)
  t.is(await browser.press('Fortsätt'), 422)
  t.deepEqual(browser.errors(), ['Kryssa i minst en tjänst.'])
  t.regex(browser.html(), /href="#services".*<fieldset[^>]* id="services"/s, 'and the summary leads to the question')
  const cases = [
    ['2020-01-01', '', 'Dagen har redan varit. Välj i dag eller en senare dag.'],
    ['2999-01-01', '', 'Dagen ligger mer än tjugo år fram. Kontrollera årtalet.'],
    ['i morgon', '', 'Skriv ett datum som finns, till exempel 2026-12-01.'],
    ['', '', 'Skriv från och med vilken dag.'],
    ['2030-02-30', '', 'Skriv ett datum som finns, till exempel 2026-12-01.'],
    ['2030-02-02', '2030-02-01', 'Sista dagen ligger före den första.'],
  ]
  for (const [from, to, why] of cases) {
    const body = new URLSearchParams({
      token: browser.formToken(),
      'service-studietider': 'ja',
      'from-studietider': from ?? '',
      'to-studietider': to ?? '',
    })
    const answer = await browser.send(browser.path(), { method: 'POST', body })
    t.is(answer.status, 422, why)
    t.true((await answer.text()).includes(why ?? ''), why)
  }
})

test('everything can be changed from the summary, and the way leads back there', async (t) => {
  const app = await startTestApp(t)
  const browser = await atSummary(t, app)
  await browser.follow('Ändra personens uppgifter')
  t.is(await typeDetails(browser, { Förnamn: 'Yrsa' }), 200)
  t.is(browser.heading(), 'Stämmer allt?')
  t.regex(wordsOf(browser), /Namn Yrsa Åström/)
  await browser.follow('Ändra behörigheter')
  await chooseService(browser, 'Studeranderapportering')
  t.regex(wordsOf(browser), /Studeranderapportering Från .* Studietider och utbildningar Från /)
  await browser.follow('Ändra numret')
  await typeNumber(browser, '19820417-9835')
  t.is(browser.heading(), 'Stämmer allt?')
  t.false(wordsOf(browser).includes('Yrsa'), 'a known person is not who was typed')
})

test('giving up throws away what was typed', async (t) => {
  const app = await startTestApp(t)
  const browser = await atSummary(t, app)
  const at = browser.path()
  await browser.press('Avbryt och kasta det jag har skrivit')
  t.is(browser.path(), '/behorigheter')
  t.is(await browser.open(at), 404)
  t.is((await sql`select from new_user_draft`.execute(app.owner)).rows.length, 0)
})

test('asking whose a number is leaves a trace', async (t) => {
  const app = await startTestApp(t)
  const browser = await atNumber(t, app, 'admin10001')
  await typeNumber(browser, '19880119-9863')
  await browser.open('/behorigheter/lagg-till')
  await typeNumber(browser, newcomer.number)
  const by = await accountIdOf(app, 'admin10001')
  t.deepEqual(await audited(app, 'number-checked'), [
    { by, about: await accountIdOf(app, 'rapport10002'), details: {} },
    { by, about: null, details: {} },
  ])
})

test('an account that has ended is given nothing', async (t) => {
  const app = await startTestApp(t)
  await sql`update account set ended_at = now(), end_reason = 'left' where username = 'utan10001'`.execute(app.owner)
  const browser = await atNumber(t, app)
  t.is(await typeNumber(browser, '199107309859'), 422)
  t.regex(browser.errors().join(), /^Personens konto är avslutat/)
})

test('a person with one name is added when it is ticked, and shown and greeted by it', async (t) => {
  const app = await startTestApp(t)
  const browser = await atNumber(t, app)
  await typeNumber(browser, newcomer.number)
  t.is(await typeDetails(browser, { Förnamn: '', Efternamn: 'Suharto' }), 422)
  t.deepEqual(browser.errors(), ['Skriv förnamnet. Har personen bara ett namn kryssar du i rutan för det.'])
  browser.tick(oneName)
  browser.fill('Förnamn', 'Haji')
  t.is(await browser.press('Fortsätt'), 422)
  t.deepEqual(browser.errors(), [
    'Det är ikryssat att personen bara har ett namn, men två är skrivna. Ta bort krysset eller ett av namnen.',
  ])
  browser.fill('Förnamn', '')
  browser.fill('Efternamn', '')
  t.is(await browser.press('Fortsätt'), 422)
  t.deepEqual(browser.errors(), ['Skriv det namn som personen har, som förnamn eller som efternamn.'])
  browser.fill('Efternamn', 'Suharto')
  await browser.press('Fortsätt')
  await chooseService(browser)
  t.regex(wordsOf(browser), /Namn Suharto E-postadress/)
  await browser.press('Spara')
  t.regex(wordsOf(browser), /Suharto har fått ett konto och behörighet/)
  const [person] = await peopleWith(app, number)
  t.like(person, { given_name: null, family_name: 'Suharto' })
  const mail = await app.nextMail('marie.lindblad@vatterbygden.example')
  t.regex(mail.text, /- Suharto: /)

  await browser.open('/behorigheter/personer?sok=suharto')
  t.regex(wordsOf(browser), /Suharto/)
  t.notRegex(wordsOf(browser), /Skyddade personuppgifter/)
  const page = `/behorigheter/personer/${person?.id}`
  await browser.open(page)
  t.is(browser.heading(), 'Suharto')
  await browser.open(`${page}/uppgifter`)
  t.is(await browser.press('Spara'), 200, 'the tick is kept with the name')
  t.is(browser.path(), page)
  await browser.open(`${page}/uppgifter`)
  browser.fill('Förnamn', 'Haji')
  browser.fill('Efternamn', '')
  await browser.press('Spara')
  t.is(browser.heading(), 'Haji')
  t.like((await peopleWith(app, number))[0], { given_name: 'Haji', family_name: null })
})

const oneName = 'Personen har bara ett namn: det andra fältet lämnas tomt'
