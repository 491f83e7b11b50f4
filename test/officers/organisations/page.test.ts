import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { audited, signedInAs, wordsOf } from '../../own-account/client.js'
import { startTestApp, type TestApp } from '../../support/app.js'

async function officerIn(t: ExecutionContext) {
  const app = await startTestApp(t)
  return { app, karin: await signedInAs(t, app, 'handlaggare1') }
}

const idOf = async ({ owner }: TestApp, code: string) =>
  (await owner.selectFrom('organisation').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id

const pageOf = async (app: TestApp, code: string) => `/handlaggning/organisationer/${await idOf(app, code)}`

test('the page tells who administers the school, who gives what there, how many hold it, and what was done', async (t) => {
  const { app, karin } = await officerIn(t)
  t.is(await karin.open(await pageOf(app, '10001')), 200)
  const words = wordsOf(karin)
  t.true(words.includes('Marie Lindblad'))
  t.regex(words, /Studeranderapportering En person Ges av skolans eller kommunens behörighetsadministratör/)
  t.regex(words, /Studietider och utbildningar 2 personer/)
  t.true(words.includes('fick') || words.includes('gav'))
})

test('the form to be signed is printed from the page of the school that it is for', async (t) => {
  const { app, karin } = await officerIn(t)
  await karin.open(await pageOf(app, '10001'))
  t.is(await karin.follow('Skriv ut en försäkran att skriva under (PDF)'), 200)
  t.is(karin.headers().get('content-type'), 'application/pdf')
})

test('a person with protected identity is not named, neither as administrator nor in the history', async (t) => {
  const { app, karin } = await officerIn(t)
  await app.owner.updateTable('person').set({ has_protected_identity: true }).execute()
  const page = await pageOf(app, '10001')
  for (const path of [page, `${page}/historik`]) {
    await karin.open(path)
    t.false(wordsOf(karin).includes('Lindblad'), path)
    t.true(wordsOf(karin).includes('Person med skyddade personuppgifter'), path)
  }
})

test('a service that the table gives to the agency says so, and paused or future permissions are not counted', async (t) => {
  const { app, karin } = await officerIn(t)
  await app.owner.updateTable('administered_by').set({ administrator: 'agency' }).execute()
  await app.owner.updateTable('grant').set({ valid_from: '2099-01-01' }).where('ended_at', 'is', null).execute()
  await karin.open(await pageOf(app, '10001'))
  t.regex(wordsOf(karin), /Studeranderapportering 0 personer Ges av myndighetens handläggare/)
})

test('whose account has ended holds nothing, in the officers’ numbers as in the school’s own', async (t) => {
  const { app, karin } = await officerIn(t)
  const marie = await signedInAs(t, app, 'admin10001')
  await sql`update account set ended_at = portvakt_now(), end_reason = 'has left' where username = 'rapport10001'`.execute(
    app.owner,
  )
  await karin.open(await pageOf(app, '10001'))
  t.regex(wordsOf(karin), /Studeranderapportering 0 personer/)
  await marie.open('/behorigheter')
  t.regex(wordsOf(marie), /Studeranderapportering 0/)
})

test('an officer ends an appointment: it is nobody’s at the next request, and the person is told', async (t) => {
  const { app, karin } = await officerIn(t)
  const marie = await signedInAs(t, app, 'admin10001')
  t.is(await marie.open('/behorigheter'), 200)
  await karin.open(await pageOf(app, '10001'))
  await karin.follow('Avsluta uppdraget för Marie Lindblad')
  t.true(wordsOf(karin).includes('Det är den enda behörighetsadministratören.'))
  t.is(await karin.press('Avsluta uppdraget'), 200)
  t.true(wordsOf(karin).includes('Ingen administrerar behörigheterna här.'))
  t.is(await marie.open('/behorigheter'), 403)
  t.truthy(await app.nextMail('marie.lindblad@vatterbygden.example', 'Du är inte längre behörighetsadministratör'))
  t.like((await audited(app, 'appointment-ended')).at(-1), { details: { reason: 'ended' } })
})

test('an appointment ends once, and one of another organisation is not there', async (t) => {
  const { app, karin } = await officerIn(t)
  await karin.open(await pageOf(app, '10001'))
  await karin.follow('Avsluta uppdraget för Marie Lindblad')
  const path = karin.path()
  const foreign = path.replace(await idOf(app, '10001'), await idOf(app, '10002'))
  t.is((await karin.send(foreign)).status, 404)
  const post = async (to: string) =>
    (await karin.send(to, { method: 'POST', body: new URLSearchParams({ token: karin.formToken() }) })).status
  t.is(await post(foreign), 404)
  t.is(await post(path), 303)
  t.is(await post(path), 404)
  t.is((await audited(app, 'appointment-ended')).length, 1)
})

test('what is not there is not found', async (t) => {
  const { karin } = await officerIn(t)
  for (const id of ['aaaaaaaa-0000-4000-8000-00000000dead', 'x', '..']) {
    t.is((await karin.send(`/handlaggning/organisationer/${id}/historik`)).status, 404)
  }
})
