import test, { type ExecutionContext } from 'ava'
import { permissionsOf } from '../../../src/permissions/permissions-of.js'
import { accountIdOf, audited, signedInAs, wordsOf } from '../../own-account/client.js'
import { startTestApp, type TestApp } from '../../support/app.js'

const services = ['studietider', 'studeranderapportering', 'studiestartsstod-budget']

async function officerIn(t: ExecutionContext) {
  const app = await startTestApp(t)
  return { app, karin: await signedInAs(t, app, 'handlaggare1') }
}

const idOf = async ({ owner }: TestApp, code: string) =>
  (await owner.selectFrom('organisation').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id

const pageOf = async (app: TestApp, code: string) => `/handlaggning/organisationer/${await idOf(app, code)}`

const mayDo = async (app: TestApp, username: string) =>
  (await permissionsOf(app.db, { accountId: await accountIdOf(app, username), services })).map(
    ({ organisation, service }) => `${organisation} ${service}`,
  )

const live = async ({ owner }: TestApp, table: 'grant' | 'appointment', code: string) =>
  await owner
    .selectFrom(table)
    .innerJoin('organisation', 'organisation.id', `${table}.organisation_id`)
    .where('organisation.code', '=', code)
    .where(`${table}.ended_at`, 'is', null)
    .select([`${table}.valid_from`, `${table}.valid_to`])
    .execute()

test('before a school closes the officer sees whom it concerns, and nothing has happened', async (t) => {
  const { app, karin } = await officerIn(t)
  await karin.open(await pageOf(app, '10001'))
  t.is(await karin.follow('Stäng'), 200)
  t.regex(wordsOf(karin), /2 personer med sammanlagt 3 behörigheter. En behörighetsadministratör./)
  t.is((await live(app, 'grant', '10001')).length, 3)
})

test('when it closes, permissions and appointments end at once, and everybody concerned is told', async (t) => {
  const { app, karin } = await officerIn(t)
  const marie = await signedInAs(t, app, 'admin10001')
  await karin.open(`${await pageOf(app, '10001')}/stang`)
  t.is(await karin.press('Stäng nu'), 200)
  t.true(wordsOf(karin).includes('Skolan eller kommunen är stängd.'))
  t.deepEqual(await mayDo(app, 'rapport10001'), [])
  t.deepEqual([await live(app, 'grant', '10001'), await live(app, 'appointment', '10001')], [[], []])
  t.is(await marie.open('/behorigheter'), 403)
  t.truthy(await app.nextMail('marie.lindblad@vatterbygden.example', 'Vätterbygdens yrkeshögskola har stängts'))
  t.is(
    (await audited(app, 'permission-ended')).filter(({ details }) => details['reason'] === 'organisation closed')
      .length,
    3,
  )
  t.like((await audited(app, 'appointment-ended')).at(-1), { details: { reason: 'closed' } })
  t.is((await audited(app, 'organisation-closed')).length, 1)
})

test('a school closes once, and only as the officer has seen it', async (t) => {
  const { app, karin } = await officerIn(t)
  const page = await pageOf(app, '10001')
  await karin.open(`${page}/stang`)
  await app.owner.updateTable('organisation').set({ version: 9 }).where('code', '=', '10001').execute()
  t.is(await karin.press('Stäng nu'), 409)
  t.is((await live(app, 'grant', '10001')).length, 3)
  t.is(await karin.press('Stäng nu'), 200)
  t.is(await karin.open(`${page}/stang`), 404)
  t.is((await audited(app, 'organisation-closed')).length, 1)
})

test('what a school had goes on at the one that it goes into: new rows, the old ones kept', async (t) => {
  const { app, karin } = await officerIn(t)
  const { owner } = app
  const into = await idOf(app, '10001')
  await owner
    .updateTable('grant')
    .set({ valid_to: '2099-06-30', paused_from: '2098-01-01', paused_to: '2098-02-01', pause_reason: 'leave' })
    .where('organisation_id', '=', await idOf(app, '10002'))
    .execute()
  await karin.open(await pageOf(app, '10002'))
  await karin.follow('Slå samman med en annan')
  karin.fill('Kod för den som tar över', '10001')
  t.is(await karin.press('Fortsätt'), 200)
  t.is(karin.heading(), 'Slå samman Norrsjö folkhögskola med Vätterbygdens yrkeshögskola')
  t.is(await karin.press('Slå samman nu'), 200)
  await karin.follow('Vätterbygdens yrkeshögskola')
  t.deepEqual(await mayDo(app, 'rapport10002'), ['10001 studietider'])
  const rows = await owner
    .selectFrom('grant')
    .where('account_id', '=', await accountIdOf(app, 'rapport10002'))
    .select(['organisation_id', 'valid_to', 'paused_to', 'end_reason'])
    .orderBy('granted_at')
    .execute()
  t.deepEqual(
    rows.map((row) => [row.organisation_id === into, row.valid_to, row.paused_to, row.end_reason]),
    [
      [false, '2099-06-30', '2098-02-01', 'organisation merged'],
      [true, '2099-06-30', '2098-02-01', null],
    ],
  )
  t.truthy(
    await app.nextMail(
      'marie.lindblad@vatterbygden.example',
      'Norrsjö folkhögskola har gått upp i Vätterbygdens yrkeshögskola',
    ),
  )
})

test('one officer who merges a school into another makes nobody an administrator there, and the page and a mail say so', async (t) => {
  const { app, karin } = await officerIn(t)
  const [leaving, into] = [await idOf(app, '10002'), await idOf(app, '10001')]
  await karin.open(`/handlaggning/organisationer/${leaving}/sla-samman?kod=10001`)
  t.true(wordsOf(karin).includes('Uppdragen som behörighetsadministratör går inte över.'))
  t.is(await karin.press('Slå samman nu'), 200)
  const britt = await signedInAs(t, app, 'admin10002')
  t.is(await britt.open(`/behorigheter/organisationer/${into}`), 404)
  t.deepEqual(await live(app, 'appointment', '10002'), [])
  const { text } = await app.nextMail(
    'britt-inger.nilsson@norrsjo.example',
    'Du är inte längre behörighetsadministratör',
  )
  t.true(text.includes('Norrsjö folkhögskola'))
})

test('the administrators of a school that goes into a new one, where nobody has had anything, go on there', async (t) => {
  const { app, karin } = await officerIn(t)
  await newSchool(app, '10777')
  await karin.open(`/handlaggning/organisationer/${await idOf(app, '10002')}/sla-samman?kod=10777`)
  t.true(wordsOf(karin).includes('Uppdragen som behörighetsadministratör går också över'))
  t.is(await karin.press('Slå samman nu'), 200)
  const britt = await signedInAs(t, app, 'admin10002')
  t.is(await britt.open(`/behorigheter/organisationer/${await idOf(app, '10777')}`), 200)
  t.truthy(await app.nextMail('britt-inger.nilsson@norrsjo.example', 'Du är behörighetsadministratör'))
})

test('a school with another’s former code is no new one: administrators do not go on there', async (t) => {
  const { app, karin } = await officerIn(t)
  await karin.open(`${await pageOf(app, '10001')}/andra`)
  karin.fill('Skolkod eller kommunkod', '19999')
  t.is(await karin.press('Spara'), 200)
  await newSchool(app, '10001')
  await karin.open(`/handlaggning/organisationer/${await idOf(app, '10002')}/sla-samman?kod=10001`)
  await karin.press('Slå samman nu')
  t.deepEqual(await live(app, 'appointment', '10001'), [])
})

/** As a file that is read in adds it. */
const newSchool = async ({ owner }: TestApp, code: string) =>
  await owner
    .insertInto('organisation')
    .values({ kind: 'school', code, name: `Skola ${code}` })
    .execute()

test('who holds the same at the other already keeps that, and gets what lasts longer from the day after', async (t) => {
  const { app, karin } = await officerIn(t)
  const [leaving, into] = [await idOf(app, '10002'), await idOf(app, '10001')]
  const accountId = await accountIdOf(app, 'rapport10002')
  await app.owner
    .insertInto('grant')
    .values({
      account_id: accountId,
      organisation_id: into,
      service: 'studietider',
      valid_from: '2026-01-01',
      valid_to: '2099-01-31',
    })
    .execute()
  await karin.open(`/handlaggning/organisationer/${leaving}/sla-samman?kod=10001`)
  await karin.press('Slå samman nu')
  const days = (await live(app, 'grant', '10001')).filter(({ valid_from: from }) => from !== '2026-01-01')
  t.deepEqual(days, [{ valid_from: '2099-02-01', valid_to: null }])
})

test('an officer who holds something there merges nothing: it would be given to themselves', async (t) => {
  const { app, karin } = await officerIn(t)
  const leaving = await idOf(app, '10002')
  await app.owner
    .insertInto('grant')
    .values({
      account_id: await accountIdOf(app, 'handlaggare1'),
      organisation_id: leaving,
      service: 'studietider',
      valid_from: '2026-01-01',
    })
    .execute()
  await karin.open(`/handlaggning/organisationer/${leaving}/sla-samman?kod=10001`)
  t.is(await karin.press('Slå samman nu'), 422)
  t.true(wordsOf(karin).includes('kan inte ge dig själv ett nytt'))
  t.is((await live(app, 'grant', '10002')).length, 2)
})

for (const [what, code] of [
  ['one of the other kind', '0999'],
  ['itself', '10002'],
  ['a closed one', '10003'],
  ['none', '99999'],
] as const) {
  test(`a school goes not into ${what}`, async (t) => {
    const { app, karin } = await officerIn(t)
    await app.owner.updateTable('organisation').set({ closed_at: '2026-02-01' }).where('code', '=', '10003').execute()
    const page = await pageOf(app, '10002')
    t.is(await karin.open(`${page}/sla-samman?kod=${code}`), 422)
    t.regex(karin.errors().join(' '), /Ingen annan öppen skola/)
    const { id } = (await app.owner
      .selectFrom('organisation')
      .select('id')
      .where('code', '=', code)
      .executeTakeFirst()) ?? { id: 'aaaaaaaa-0000-4000-8000-00000000dead' }
    const body = new URLSearchParams({ token: karin.formToken(), version: '1', into: id })
    await karin.open(`${page}/stang`)
    body.set('token', karin.formToken())
    const { status } = await karin.send(`${page}/sla-samman`, { method: 'POST', body })
    t.true([404, 409, 422].includes(status))
    t.is((await live(app, 'grant', '10002')).length, 1)
  })
}
