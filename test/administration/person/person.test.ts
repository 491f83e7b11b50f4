import test from 'ava'
import { sql } from 'kysely'
import { startTestApp } from '../../support/app.js'
import { accountIdOf, audited, signedInAs, signedInByPassword, wordsOf } from '../../own-account/client.js'
import { personPage } from './client.js'

test('an administrator sees who somebody is and what they may do at this school', async (t) => {
  const app = await startTestApp(t)
  const browser = await personPage(t, app, 'rapport10001')
  t.is(browser.status(), 200)
  t.is(browser.heading(), 'Amir Haddad')
  t.regex(wordsOf(browser), /Personnummer 19820417-\*\*\*\* Visa personnummer/)
  t.regex(wordsOf(browser), /Användarnamn Visas inte Visa användarnamn/)
  t.regex(wordsOf(browser), /E-postadress amir\.haddad@vatterbygden\.example Postadress Strandvägen 8 553 18 Jönköping/)
  t.regex(wordsOf(browser), /Vätterbygdens yrkeshögskola Skolkod 10001 .*Studeranderapportering Gäller/)
  t.regex(wordsOf(browser), /Marie Lindblad gav Amir Haddad Studietider och utbildningar från 1 januari 2026\./)
  t.false(browser.html().includes('rapport10001'))
  t.false(browser.source().includes('9835'))
})

test('the number and the username are shown on purpose, and each time it is noted (R-77)', async (t) => {
  const app = await startTestApp(t)
  const browser = await personPage(t, app, 'rapport10001')
  t.is(await browser.press('Visa personnummer'), 200)
  t.regex(wordsOf(browser), /19820417-9835 Att du tittade har antecknats/)
  t.is(await browser.press('Visa användarnamn'), 200)
  t.regex(wordsOf(browser), /Användarnamn rapport10001 Att du tittade har antecknats/)
  t.false(browser.source().includes('9835'), 'the number is masked again')
  const [by, about] = [await accountIdOf(app, 'admin10001'), await accountIdOf(app, 'rapport10001')]
  t.deepEqual(await audited(app, 'number-shown'), [{ by, about, details: {} }])
  t.deepEqual(await audited(app, 'username-shown'), [{ by, about, details: {} }])
  t.regex(wordsOf(browser), /Marie Lindblad tittade på användarnamnet för Amir Haddad\./)
})

test('a stranger, nobody, oneself outside and what is no id look the same (R-67)', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'admin10001')
  const ids = [
    await accountIdOf(app, 'rapport10002'),
    await accountIdOf(app, 'admin10001'),
    'aaaaaaaa-0000-4000-8000-00000000dead',
    'AAAAAAAA-0000-4000-8000-00000000DEAD',
    '__proto__',
    '1',
    '%00',
  ]
  for (const below of ['', '/historik', '/ge', '/uppgifter', '/har-slutat', '/engangslosenord', '/avsluta-konto']) {
    for (const id of ids) {
      t.is(await browser.open(`/behorigheter/personer/${id}${below}`), 404, `${id}${below}`)
      t.is(browser.heading(), 'Sidan finns inte')
    }
  }
})

test('what somebody has at another school does not show, and that there is one neither', async (t) => {
  const app = await startTestApp(t)
  await sql`
    insert into "grant" (account_id, organisation_id, service, valid_from)
    select ${await accountIdOf(app, 'rapport10001')}, id, 'studietider', date '2026-01-01'
    from organisation where code = '10002'`.execute(app.owner)
  const browser = await personPage(t, app, 'rapport10001')
  t.false(browser.html().includes('Norrsjö'))
  t.regex(wordsOf(browser), /Uppgifterna kan bara ändras av oss/)
  const other = await personPage(t, app, 'rapport10001', { as: 'admin10002' })
  t.is(other.status(), 200)
  t.false(other.html().includes('Vätterbygdens'))
  t.false(wordsOf(other).includes('Lindblad'))
})

test('a protected person shows nothing but the permissions, and the username on purpose', async (t) => {
  const app = await startTestApp(t)
  await sql`update person set has_protected_identity = true where family_name = 'Haddad'`.execute(app.owner)
  const browser = await personPage(t, app, 'rapport10001')
  t.is(browser.heading(), 'Skyddade personuppgifter')
  const isClean = () => !/Haddad|Amir|1982|amir\.|Strandv|55318|553 18/.test(browser.html())
  t.true(isClean())
  const id = await accountIdOf(app, 'rapport10001')
  const form = new URLSearchParams({ token: browser.formToken() })
  const post = await browser.send(`/behorigheter/personer/${id}/personnummer`, { method: 'POST', body: form })
  t.is(post.status, 404)
  t.deepEqual(await audited(app, 'number-shown'), [])
  t.is(await browser.press('Visa användarnamn'), 200)
  t.true(wordsOf(browser).includes('rapport10001'))
  t.true(isClean())
  for (const below of ['historik', 'ge', 'uppgifter', 'har-slutat', 'engangslosenord', 'avsluta-konto']) {
    t.is(await browser.open(`/behorigheter/personer/${id}/${below}`), 200, below)
    t.true(isClean(), below)
  }
})

test('who has signed in has done so whatever the log still holds', async (t) => {
  const app = await startTestApp(t)
  const account_id = await accountIdOf(app, 'rapport10001')
  await app.owner.insertInto('last_sign_in').values({ account_id, at: '2020-01-01' }).execute()
  t.deepEqual(await audited(app, 'signed-in'), [])
  t.regex(wordsOf(await personPage(t, app, 'rapport10001')), /Läge Har valt lösenord och loggat in/)
})

test('how it stands with signing in is told in words', async (t) => {
  const app = await startTestApp(t)
  const fresh = await personPage(t, app, 'ny10001')
  t.regex(wordsOf(fresh), /Läge Har inte valt något lösenord än/)
  t.regex(wordsOf(fresh), /Engångslösenord beställt/)
  const assertNever = await personPage(t, app, 'rapport10001')
  t.regex(wordsOf(assertNever), /Läge Har valt lösenord men aldrig loggat in/)
  await signedInByPassword(t, app, 'rapport10001')
  await assertNever.open(assertNever.path())
  t.regex(wordsOf(assertNever), /Läge Har valt lösenord och loggat in/)
  await sql`update account set ended_at = timestamptz '2026-03-01 12:00+01', end_reason = 'test'
    where username = 'rapport10001'`.execute(app.owner)
  await assertNever.open(assertNever.path())
  t.regex(wordsOf(assertNever), /Läge Kontot avslutades 1 mars 2026/)
})

test('the way back leads to the place in the list where the reader was', async (t) => {
  const app = await startTestApp(t)
  const browser = await personPage(t, app, 'rapport10001')
  await browser.open(`${browser.path()}?sok=haddad&ordning=-namn`)
  await browser.follow('Till alla personer')
  t.is(browser.path(), '/behorigheter/personer?sok=haddad&ordning=-namn')
})
