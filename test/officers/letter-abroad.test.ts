import test from 'ava'
import { atNumber, chooseService, newcomer, typeDetails, typeNumber } from '../administration/add/client.js'
import { accountIdOf, audited, signedInAs, wordsOf } from '../own-account/client.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { wordsIn } from '../support/pdf.js'
import type { Browser } from '../support/browser.js'
import { letterIn } from './letter.js'

const printed = async (officer: Browser, id: string): Promise<string> => {
  await officer.open('/handlaggning/brev')
  const answer = await officer.send('/handlaggning/brev/utskrift', {
    method: 'POST',
    body: new URLSearchParams({ token: officer.formToken(), letters: id }),
  })
  const [, letter = ''] = await wordsIn(await answer.bytes())
  return letter
}

const letterOf = async ({ owner }: TestApp, email: string) =>
  await owner
    .selectFrom('username_letter as letter')
    .innerJoin('account', 'account.id', 'letter.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .where('person.email', '=', email)
    .select(['letter.id', 'account.username', 'person.postal_code as code', 'person.country'])
    .executeTakeFirstOrThrow()

test('an administrator adds a person with an address abroad, whose letter ends with the country in capitals', async (t) => {
  const app = await startTestApp(t)
  const browser = await atNumber(t, app)
  await typeNumber(browser, newcomer.number)
  browser.fill('Land', 'DE')
  await typeDetails(browser, { 'Gatuadress eller box': 'Torstraße 1', Postnummer: '1', Ort: 'Berlin' })
  t.true(
    browser.errors().some((error) => error.includes('i ett annat land')),
    browser.errors().join(),
  )
  await typeDetails(browser, { 'Gatuadress eller box': 'Torstraße 1', Postnummer: '10115', Ort: 'Berlin' })
  await chooseService(browser)
  t.regex(wordsOf(browser), /10115 Berlin.*GERMANY/)
  await browser.press('Spara')
  const { id, country } = await letterOf(app, newcomer.email)
  t.is(country, 'DE')
  const officer = await signedInAs(t, app, 'handlaggare1')
  t.regex(await printed(officer, id), /10115 Berlin\s+GERMANY/)
  await officer.open(`/handlaggning/brev/${id}`)
  t.true(wordsOf(officer).includes('10115 Berlin, GERMANY'))
})

test('a letter to an address without a postal code is posted where the country has none', async (t) => {
  const app = await startTestApp(t)
  const browser = await atNumber(t, app)
  await typeNumber(browser, newcomer.number)
  browser.fill('Land', 'HK')
  await typeDetails(browser, { 'Gatuadress eller box': '1 Queen’s Road', Postnummer: '', Ort: 'Central' })
  await chooseService(browser)
  await browser.press('Spara')
  const { id, code } = await letterOf(app, newcomer.email)
  t.is(code, null)
  const officer = await signedInAs(t, app, 'handlaggare1')
  t.regex(await printed(officer, id), /Central\s+HONG KONG SAR CHINA/)
})

test('an officer moves a person abroad, and what changed is audited by its name alone', async (t) => {
  const app = await startTestApp(t)
  const id = await letterIn(app, 'ny10001')
  const officer = await signedInAs(t, app, 'handlaggare1')
  const account = await accountIdOf(app, 'ny10001')
  await officer.open(`/handlaggning/konton/${account}/uppgifter`)
  officer.fill('Gatuadress', 'Mannerheimvägen 1')
  officer.fill('Postnummer', '00100')
  officer.fill('Postort', 'Helsingfors')
  officer.fill('Land', 'FI')
  await officer.press('Spara')
  const [event] = await audited(app, 'details-changed')
  t.deepEqual(event?.details, { fields: 'street postalCode locality country' })
  t.regex(await printed(officer, id), /00100 Helsingfors\s+FINLAND/)
})

test('a forwarding address abroad ends with its country, and needs no Swedish postal code', async (t) => {
  const app = await startTestApp(t)
  const id = await letterIn(app, 'ny10001')
  await app.owner
    .updateTable('person')
    .set({ has_protected_identity: true })
    .where('id', '=', (person) => person.selectFrom('account').where('username', '=', 'ny10001').select('person_id'))
    .execute()
  const officer = await signedInAs(t, app, 'handlaggare1')
  await officer.open(`/handlaggning/brev/${id}`)
  officer.fill('Mottagare', 'Digitaliseringsstyrelsen')
  officer.fill('Mer om mottagaren (lämna tomt om det inte behövs)', 'Att. 17')
  officer.fill('Gatuadress eller box', 'Landgreven 4')
  officer.fill('Postnummer och ort', '1301 København K')
  officer.fill('Land', 'DK')
  t.is(await officer.press('Spara adressen'), 200, officer.errors().join())
  t.regex(await printed(officer, id), /Landgreven 4\s+1301 København K\s+DENMARK/)
})
