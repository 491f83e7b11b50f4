import test, { type ExecutionContext } from 'ava'
import { accountIdOf, signIn, signedInAs, wordsOf } from '../own-account/client.js'
import type { Browser } from '../support/browser.js'
import { travel } from '../support/clock.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { registeredAssurance } from './assurance-fixture.js'

/** A paper that waits, open before the officer who may approve it. */
async function atTheAssurance(t: ExecutionContext) {
  const app = await startTestApp(t)
  const assuranceId = await registeredAssurance(app)
  const karin = await signedInAs(t, app, 'handlaggare1')
  const page = `/handlaggning/forsakringar/${assuranceId}`
  await karin.open(page)
  return { app, karin, page, assuranceId }
}

const stateOf = async ({ owner }: TestApp, assuranceId: string) =>
  (await owner.selectFrom('assurance').select('decision').where('id', '=', assuranceId).executeTakeFirstOrThrow())
    .decision

const cookieOf = (browser: Browser) => browser.cookies().get('portvakt_session')

test('who signed in more than ten minutes ago approves nothing before they have signed in again (R-54)', async (t) => {
  const { app, karin, page, assuranceId } = await atTheAssurance(t)
  await travel(app.owner, '10 minutes 1 second')
  t.is(await karin.press('Godkänn'), 200)
  t.is(karin.heading(), 'Logga in till Portvakt')
  t.true(wordsOf(karin).includes('Det du ska göra kräver att du nyss har visat vem du är.'))
  t.is(await stateOf(app, assuranceId), null)
  t.is(await signIn(karin, 'handlaggare1'), 200)
  t.is(karin.path(), page)
  t.is(await stateOf(app, assuranceId), null, 'what was posted is not done behind their back')
  t.is(await karin.press('Godkänn'), 200)
  t.is(await stateOf(app, assuranceId), 'approved')
})

test('who signed in nine minutes ago is asked nothing', async (t) => {
  const { app, karin, assuranceId } = await atTheAssurance(t)
  await travel(app.owner, '9 minutes')
  t.is(await karin.press('Godkänn'), 200)
  t.is(await stateOf(app, assuranceId), 'approved')
})

test('being at work is not signing in: activity does not make the sign-in newer', async (t) => {
  const { app, karin, page, assuranceId } = await atTheAssurance(t)
  for (const _minutes of [1, 2, 3]) {
    await travel(app.owner, '4 minutes')
    await karin.open(page)
  }
  await karin.press('Godkänn')
  t.is(karin.heading(), 'Logga in till Portvakt')
  t.is(await stateOf(app, assuranceId), null)
})

test('signing in again gives the session a new name, and the old one opens nothing (R-56)', async (t) => {
  const { app, karin } = await atTheAssurance(t)
  const before = cookieOf(karin)
  await travel(app.owner, '11 minutes')
  await karin.press('Godkänn')
  await signIn(karin, 'handlaggare1')
  t.not(cookieOf(karin), before)
  const old = await fetch(`${app.home}/handlaggning`, {
    headers: { cookie: `portvakt_session=${before}` },
    redirect: 'manual',
  })
  t.regex(old.headers.get('location') ?? '', /^\/konto\/logga-in/)
})

test('somebody else who signs in there goes on as themselves', async (t) => {
  const { app, karin, assuranceId } = await atTheAssurance(t)
  await travel(app.owner, '11 minutes')
  await karin.press('Godkänn')
  await signIn(karin, 'handlaggare2')
  t.is(await karin.press('Ta tillbaka registreringen'), 200)
  const decided = await app.owner.selectFrom('assurance').select('decided_by as by').executeTakeFirstOrThrow()
  t.is(decided.by, await accountIdOf(app, 'handlaggare2'))
  t.is(await stateOf(app, assuranceId), 'withdrawn')
})
