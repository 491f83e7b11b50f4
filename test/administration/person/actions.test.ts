import test from 'ava'
import { sql } from 'kysely'
import { permissionsOf } from '../../../src/permissions/permissions-of.js'
import { startTestApp, type TestApp } from '../../support/app.js'
import { stopClockAt } from '../../support/stop-clock.js'
import { accountIdOf, audited, signedInAs, wordsOf } from '../../own-account/client.js'
import { grantsIn, personPage } from './client.js'

const services = ['studietider', 'studeranderapportering']
const courses = 'Studietider och utbildningar'

const heldBy = async (app: TestApp, username: string) => {
  const accountId = await accountIdOf(app, username)
  return (await permissionsOf(app.db, { accountId, services })).map(({ service }) => service)
}

/** One act: what was written down together. */
const actions = async ({ owner }: TestApp) => {
  const rows = await owner.selectFrom('permission_change').select(['act_id', 'kind']).orderBy('id').execute()
  const last = rows.at(-1)
  return rows.filter(({ act_id }) => act_id === last?.act_id).map(({ kind }) => kind)
}

test('a permission ends at once, after a page that says what that means', async (t) => {
  const app = await startTestApp(t)
  const browser = await personPage(t, app, 'rapport10001')
  browser.tick(courses)
  await browser.press('Avsluta')
  t.is(browser.heading(), 'Avsluta behörighet')
  t.regex(wordsOf(browser), /Person: Amir Haddad .*Du kan ge personen samma behörighet på nytt senare/)
  t.is((await heldBy(app, 'rapport10001')).length, 2, 'nothing has been done yet')
  t.is(await browser.press('Avsluta'), 422)
  t.deepEqual(browser.errors(), ['Välj när behörigheten ska avslutas.'])
  browser.tick('Genast')
  t.is(await browser.press('Avsluta'), 200)
  t.regex(wordsOf(browser), /Sparat\. Personen och skolans behörighetsadministratörer får ett mejl/)
  t.regex(wordsOf(browser), /En tidigare behörighet/)
  t.deepEqual(await heldBy(app, 'rapport10001'), ['studeranderapportering'])
  t.regex((await app.nextMail('amir.haddad@vatterbygden.example')).text, /behörigheten\s+är avslutad/)
  t.regex((await app.nextMail('marie.lindblad@vatterbygden.example')).text, /Amir Haddad/)
})

test('several end together on a day, in one act', async (t) => {
  const app = await startTestApp(t)
  await stopClockAt(app.owner, '2026-03-02T12:00:00Z')
  const browser = await personPage(t, app, 'rapport10001')
  browser.tick(courses)
  browser.tick('Studeranderapportering')
  await browser.press('Avsluta')
  browser.tick('På en bestämd dag')
  browser.fill('Sista dag', '2026-03-31')
  t.is(await browser.press('Avsluta'), 200)
  t.regex(wordsOf(browser), /Från 1 januari 2026 till och med 31 mars 2026/)
  t.deepEqual(await actions(app), ['changed', 'changed'])
  await stopClockAt(app.owner, '2026-03-31T21:59:59Z')
  t.is((await heldBy(app, 'rapport10001')).length, 2)
  await stopClockAt(app.owner, '2026-03-31T22:00:01Z')
  t.is((await heldBy(app, 'rapport10001')).length, 0, 'midnight in Stockholm, and no job has run')
})

test('a permission pauses, and is taken up again', async (t) => {
  const app = await startTestApp(t)
  await stopClockAt(app.owner, '2026-03-02T12:00:00Z')
  const browser = await personPage(t, app, 'rapport10001')
  browser.tick(courses)
  await browser.press('Pausa')
  t.is(await browser.press('Spara'), 422)
  t.is(browser.errors().length, 3)
  browser.fill('Från och med', '2026-03-02')
  browser.fill('Till och med', '2026-03-01')
  browser.tick('Föräldraledighet')
  t.is(await browser.press('Spara'), 422)
  t.deepEqual(browser.errors(), ['Den sista dagen ligger före den första.'])
  browser.fill('Till och med', '2026-08-31')
  t.is(await browser.press('Spara'), 200)
  t.regex(wordsOf(browser), /Pausad till och med 31 augusti 2026 \(föräldraledighet\)/)
  t.deepEqual(await heldBy(app, 'rapport10001'), ['studeranderapportering'])
  t.deepEqual((await audited(app, 'permission-paused')).length, 1)
  browser.tick(courses)
  await browser.press('Ta upp igen')
  t.is(await browser.press('Spara'), 200)
  t.is((await heldBy(app, 'rapport10001')).length, 2)
})

