import test from 'ava'
import { startTestApp } from '../../support/app.js'
import { requestOf } from '../../access/objects.js'
import { signedInAs, wordsOf } from '../../own-account/client.js'

test('somebody asks at their school, the administrator is told and answers with a click', async (t) => {
  const app = await startTestApp(t)
  const asker = await signedInAs(t, app, 'utan10001')
  await asker.follow('Be om en behörighet')
  asker.fill('Skolkod eller kommunkod', '99999')
  t.is(await asker.press('Fortsätt'), 422)
  asker.fill('Skolkod eller kommunkod', '10001')
  await asker.press('Fortsätt')
  await asker.follow('Vätterbygdens yrkeshögskola')
  t.is(await asker.press('Skicka förfrågan'), 422)
  asker.tick('Studietider och utbildningar')
  asker.fill('Berätta varför (frivilligt)', 'Jag är ny på expeditionen.')
  t.is(await asker.press('Skicka förfrågan'), 200)
  t.regex(wordsOf(asker), /Din förfrågan är skickad/)
  const mail = await app.nextMail('marie.lindblad@vatterbygden.example')
  t.regex(mail.text, /ber om behörigheten Studietider och utbildningar för\s+Vätterbygdens yrkeshögskola/)

  const administrator = await signedInAs(t, app, 'admin10001')
  await administrator.open('/behorigheter/forfragningar')
  t.is(await administrator.follow('Oskar Brandt ber om Studietider och utbildningar'), 200)
  t.is(await administrator.press('Ge behörighet'), 200)
  t.regex(wordsOf(administrator), /Behörigheten är given/)
  await asker.open('/konto')
  t.regex(wordsOf(asker), /Beviljad/)
  t.regex(wordsOf(asker), /Studietider och utbildningar Gäller/)
})

test('who declines gives a reason, and it is told', async (t) => {
  const app = await startTestApp(t)
  const id = await requestOf(app, 'utan10001')
  const administrator = await signedInAs(t, app, 'admin10001')
  await administrator.open(`/behorigheter/forfragningar/${id}`)
  t.is(await administrator.press('Avslå'), 422)
  administrator.fill('Skäl till avslaget', 'Vi vet inte vem du är.')
  t.is(await administrator.press('Avslå'), 200)
  const asker = await signedInAs(t, app, 'utan10001')
  t.regex(wordsOf(asker), /Avslagen\. Skäl: Vi vet inte vem du är\./)
})

test('what one has asked for can be taken back', async (t) => {
  const app = await startTestApp(t)
  await requestOf(app, 'utan10001')
  const asker = await signedInAs(t, app, 'utan10001')
  t.is(await asker.press('Ta tillbaka'), 200)
  t.regex(wordsOf(asker), /Återtagen/)
})

test('another school’s request is not there', async (t) => {
  const app = await startTestApp(t)
  const id = await requestOf(app, 'utan10001')
  const stranger = await signedInAs(t, app, 'admin10002')
  t.is(await stranger.open(`/behorigheter/forfragningar/${id}`), 404)
})
