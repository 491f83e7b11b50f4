import test from 'ava'
import { audited, signedInAs, wordsOf } from '../../own-account/client.js'
import { startTestApp } from '../../support/app.js'
import { endingRequestIn } from './ending-request.js'
import { rowOf } from './officer.js'

test('a request to end an account is a task, and ending it tells the administrator who asked', async (t) => {
  const app = await startTestApp(t)
  await endingRequestIn(app)
  const browser = await signedInAs(t, app, 'handlaggare1')
  await browser.open('/handlaggning')
  await browser.follow('En begäran om att avsluta ett konto')
  t.is(await browser.follow('Begäran om Saga Ekholm'), 200)
  t.true(wordsOf(browser).includes('Har flyttat utomlands.'))
  t.is(await browser.press('Avsluta kontot'), 200)
  t.true(wordsOf(browser).includes('Kontot är avslutat'))
  t.not((await rowOf(app, 'ny10001')).ended_at, null)
  t.truthy(await app.nextMail('marie.lindblad@vatterbygden.example', 'Din begäran om att ett konto avslutas'))
  t.like((await audited(app, 'account-ending-decided'))[0]?.details, { decision: 'ended' })
})

test('a declined request leaves the account, and the administrator is told why', async (t) => {
  const app = await startTestApp(t)
  const id = await endingRequestIn(app)
  const browser = await signedInAs(t, app, 'handlaggare1')
  await browser.open(`/handlaggning/begaran/${id}`)
  browser.fill('Varför ska kontot vara kvar?', ' ')
  t.is(await browser.press('Låt kontot vara kvar'), 422)
  t.deepEqual(browser.errors(), ['Skriv varför, med högst 500 tecken.'])
  browser.fill('Varför ska kontot vara kvar?', 'Hon rapporterar för en annan skola.')
  t.is(await browser.press('Låt kontot vara kvar'), 200)
  t.is((await rowOf(app, 'ny10001')).ended_at, null)
  const mail = await app.nextMail('marie.lindblad@vatterbygden.example')
  t.true(mail.text.includes('Hon rapporterar för en annan skola.'))
  t.true(mail.text.includes('Saga Ekholm'))
})

test('what another officer has decided is not decided again', async (t) => {
  const app = await startTestApp(t)
  const id = await endingRequestIn(app)
  const [one, other] = [await signedInAs(t, app, 'handlaggare1'), await signedInAs(t, app, 'handlaggare2')]
  for (const browser of [one, other]) await browser.open(`/handlaggning/begaran/${id}`)
  one.fill('Varför ska kontot vara kvar?', 'Behövs.')
  t.is(await one.press('Låt kontot vara kvar'), 200)
  t.is(await other.press('Avsluta kontot'), 409)
  t.is((await rowOf(app, 'ny10001')).ended_at, null)
})

test('an officer does not decide about their own account', async (t) => {
  const app = await startTestApp(t)
  const id = await endingRequestIn(app, 'handlaggare1')
  const browser = await signedInAs(t, app, 'handlaggare1')
  await browser.open(`/handlaggning/begaran/${id}`)
  const body = new URLSearchParams({ token: browser.formToken(), answer: 'Jag behövs.' })
  const answer = await browser.send(`/handlaggning/begaran/${id}/avsla`, { method: 'POST', body })
  t.is(answer.status, 409)
  const rows = await app.owner.selectFrom('ending_request').select('decision').execute()
  t.deepEqual(rows, [{ decision: null }])
})

test('ending an account by itself answers what was asked about it', async (t) => {
  const app = await startTestApp(t)
  await endingRequestIn(app)
  const browser = await signedInAs(t, app, 'handlaggare1')
  await browser.open(`/handlaggning/konton/${(await rowOf(app, 'ny10001')).id}/avsluta`)
  browser.fill('Varför?', 'Har slutat.')
  t.is(await browser.press('Avsluta kontot'), 200)
  const rows = await app.owner.selectFrom('ending_request').select('decision').execute()
  t.deepEqual(rows, [{ decision: 'ended' }])
})