test('the days are changed, and the first day only as long as it has not come', async (t) => {
  const app = await startTestApp(t)
  await stopClockAt(app.owner, '2026-03-02T12:00:00Z')
  const browser = await personPage(t, app, 'ny10001')
  await browser.press('Ändra dagar')
  t.false(browser.html().includes('name="from"'))
  browser.fill('Till och med', '2026-02-01')
  t.is(await browser.press('Spara'), 422)
  t.deepEqual(browser.errors(), ['Dagen har redan varit. Välj idag eller en senare dag.'])
  browser.fill('Till och med', '2026-06-30')
  t.is(await browser.press('Spara'), 200)
  t.regex(wordsOf(browser), /Från 1 januari 2026 till och med 30 juni 2026/)
})

test('another permission is given, planned, and moved before it starts', async (t) => {
  const app = await startTestApp(t)
  await stopClockAt(app.owner, '2026-03-02T12:00:00Z')
  const browser = await personPage(t, app, 'ny10001')
  await browser.follow('Ge en behörighet till')
  browser.tick('Studeranderapportering')
  browser.fill('Från och med', '2026-03-01')
  t.is(await browser.press('Spara'), 422)
  t.deepEqual(browser.errors(), ['Dagen har redan varit. Välj idag eller en senare dag.'])
  browser.tick('Studeranderapportering')
  browser.fill('Från och med', '2026-04-01')
  browser.fill('Till och med', '2026-05-31')
  t.is(await browser.press('Spara'), 200)
  t.regex(wordsOf(browser), /Studeranderapportering Planerad Börjar gälla 1 april 2026, till och med 31 maj 2026/)
  await browser.follow('Ge en behörighet till')
  browser.tick('Studeranderapportering')
  browser.fill('Från och med', '2026-05-01')
  t.is(await browser.press('Spara'), 422)
  t.regex(browser.errors().join(' '), /har redan den behörigheten/)
  t.is((await audited(app, 'permission-granted')).filter(({ details }) => details['reason'] === 'overlaps').length, 1)
  await browser.open(browser.path().replace(/\/ge$/, ''))
  browser.tick(courses, false)
  browser.tick('Studeranderapportering')
  await browser.press('Ändra dagar')
  browser.fill('Från och med', '2026-03-15')
  t.is(await browser.press('Spara'), 200)
  t.regex(wordsOf(browser), /Börjar gälla 15 mars 2026/)
})

test('who has left loses all of it here in one act, and keeps the account and what is elsewhere', async (t) => {
  const app = await startTestApp(t)
  const accountId = await accountIdOf(app, 'rapport10001')
  await sql`insert into "grant" (account_id, organisation_id, service, valid_from)
    select ${accountId}, id, 'studietider', date '2026-01-01' from organisation where code = '10002'`.execute(app.owner)
  const browser = await personPage(t, app, 'rapport10001')
  await browser.follow('Har slutat')
  t.regex(wordsOf(browser), /Allt som personen har för Vätterbygdens yrkeshögskola avslutas genast: .*Gäller/)
  t.is(await browser.press('Avsluta allt'), 200)
  t.deepEqual(await actions(app), ['ended', 'ended'])
  const left = await permissionsOf(app.db, { accountId, services })
  t.deepEqual(
    left.map(({ organisation }) => organisation),
    ['10002'],
  )
  t.regex(wordsOf(browser), /2 tidigare behörigheter/)
  await app.nextMail('amir.haddad@vatterbygden.example')
  t.is(app.mails.filter(({ to }) => to === 'amir.haddad@vatterbygden.example').length, 1, 'one mail tells all of it')
})

test('when one of several is refused, none is done', async (t) => {
  const app = await startTestApp(t)
  await stopClockAt(app.owner, '2026-03-02T12:00:00Z')
  const browser = await personPage(t, app, 'rapport10001')
  browser.tick(courses)
  await browser.press('Pausa')
  browser.fill('Från och med', '2026-03-10')
  browser.fill('Till och med', '2026-03-20')
  browser.tick('Annat skäl')
  await browser.press('Spara')
  browser.tick(courses)
  browser.tick('Studeranderapportering')
  await browser.press('Ta upp igen')
  t.is(await browser.press('Spara'), 422)
  t.regex(wordsOf(browser), /Det finns ingen paus att ta bort\./)
  t.deepEqual(await audited(app, 'permission-resumed'), [])
})

test('of two administrators at once the second is told how it is now, and nothing is lost', async (t) => {
  const app = await startTestApp(t)
  await stopClockAt(app.owner, '2026-03-02T12:00:00Z')
  const [first, second] = [await personPage(t, app, 'rapport10001'), await personPage(t, app, 'rapport10001')]
  for (const browser of [first, second]) {
    browser.tick(courses)
    await browser.press('Ändra dagar')
  }
  first.fill('Till och med', '2026-06-30')
  t.is(await first.press('Spara'), 200)
  second.fill('Till och med', '2026-09-30')
  t.is(await second.press('Spara'), 422)
  t.regex(wordsOf(second), /Något har ändrats medan du hade sidan öppen .*till och med 30 juni 2026/)
  second.fill('Till och med', '2026-09-30')
  t.is(await second.press('Spara'), 200, 'who has seen how it is now may go on')
  t.regex(wordsOf(second), /till och med 30 september 2026/)
})

