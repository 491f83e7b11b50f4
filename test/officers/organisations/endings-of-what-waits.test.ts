import test, { type ExecutionContext } from 'ava'
import { requestOf } from '../../access/objects.js'
import { accountIdOf, audited, signIn, signedInAs, wordsOf } from '../../own-account/client.js'
import { travel } from '../../support/clock.js'
import { startTestApp, type TestApp } from '../../support/app.js'
import { registeredAssurance } from '../assurance-fixture.js'

async function officerIn(t: ExecutionContext) {
  const app = await startTestApp(t)
  return { app, karin: await signedInAs(t, app, 'handlaggare1') }
}

const pageOf = async ({ owner }: TestApp, code: string) => {
  const { id } = await owner.selectFrom('organisation').select('id').where('code', '=', code).executeTakeFirstOrThrow()
  return `/handlaggning/organisationer/${id}`
}

const closedAt = async ({ owner }: TestApp, code: string) =>
  (await owner.selectFrom('organisation').select('closed_at').where('code', '=', code).executeTakeFirstOrThrow())
    .closed_at

const answerOf = async ({ owner }: TestApp, id: string) =>
  await owner
    .selectFrom('permission_request')
    .where('id', '=', id)
    .select(['answer', 'reason', 'answered_by as by'])
    .executeTakeFirstOrThrow()

test('when a school closes, what somebody has asked for there is declined, and they are told why', async (t) => {
  const { app, karin } = await officerIn(t)
  const request = await requestOf(app, 'utan10001')
  await karin.open(`${await pageOf(app, '10001')}/stang`)
  t.regex(wordsOf(karin), /En förfrågan om behörighet som ingen har svarat på avslås, och den som frågade får ett mejl/)
  await karin.press('Stäng nu')
  t.deepEqual(await answerOf(app, request), {
    answer: 'declined',
    reason: 'Vätterbygdens yrkeshögskola har stängts.',
    by: await accountIdOf(app, 'handlaggare1'),
  })
  const mail = await app.nextMail('oskar.brandt@vatterbygden.example')
  t.true(mail.text.includes('Vätterbygdens yrkeshögskola har stängts.'))
  t.like((await audited(app, 'permission-request-answered')).at(-1), { details: { request, answer: 'declined' } })
})

test('when it goes into another, who has asked is told where to ask instead, in their own language', async (t) => {
  const { app, karin } = await officerIn(t)
  await app.owner.updateTable('person').set({ language: 'en' }).where('given_name', '=', 'Oskar').execute()
  const request = await requestOf(app, 'utan10001')
  await karin.open(`${await pageOf(app, '10001')}/sla-samman?kod=10002`)
  await karin.press('Slå samman nu')
  t.like(await answerOf(app, request), {
    reason: 'Vätterbygdens yrkeshögskola has been merged into Norrsjö folkhögskola. Ask there instead.',
  })
})

test('what the officer has asked for there is withdrawn: nobody answers their own', async (t) => {
  const { app, karin } = await officerIn(t)
  const request = await requestOf(app, 'handlaggare1')
  await karin.open(`${await pageOf(app, '10001')}/stang`)
  t.is(await karin.press('Stäng nu'), 200)
  t.like(await answerOf(app, request), { answer: 'withdrawn', reason: null })
  t.is((await audited(app, 'permission-request-withdrawn')).length, 1)
})

for (const [registrar, decision, kind] of [
  ['handlaggare2', 'rejected', 'assurance-rejected'],
  ['handlaggare1', 'withdrawn', 'assurance-withdrawn'],
] as const) {
  test(`when a school closes, a paper that ${registrar} registered and that waits is ${decision}, and says why`, async (t) => {
    const { app, karin } = await officerIn(t)
    const assurance = await registeredAssurance(app)
    const by = await accountIdOf(app, registrar)
    await app.owner.updateTable('assurance').set({ registered_by: by }).execute()
    await karin.open(`${await pageOf(app, '10002')}/stang`)
    t.true(wordsOf(karin).includes('En försäkran som väntar på beslut avvisas.'))
    await karin.press('Stäng nu')
    await karin.open(`/handlaggning/forsakringar/${assurance}`)
    t.regex(wordsOf(karin), decision === 'rejected' ? /Avvisad/ : /Återtagen/)
    t.true(wordsOf(karin).includes('Norrsjö folkhögskola har stängts.'))
    t.like((await audited(app, kind)).at(-1), { details: { assurance } })
  })
}

for (const [what, page, button] of [
  ['closes no school', 'stang', 'Stäng nu'],
  ['merges none', 'sla-samman?kod=10002', 'Slå samman nu'],
] as const) {
  test(`who signed in more than ten minutes ago ${what} before they have signed in again`, async (t) => {
    const { app, karin } = await officerIn(t)
    const at = await pageOf(app, '10001')
    await karin.open(`${at}/${page}`)
    await travel(app.owner, '10 minutes 1 second')
    await karin.press(button)
    t.is(karin.heading(), 'Logga in till Portvakt')
    t.is(await closedAt(app, '10001'), null)
    t.is(await signIn(karin, 'handlaggare1'), 200)
    t.is(karin.path().replace(/\?.*/, ''), `${at}/${page.replace(/\?.*/, '')}`)
    t.is(await closedAt(app, '10001'), null, 'what was posted is not done behind their back')
    await karin.open(`${at}/${page}`)
    t.is(await karin.press(button), 200)
    t.not(await closedAt(app, '10001'), null)
  })
}
