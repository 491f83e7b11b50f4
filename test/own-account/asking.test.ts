import test from 'ava'
import { sql } from 'kysely'
import { startTestApp } from '../support/app.js'
import { signedInAs, wordsOf } from './client.js'

const where = '/konto/be-om-behorighet'

test('where to ask: the schools where one has been, and any other by its code', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  t.is(await browser.open(where), 200)
  t.regex(wordsOf(browser), /Där du har eller har haft behörighet Vätterbygdens yrkeshögskola Skolkod 10001/)
  t.is(await browser.open(`${where}?kod=+10002+`), 200)
  t.regex(wordsOf(browser), /Med den koden finns Norrsjö folkhögskola Skolkod 10002/)
  t.false(wordsOf(browser).includes('Vätterbygdens'))
})

test('no code and a wrong one are told apart, and lead nowhere', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  const told = {
    '': /Skriv koden för en skola/,
    '+': /Skriv koden för en skola/,
    '99999': /ingen skola/,
    '1x': /ingen skola/,
  }
  for (const [typed, words] of Object.entries(told)) {
    t.is(await browser.open(`${where}?kod=${typed}`), 422)
    t.regex(wordsOf(browser), words, typed)
  }
})

test('what one has there already is told, and not among what can be asked for', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10002')
  await browser.open(where)
  await browser.follow('Norrsjö folkhögskola')
  t.regex(wordsOf(browser), /Du har redan Studietider och utbildningar här, tills vidare\./)
  t.throws(() => browser.tick('Studietider och utbildningar'))
  browser.tick('Studeranderapportering')
  t.is(await browser.press('Skicka förfrågan'), 200)
})

test('of a school that has closed its code tells nothing', async (t) => {
  const app = await startTestApp(t)
  await sql`update organisation set closed_at = timestamptz '2026-02-01 12:00+01' where code = '10002'`.execute(
    app.owner,
  )
  const browser = await signedInAs(t, app, 'rapport10001')
  t.is(await browser.open(`${where}?kod=10002`), 422)
  t.false(wordsOf(browser).includes('Norrsjö'))
})