test('another’s permission, nobody’s and one at another school look the same, in address and in form (R-66, R-67)', async (t) => {
  const app = await startTestApp(t)
  const browser = await personPage(t, app, 'rapport10001')
  const at = browser.path()
  const [own] = await grantsIn(app, 'rapport10001')
  const before = await app.owner.selectFrom('grant').selectAll().orderBy('id').execute()
  const [colleagues] = await grantsIn(app, 'ny10001')
  const [strangers, theirSchool] = await grantsIn(app, 'rapport10002')
  for (const id of [colleagues, strangers, 'aaaaaaaa-0000-4000-8000-00000000dead', `${own},${strangers}`]) {
    const query = id
      .split(',')
      .map((one) => `grant-${one}=ja`)
      .join('&')
    t.is((await browser.send(`${at}/avsluta?${query}`)).status, 404)
    const body = new URLSearchParams({ token: browser.formToken(), grants: id, when: 'now', day: '' })
    t.is((await browser.send(`${at}/avsluta`, { method: 'POST', body })).status, 404)
  }
  const give = new URLSearchParams({
    token: browser.formToken(),
    what: `${theirSchool}.studietider`,
    from: '2090-01-01',
    to: '',
  })
  t.is((await browser.send(`${at}/ge`, { method: 'POST', body: give })).status, 404)
  const leave = new URLSearchParams({ token: browser.formToken(), organisation: theirSchool })
  t.is((await browser.send(`${at}/har-slutat`, { method: 'POST', body: leave })).status, 404)
  t.deepEqual(await app.owner.selectFrom('grant').selectAll().orderBy('id').execute(), before)
})

test('nobody acts on their own permissions', async (t) => {
  const app = await startTestApp(t)
  const accountId = await accountIdOf(app, 'admin10001')
  await sql`insert into "grant" (account_id, organisation_id, service, valid_from)
    select ${accountId}, id, 'studietider', date '2026-01-01' from organisation where code = '10001'`.execute(app.owner)
  const browser = await personPage(t, app, 'admin10001')
  t.regex(wordsOf(browser), /Det här är du själv\./)
  t.false(/Ge en behörighet till|Har slutat|Ändra uppgifter|Skicka nytt/.test(wordsOf(browser)))
  const [grants, organisation] = await grantsIn(app, 'admin10001')
  const token = browser.formToken()
  const posts = {
    avsluta: { grants, when: 'now', day: '' },
    paus: { grants, from: '2090-01-01', to: '2090-01-02', reason: 'leave' },
    dagar: { grants, from: '', to: '2090-01-01' },
    ge: { what: `${organisation}.studeranderapportering`, from: '2090-01-01', to: '' },
    'har-slutat': { organisation },
    engangslosenord: {},
    'avsluta-konto': { reason: 'Jag vill inte.' },
  }
  for (const [below, fields] of Object.entries(posts)) {
    const body = new URLSearchParams({ token, ...fields })
    const answer = await browser.send(`/behorigheter/personer/${accountId}/${below}`, { method: 'POST', body })
    t.true([200, 422].includes(answer.status), below)
  }
  t.deepEqual(await heldBy(app, 'admin10001'), ['studietider'])
  t.deepEqual(
    await audited(app, 'one-time-password-ordered').then((all) => all.filter(({ by }) => by === accountId)),
    [],
  )
})

test('what the agency gives is shown and cannot be touched', async (t) => {
  const app = await startTestApp(t)
  await sql`update administered_by set administrator = 'agency' where service = 'studietider'`.execute(app.owner)
  const browser = await personPage(t, app, 'rapport10001')
  t.regex(wordsOf(browser), /Ges av oss på myndigheten, och ändras inte här\./)
  const rows = await app.owner.selectFrom('grant').select('id').where('service', '=', 'studietider').execute()
  for (const { id } of rows) {
    const body = new URLSearchParams({ token: browser.formToken(), grants: id, when: 'now', day: '' })
    t.is((await browser.send(`${browser.path()}/avsluta`, { method: 'POST', body })).status, 404)
  }
  t.deepEqual((await heldBy(app, 'rapport10001')).length, 2)
})

test('an appointment that ends between the page and the form ends what can be done', async (t) => {
  const app = await startTestApp(t)
  const browser = await personPage(t, app, 'rapport10001')
  browser.tick(courses)
  await browser.press('Avsluta')
  await sql`update appointment set ended_at = portvakt_now()`.execute(app.owner)
  browser.tick('Genast')
  t.is(await browser.press('Avsluta'), 403)
  t.is((await heldBy(app, 'rapport10001')).length, 2)
})

test('the reporter sees at once what has become of it', async (t) => {
  const app = await startTestApp(t)
  const reporter = await signedInAs(t, app, 'rapport10001')
  const browser = await personPage(t, app, 'rapport10001')
  await browser.follow('Har slutat')
  await browser.press('Avsluta allt')
  await reporter.open('/konto')
  t.regex(wordsOf(reporter), /Du har ingen egen behörighet här\./)
})
