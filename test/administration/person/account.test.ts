import test from 'ava'
import { sql } from 'kysely'
import { startTestApp } from '../../support/app.js'
import { order } from '../../kiosk/client.js'
import { openBrowser } from '../../support/browser.js'
import { travel } from '../../support/clock.js'
import { accountIdOf, audited, signIn, signedInAs, wordsOf } from '../../own-account/client.js'
import { grantsIn, personPage } from './client.js'

test('details are changed, and both the old and the new address are told', async (t) => {
  const app = await startTestApp(t)
  const browser = await personPage(t, app, 'rapport10001')
  await browser.follow('Ändra uppgifter')
  browser.fill('Efternamn', 'Haddad Berg')
  browser.fill('E-postadress', 'amir.berg@vatterbygden.example')
  t.is(await browser.press('Spara'), 422)
  t.deepEqual(browser.errors(), ['Adresserna är inte likadana. Jämför dem med varandra och rätta den som är fel.'])
  browser.fill('E-postadress en gång till', 'amir.berg@vatterbygden.example')
  t.is(await browser.press('Spara'), 200)
  t.is(browser.heading(), 'Amir Haddad Berg')
  t.regex(wordsOf(browser), /Uppgifterna är sparade\./)
  const old = await app.nextMail('amir.haddad@vatterbygden.example', 'Din e-postadress är ändrad')
  t.false(/losenordskiosk|amir\.berg/.test(old.text), 'it tells no new address and has no link that acts')
  t.regex((await app.nextMail('amir.berg@vatterbygden.example')).text, /går mejlen till den här\s+adressen/)
})

test('the second of two who change details sees what it is now, and may then save', async (t) => {
  const app = await startTestApp(t)
  const [first, second] = [await personPage(t, app, 'rapport10001'), await personPage(t, app, 'rapport10001')]
  for (const browser of [first, second]) await browser.follow('Ändra uppgifter')
  first.fill('Gatuadress', 'Nygatan 1')
  t.is(await first.press('Spara'), 200)
  second.fill('Förnamn', 'Amin')
  t.is(await second.press('Spara'), 422)
  t.regex(wordsOf(second), /Någon annan har ändrat uppgifterna .*Förnamn: Amir.*Gatuadress: Nygatan 1/)
  t.is(await second.press('Spara'), 200)
  t.is(second.heading(), 'Amin Haddad')
})

test('details of somebody whom another school relies on lead to the telephone, also when the form is sent', async (t) => {
  const app = await startTestApp(t)
  const browser = await personPage(t, app, 'rapport10001')
  await browser.follow('Ändra uppgifter')
  await sql`insert into "grant" (account_id, organisation_id, service, valid_from)
    select ${await accountIdOf(app, 'rapport10001')}, id, 'studietider', date '2026-01-01'
    from organisation where code = '10002'`.execute(app.owner)
  browser.fill('E-postadress', 'thief@vatterbygden.example')
  browser.fill('E-postadress en gång till', 'thief@vatterbygden.example')
  t.is(await browser.press('Spara'), 200)
  t.regex(wordsOf(browser), /Uppgifterna kan bara ändras av oss.*Partnertelefonen/)
  t.regex(wordsOf(browser), /amir\.haddad@vatterbygden\.example/)
  t.deepEqual(await audited(app, 'details-changed'), [])
})

test('a new one-time password goes to the mailbox and nowhere else, not too often, and the old password goes on working (R-44)', async (t) => {
  const app = await startTestApp(t)
  const browser = await personPage(t, app, 'rapport10001')
  await browser.follow('Skicka nytt engångslösenord')
  t.regex(wordsOf(browser), /har redan ett lösenord, och det fungerar som förut/)
  t.regex(
    wordsOf(browser),
    /mejlas till amir\.haddad@vatterbygden\.example\. Inget engångslösenord har skickats förut\./,
  )
  t.is(await browser.press('Skicka nytt engångslösenord'), 200)
  t.regex(wordsOf(browser), /Engångslösenordet är beställt och mejlas nu\./)
  const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec((await app.nextMail('amir.haddad@vatterbygden.example')).text)?.[0]
  t.truthy(code)
  t.false(browser.html().includes(code ?? ''))
  const by = await accountIdOf(app, 'admin10001')
  t.is((await audited(app, 'one-time-password-ordered')).filter((event) => event.by === by).length, 1)
  await browser.follow('Skicka nytt engångslösenord')
  t.is(await browser.press('Skicka nytt engångslösenord'), 422)
  t.regex(wordsOf(browser), /har beställts alldeles nyss/)
  const page = browser.path()
  await travel(app.owner, '11 minutes')
  await browser.open(page)
  await signIn(browser, 'admin10001')
  t.is(browser.path(), page, 'they have shown once more who they are')
  t.is(await browser.press('Skicka nytt engångslösenord'), 200)
  const reporter = await signedInAs(t, app, 'rapport10001')
  t.is(reporter.heading(), 'Ditt konto')
})

test('when a one-time password was sent last is told, also when it was the person who ordered it', async (t) => {
  const app = await startTestApp(t)
  await order(openBrowser(t, app.home), 'rapport10001')
  await app.nextMail('amir.haddad@vatterbygden.example')
  const browser = await personPage(t, app, 'rapport10001')
  await browser.follow('Skicka nytt engångslösenord')
  t.regex(wordsOf(browser), /Ett engångslösenord mejlades senast \d+ \p{L}+ \d{4} kl\. \d\d\.\d\d\./u)
})

test('who has no address, or an account that has ended, cannot be sent a one-time password', async (t) => {
  const app = await startTestApp(t)
  await sql`update person set email = null where family_name = 'Haddad'`.execute(app.owner)
  await sql`update account set ended_at = portvakt_now(), end_reason = 'test' where username = 'ny10001'`.execute(
    app.owner,
  )
  for (const username of ['rapport10001', 'ny10001']) {
    const browser = await personPage(t, app, username)
    const path = `${browser.path()}/engangslosenord`
    await browser.open(path)
    t.regex(wordsOf(browser), /Det går inte att skicka något engångslösenord/)
    const body = new URLSearchParams({ token: browser.formToken() })
    t.is((await browser.send(path, { method: 'POST', body })).status, 422)
  }
})

test('that an account be ended is asked for once, and shown as asked', async (t) => {
  const app = await startTestApp(t)
  const browser = await personPage(t, app, 'rapport10001')
  await browser.follow('Begär att kontot avslutas')
  t.is(await browser.press('Skicka begäran'), 422)
  t.deepEqual(browser.errors(), ['Skriv varför, med högst 500 tecken.'])
  browser.fill('Varför ska kontot avslutas?', 'Har flyttat utomlands.')
  t.is(await browser.press('Skicka begäran'), 200)
  t.regex(wordsOf(browser), /Det är begärt .* att kontot avslutas\./)
  t.false(wordsOf(browser).includes('Begär att kontot avslutas'))
  t.regex(wordsOf(browser), /Marie Lindblad begärde att kontot för Amir Haddad avslutas\./)
  const rows = await app.owner.selectFrom('ending_request').select(['reason', 'organisation_id']).execute()
  const [, organisation_id] = await grantsIn(app, 'rapport10001')
  t.deepEqual(rows, [{ reason: 'Har flyttat utomlands.', organisation_id }])
})
