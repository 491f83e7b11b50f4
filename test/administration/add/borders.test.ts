import test from 'ava'
import { sql } from 'kysely'
import { accountIdOf, audited, signedInAs, wordsOf } from '../../own-account/client.js'
import type { Browser } from '../../support/browser.js'
import { startTestApp, type TestApp } from '../../support/app.js'
import { atNumber, atSummary, chooseService, newcomer, typeDetails, typeNumber } from './client.js'

const organisationId = async ({ owner }: TestApp, code: string) =>
  (await owner.selectFrom('organisation').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id

const grantsIn = async ({ owner }: TestApp) =>
  (await owner.selectFrom('grant').select('id').where('ended_at', 'is', null).execute()).length

test('two schools add the same person: one account, and neither learns anything of the other', async (t) => {
  const app = await startTestApp(t)
  const first = await atSummary(t, app)
  await first.press('Spara')
  const second = await atNumber(t, app, 'admin10002')
  second.tick('Norrsjö folkhögskola')
  await second.press('Fortsätt')
  await typeNumber(second, '19900101-9802')
  t.is(second.heading(), 'Vilka behörigheter ska personen ha?', 'nothing is asked about who is known')
  for (const secret of ['Ylva', 'Åström', newcomer.email, 'Hamngatan', 'Vätterbygden', '10001']) {
    t.false(second.source().includes(secret), `${secret} is not told`)
  }
  await chooseService(second)
  t.regex(wordsOf(second), /Finns redan hos oss/)
  for (const secret of ['Ylva', newcomer.email, 'Vätterbygden']) t.false(second.html().includes(secret), secret)
  await second.press('Spara')
  t.is(second.heading(), 'Behörigheten är given')
  for (const secret of [newcomer.email, 'Vätterbygden', 'Hamngatan']) t.false(second.html().includes(secret), secret)
  await second.open(`/behorigheter/personer/${await personNamed(app, newcomer.familyName)}`)
  t.regex(wordsOf(second), /Ylva Åström.*E-postadress Visas inte Postadress Visas inte/)
  for (const secret of [newcomer.email, 'Vätterbygden', 'Hamngatan']) t.false(second.html().includes(secret), secret)
  const list = await takeOutList(second)
  t.true(list.includes('Åström'))
  t.false(list.includes(newcomer.email))
  await first.open(`/behorigheter/personer/${await personNamed(app, newcomer.familyName)}`)
  t.true(wordsOf(first).includes(newcomer.email) && wordsOf(first).includes('Hamngatan 3'), 'the first typed them')
  const accounts = await app.owner
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select('account.id')
    .where('personal_identity_number', '=', '199001019802')
    .execute()
  t.is(accounts.length, 1)
  const letters = await sql`select from username_letter`.execute(app.owner)
  t.is(letters.rows.length, 1)
  const told = [await app.nextMail(newcomer.email), await app.nextMail(newcomer.email)]
  t.is(told.filter(({ text }) => text.includes('Norrsjö folkhögskola')).length, 1)
  await app.nextMail('britt-inger.nilsson@norrsjo.example')
  t.false(
    app.mails.some(({ to, text }) => to.includes('marie.lindblad') && text.includes('Norrsjö')),
    'the first school’s administrator is not told of the second',
  )
})

test('another’s draft, one that is not there and one with a strange name look the same', async (t) => {
  const app = await startTestApp(t)
  const theirs = await atSummary(t, app)
  const path = theirs.path()
  const other = await signedInAs(t, app, 'admin10002')
  const nobodys = path.replace(/[0-9a-f]{8}-/, '00000000-')
  const strange = path.replace(/lagg-till\/[^/]+/, 'lagg-till/a')
  const answers = []
  for (const at of [path, nobodys, strange]) {
    t.is(await other.open(at), 404)
    answers.push(other.words())
    const token = other.formToken()
    const save = at.replace('granska', 'spara')
    t.is((await other.send(save, { method: 'POST', body: new URLSearchParams({ token }) })).status, 404)
  }
  t.is(new Set(answers).size, 1)
  t.false(answers.join().includes('Ylva'))
})

test('an organisation that is another’s, or none, is not there, and nothing is begun', async (t) => {
  const app = await startTestApp(t)
  const browser = await atNumber(t, app, 'admin10002')
  const foreign = await organisationId(app, '10001')
  for (const organisation of [foreign, foreign.replace(/^.{8}/, '00000000'), 'x']) {
    const body = new URLSearchParams({ token: browser.formToken(), organisation, number: '' })
    t.is((await browser.send('/behorigheter/lagg-till', { method: 'POST', body })).status, 404)
  }
  t.is((await sql`select from new_user_draft`.execute(app.owner)).rows.length, 0)
})

test('with one organisation, another’s that is sent along changes nothing (R-66)', async (t) => {
  const app = await startTestApp(t)
  const browser = await atNumber(t, app)
  const organisation = await organisationId(app, '10002')
  const body = new URLSearchParams({ token: browser.formToken(), organisation, number: newcomer.number })
  await browser.send('/behorigheter/lagg-till', { method: 'POST', body })
  const drafts = await app.owner.selectFrom('new_user_draft').select('organisation_id').execute()
  t.deepEqual(drafts, [{ organisation_id: await organisationId(app, '10001') }])
})

test('who is appointed no more saves nothing', async (t) => {
  const app = await startTestApp(t)
  const browser = await atSummary(t, app)
  const before = await grantsIn(app)
  await sql`update appointment set ended_at = portvakt_now()
    where account_id = ${await accountIdOf(app, 'admin10001')}`.execute(app.owner)
  t.is(await browser.press('Spara'), 403)
  t.is(await grantsIn(app), before)
})

test('a service that is not theirs to give is refused, however it is sent (R-69)', async (t) => {
  const app = await startTestApp(t)
  const browser = await atNumber(t, app)
  await typeNumber(browser, newcomer.number)
  await typeDetails(browser)
  const token = browser.formToken()
  for (const service of ['studiestartsstod-budget', 'studiestartsstod-ansoka', 'administrator', 'finns-inte']) {
    const body = new URLSearchParams({ token, [`service-${service}`]: 'ja', [`from-${service}`]: '2030-01-01' })
    t.is((await browser.send(browser.path(), { method: 'POST', body })).status, 400, service)
  }
  // Not even when it has got into the draft.
  await sql`update new_user_draft set services = '{"studiestartsstod-budget":["2040-01-01",null]}'`.execute(app.owner)
  const before = await grantsIn(app)
  await browser.send(browser.path().replace('tjanster', 'spara'), {
    method: 'POST',
    body: new URLSearchParams({ token }),
  })
  t.is(await grantsIn(app), before)
})

test('the agency’s services are told as such, and whom to call', async (t) => {
  const app = await startTestApp(t)
  await sql`update administered_by set administrator = 'agency' where service = 'studeranderapportering'`.execute(
    app.owner,
  )
  const browser = await atNumber(t, app)
  await typeNumber(browser, newcomer.number)
  await typeDetails(browser)
  t.regex(wordsOf(browser), /Ges av myndigheten Studeranderapportering ges av en handläggare/)
  t.false(browser.html().includes('service-studeranderapportering'))
})

test('what the person holds already at this school is told, and refused on the same days', async (t) => {
  const app = await startTestApp(t)
  const browser = await atNumber(t, app)
  await typeNumber(browser, '198204179835')
  t.regex(wordsOf(browser), /Personen har redan behörighet hos er/)
  t.regex(wordsOf(browser), /Studietider och utbildningar Har redan\. Från 1 januari 2026 och tills vidare/)
  await chooseService(browser)
  t.is(await browser.press('Spara'), 422)
  t.regex(browser.errors().join(), /Personen har redan den här behörigheten de dagarna/)
  const by = await accountIdOf(app, 'admin10001')
  const refused = (await audited(app, 'permission-granted')).filter((event) => event.by === by)
  t.like(refused.at(-1)?.details, { reason: 'overlaps' })
})

test('a person with protected identity is added without being named', async (t) => {
  const app = await startTestApp(t)
  await sql`update person set has_protected_identity = true where family_name = 'Sjöström'`.execute(app.owner)
  const browser = await atNumber(t, app)
  await typeNumber(browser, '198801199863')
  await chooseService(browser)
  await browser.press('Spara')
  t.is(browser.heading(), 'Behörigheten är given')
  t.false(browser.html().includes('Sjöström'))
  const mail = await app.nextMail('marie.lindblad@vatterbygden.example')
  t.false(mail.text.includes('Sjöström'))
})

const personNamed = async ({ owner }: TestApp, familyName: string): Promise<string> =>
  (
    await owner
      .selectFrom('account')
      .innerJoin('person', 'person.id', 'account.person_id')
      .select('account.id')
      .where('family_name', '=', familyName)
      .executeTakeFirstOrThrow()
  ).id

const takeOutList = async (browser: Browser): Promise<string> => {
  await browser.open('/behorigheter/personer')
  const body = new URLSearchParams({ token: browser.formToken(), format: 'csv' })
  return await (await browser.send('/behorigheter/personer/lista', { method: 'POST', body })).text()
}
