import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { returnLetter } from '../../../src/username-letters/act-on-letter.js'
import { postLetters } from '../../../src/username-letters/post-letters.js'
import { letterIn } from '../../officers/letter.js'
import { accountIdOf, signedInAs, wordsOf } from '../../own-account/client.js'
import { from, together } from '../../permissions/fixture.js'
import { startTestApp, type TestApp } from '../../support/app.js'

/** Saga Ekholm's letter was posted and has come back. */
async function cameBack(app: TestApp): Promise<void> {
  const letterId = await letterIn(app, 'ny10001')
  const by = await accountIdOf(app, 'handlaggare1')
  await together(app.db, async (trx) => await postLetters(trx, app.context, { letterIds: [letterId], from }))
  await together(app.db, async (trx) => await returnLetter(trx, { letterId, by, from }))
}

async function atTheStart(t: ExecutionContext, username = 'admin10001') {
  const app = await startTestApp(t)
  await cameBack(app)
  const browser = await signedInAs(t, app, username)
  await browser.open('/behorigheter')
  return { app, browser, at: `/behorigheter/personer/${await accountIdOf(app, 'ny10001')}` }
}

test('a letter that came back is the administrator’s task, until the address is another', async (t) => {
  const { browser, at } = await atTheStart(t)
  t.regex(
    wordsOf(browser),
    /Brevet till en person kom i retur Saga Ekholm: kom i retur \d+ \S+ \d{4}\. Rätta postadressen\./,
  )
  await browser.open(at)
  t.regex(wordsOf(browser), /Ett brev hit kom i retur .* Rätta adressen\./)
  await browser.open(`${at}/uppgifter`)
  browser.fill('Gatuadress', 'Nya gatan 7')
  t.is(await browser.press('Spara'), 200)
  t.notRegex(wordsOf(browser), /Ett brev hit kom i retur/)
  await browser.open('/behorigheter')
  t.notRegex(wordsOf(browser), /kom i retur/)
})

test('when the address is right a new letter is ordered, and only one', async (t) => {
  const { app, browser, at } = await atTheStart(t)
  await browser.open(at)
  t.is(await browser.follow('Skicka brevet med användarnamnet igen'), 200)
  t.regex(wordsOf(browser), /Rätta postadressen först/)
  t.notRegex(browser.html(), /Beställ brevet/)
  await sql`update person set street = 'Nya gatan 7' from account
    where account.person_id = person.id and username = 'ny10001'`.execute(app.owner)
  await browser.open(`${at}/brev`)
  t.regex(wordsOf(browser), /Nya gatan 7/)
  t.is(await browser.press('Beställ brevet'), 200)
  t.regex(wordsOf(browser), /Brevet är beställt\. Vi postar det\./)
  const waiting = await app.owner.selectFrom('username_letter').where('posted_at', 'is', null).select('id').execute()
  t.is(waiting.length, 1)
  t.notRegex(browser.html(), /Skicka brevet med användarnamnet igen/)
  const again = new URLSearchParams({ token: browser.formToken() })
  t.is((await browser.send(`${at}/brev`, { method: 'POST', body: again })).status, 422)
})

test('another school’s administrator is told nothing of it', async (t) => {
  const { browser } = await atTheStart(t, 'admin10002')
  t.notRegex(wordsOf(browser), /kom i retur/)
})

test('of a protected identity nobody is told that a letter came back', async (t) => {
  const app = await startTestApp(t)
  await sql`update person set has_protected_identity = true from account
    where account.person_id = person.id and username = 'ny10001'`.execute(app.owner)
  const letterId = await letterIn(app, 'ny10001')
  await sql`update username_letter set forwarded_to = '{Skatteverket,Box 2820,403 20 Göteborg}'`.execute(app.owner)
  await together(app.db, async (trx) => await postLetters(trx, app.context, { letterIds: [letterId], from }))
  const by = await accountIdOf(app, 'handlaggare1')
  await together(app.db, async (trx) => await returnLetter(trx, { letterId, by, from }))
  const browser = await signedInAs(t, app, 'admin10001')
  await browser.open('/behorigheter')
  t.notRegex(wordsOf(browser), /kom i retur/)
})
