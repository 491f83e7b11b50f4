import test from 'ava'
import { signedInAs, wordsOf } from '../../own-account/client.js'
import { startTestApp } from '../../support/app.js'
import { atNumber, typeDetails, typeNumber } from '../add/client.js'
import { personPage } from './client.js'

/** As a mail program, a spreadsheet and a telephone copy it. */
const copied = {
  Förnamn: '\u200EYlva',
  Efternamn: 'Kron\u00ADqvist',
  'E-postadress': '\u202Aylva@räksmörgås.example\u202C',
  'E-postadress en gång till': 'ylva@RÄKSMÖRGÅS.example\u200B',
  Postnummer: 'SE-553\u00A022',
} as const

test('copied details are read alike where a person is added and where details are changed', async (t) => {
  const app = await startTestApp(t)
  const adding = await atNumber(t, app)
  await typeNumber(adding, '\u202A19500072\u20112396\u202C')
  t.regex(wordsOf(adding), /Samordningsnummer 19500072-2396 Födelsedagen är inte känd/)
  t.is(
    await typeDetails(adding, { ...copied, 'Gatuadress eller box': 'Hamngatan\u00A0 3', Ort: 'Jönköping\u2060' }),
    200,
  )
  const changing = await personPage(t, app, 'rapport10001')
  await changing.follow('Ändra uppgifter')
  for (const [label, value] of Object.entries({
    ...copied,
    Gatuadress: 'Hamngatan\u00A0 3',
    Postort: 'Jön\u00ADköping',
  }))
    changing.fill(label, value)
  t.is(await changing.press('Spara'), 200)
  t.regex(wordsOf(changing), /Ylva Kronqvist .*ylva@räksmörgås\.example .*Hamngatan 3 553 22 Jönköping/)
  await changing.follow('Ändra uppgifter')
  t.is(await changing.press('Spara'), 200, 'what is shown is what is kept')
  const kept = await app.owner
    .selectFrom('person')
    .where('family_name', '=', 'Kronqvist')
    .select(['given_name', 'email', 'street', 'postal_code', 'locality'])
    .execute()
  const email = 'ylva@xn--rksmrgs-5wao1o.example'
  t.deepEqual(kept, [{ given_name: 'Ylva', email, street: 'Hamngatan 3', postal_code: '55322', locality: 'Jönköping' }])
})

test('a mail to a domain with å, ä or ö goes out to the name that the network has for it', async (t) => {
  const app = await startTestApp(t)
  const browser = await personPage(t, app, 'rapport10001')
  await browser.follow('Ändra uppgifter')
  browser.fill('E-postadress', 'amir@räksmörgås.example')
  browser.fill('E-postadress en gång till', 'amir@räksmörgås.example')
  t.is(await browser.press('Spara'), 200)
  t.regex((await app.nextMail('amir@xn--rksmrgs-5wao1o.example')).text, /går mejlen till den här\s+adressen/)
})

test('a name that no letter on paper can carry is refused alike in every form, and the character is named', async (t) => {
  const app = await startTestApp(t)
  const sentence =
    'Det finns tecken här som inte går att skriva ut på ett brev: م (U+0645). Skriv om det med vanliga bokstäver.'
  const adding = await atNumber(t, app)
  await typeNumber(adding, '900101-9802')
  t.is(await typeDetails(adding, { Förnamn: 'محمد' }), 422)
  t.deepEqual(adding.errors(), [sentence])
  const changing = await personPage(t, app, 'rapport10001')
  await changing.follow('Ändra uppgifter')
  changing.fill('Förnamn', 'محمد')
  t.is(await changing.press('Spara'), 422)
  t.deepEqual(changing.errors(), [sentence])
  const officer = await signedInAs(t, app, 'handlaggare1')
  await officer.open('/handlaggning/forsakringar/ny')
  officer.fill('Förnamn', 'محمد')
  await officer.press('Registrera')
  t.true(officer.errors().includes(sentence))
  await officer.open('/handlaggning/organisationer/ny')
  officer.fill('Namn', 'محمد')
  await officer.press('Registrera')
  t.true(officer.errors().includes(sentence), officer.errors().join())
})
