import test from 'ava'
import { sql } from 'kysely'
import { fetchUserInfo } from 'openid-client'
import { atSummary, newcomer } from '../administration/add/client.js'
import { choose, newPassword, prove } from '../kiosk/client.js'
import { relyingParty } from '../oidc/relying-party.js'
import { signedInAs, wordsOf } from '../own-account/client.js'
import { openBrowser } from '../support/browser.js'
import { travel } from '../support/clock.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { temporaryFolder } from '../support/service.js'

/** The queue waits by the clock of the wall: what is due by the database's clock is due now. */
const letTheDaysPass = async ({ owner }: TestApp, days: number): Promise<void> => {
  await travel(owner, `${days} days`)
  await sql`update pgboss.job set start_after = start_after - ${`${days} days`}::interval
    where state = 'created'`.execute(owner)
}

const initialCodeIn = (text: string) => /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b/.exec(text)?.[0]

test('added, a letter, some days, a mail, a password, and signed in with exactly that permission', async (t) => {
  const app = await startTestApp(t, { mailFolder: await temporaryFolder(t) })
  const administrator = await atSummary(t, app)
  await administrator.press('Spara')

  const reader = openBrowser(t, app.home)
  await reader.open('/demo/brev')
  t.regex(wordsOf(reader), /Väntar på att postas Beställt .* Ylva Åström Hamngatan 3 553 22 Jönköping/)
  const [, username = ''] = /Ditt användarnamn : (\w+)/.exec(wordsOf(reader).replaceAll(':', ' :')) ?? []
  t.regex(username, /^[a-z]{4}\d{4}$/)
  for (const secret of ['19900101', '9802', 'engångslösenord:']) t.false(wordsOf(reader).includes(secret), secret)

  const officer = await signedInAs(t, app, 'handlaggare1')
  await officer.open('/handlaggning/brev')
  await officer.press('Markera som postade')
  await reader.open('/demo/brev')
  t.regex(wordsOf(reader), /Inga brev väntar\. .* Postade Postat /)
  await letTheDaysPass(app, 2)
  t.false(app.mails.some(({ to, text }) => to === newcomer.email && initialCodeIn(text) !== undefined))

  await letTheDaysPass(app, 1)
  let code: string | undefined
  while (code === undefined) {
    const { text, subject } = await app.nextMail(newcomer.email)
    t.false(text.includes(username), 'the username went by letter')
    if (subject === 'Ditt engångslösenord') code = initialCodeIn(text)
  }
  const kiosk = openBrowser(t, app.home)
  await prove(kiosk, username, code)
  t.is(await choose(kiosk, newPassword), 200)

  const { begin, signIn, exchange, config } = await relyingParty(t, app)
  const asked = await begin()
  await signIn(username, newPassword)
  const tokens = await exchange(asked)
  const { permissions } = await fetchUserInfo(config, tokens.access_token, tokens.claims()?.sub ?? '')
  t.like(permissions, [{ service: 'studietider' }])
  t.is(Array.isArray(permissions) ? permissions.length : 0, 1, 'and with nothing else')
})

test('a letter to somebody with protected identity is not shown', async (t) => {
  const app = await startTestApp(t, { mailFolder: await temporaryFolder(t) })
  const administrator = await atSummary(t, app)
  await administrator.press('Spara')
  await sql`update person set has_protected_identity = true where family_name = 'Åström'`.execute(app.owner)
  const reader = openBrowser(t, app.home)
  await reader.open('/demo/brev')
  t.regex(wordsOf(reader), /Mottagaren har skyddade personuppgifter\. Brevet visas inte här\./)
  for (const secret of ['Ylva', 'Hamngatan']) t.false(reader.html().includes(secret), secret)
})
