import test from 'ava'
import { sql } from 'kysely'
import { noteRefusedAddress } from '../../../src/accounts/refused-address.js'
import { requestOf } from '../../access/objects.js'
import { accountIdOf, signedInAs, wordsOf } from '../../own-account/client.js'
import { startTestApp } from '../../support/app.js'

test('the first page tells who has not chosen a password, and how many may do what', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'admin10001')
  await browser.open('/behorigheter')
  t.regex(wordsOf(browser), /En person har inte valt något lösenord Saga Ekholm, tillagd/)
  t.regex(wordsOf(browser), /Vätterbygdens yrkeshögskola .*Studeranderapportering \d+ Studietider och utbildningar \d+/)
  t.is(await browser.follow('Se alla utan lösenord'), 200)
  t.regex(wordsOf(browser), /Saga Ekholm/)
  t.notRegex(wordsOf(browser), /Amir Haddad/)
})

test('a permission that ends within 30 days is told with its last day, and one that ends later is not', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'admin10001')
  const lastDayIn = async (days: number) => {
    await sql`update "grant" set valid_to = portvakt_today() + ${days}::int from account
      where account.id = account_id and username = 'rapport10001' and service = 'studietider'`.execute(app.owner)
    await browser.open('/behorigheter')
    return /tar slut inom 30 dagar/.test(wordsOf(browser))
  }
  t.false(await lastDayIn(31))
  t.true(await lastDayIn(30))
  t.regex(wordsOf(browser), /Amir Haddad, Studietider och utbildningar: sista dag \d+ \S+ \d{4}/)
})

test('a person whose mails come back is told, until the address is another', async (t) => {
  const app = await startTestApp(t)
  const accountId = await accountIdOf(app, 'rapport10001')
  await app.db.transaction().execute(async (trx) => await noteRefusedAddress(trx, accountId))
  const browser = await signedInAs(t, app, 'admin10001')
  await browser.open('/behorigheter')
  t.regex(wordsOf(browser), /Mejlen till en person kommer inte fram Amir Haddad/)
  await browser.open(`/behorigheter/personer/${accountId}/uppgifter`)
  browser.fill('E-postadress', 'amir@vatterbygden.example')
  browser.fill('E-postadress en gång till', 'amir@vatterbygden.example')
  t.is(await browser.press('Spara'), 200)
  await browser.open('/behorigheter')
  t.notRegex(wordsOf(browser), /kommer inte fram/)
})

test('whoever asks for a permission is counted until there is an answer', async (t) => {
  const app = await startTestApp(t)
  await requestOf(app, 'utan10001')
  const browser = await signedInAs(t, app, 'admin10001')
  await browser.open('/behorigheter')
  t.regex(wordsOf(browser), /En person ber om behörighet/)
  await sql`update permission_request set answer = 'withdrawn', answered_at = portvakt_now(), answered_by = account_id`.execute(
    app.owner,
  )
  await browser.open('/behorigheter')
  t.notRegex(wordsOf(browser), /ber om behörighet/)
})

test('nothing of another school stands on the first page, and a protected identity has no name there', async (t) => {
  const app = await startTestApp(t)
  const others = await signedInAs(t, app, 'admin10002')
  await others.open('/behorigheter')
  t.notRegex(wordsOf(others), /Ekholm|Vätterbygden/)
  await sql`update person set has_protected_identity = true from account
    where account.person_id = person.id and username = 'ny10001'`.execute(app.owner)
  const browser = await signedInAs(t, app, 'admin10001')
  await browser.open('/behorigheter')
  t.notRegex(wordsOf(browser), /Ekholm/)
  t.regex(wordsOf(browser), /Skyddade personuppgifter, tillagd/)
})
