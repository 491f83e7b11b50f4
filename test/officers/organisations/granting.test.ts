import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { permissionsOf } from '../../../src/permissions/permissions-of.js'
import { grantPermission } from '../../../src/permissions/grants/grant-permission.js'
import { accountIdOf, audited, signedInAs, wordsOf } from '../../own-account/client.js'
import { from, together } from '../../permissions/fixture.js'
import type { Browser } from '../../support/browser.js'
import { startTestApp, type TestApp } from '../../support/app.js'

const services = ['studietider', 'studeranderapportering']

/** At 10002 the agency keeps `studeranderapportering`; at 10001 nothing. */
async function fixture(t: ExecutionContext) {
  const app = await startTestApp(t)
  const { owner } = app
  await owner
    .updateTable('administered_by')
    .set({ administrator: 'agency' })
    .where('school_form', '=', 'folkhogskola')
    .where('service', '=', 'studeranderapportering')
    .execute()
  const { id } = await owner
    .selectFrom('organisation')
    .select('id')
    .where('code', '=', '10002')
    .executeTakeFirstOrThrow()
  return { app, id, page: `/handlaggning/organisationer/${id}`, karin: await signedInAs(t, app, 'handlaggare1') }
}

async function give(browser: Browser, page: string, typed: Readonly<Record<string, string>>) {
  await browser.open(`${page}/ge`)
  browser.tick('Studeranderapportering')
  for (const [label, value] of Object.entries(typed)) browser.fill(label, value)
  return await browser.press('Ge behörigheten')
}

const mayDo = async (app: TestApp, username: string) =>
  (await permissionsOf(app.db, { accountId: await accountIdOf(app, username), services })).map(({ service }) => service)

test('an officer gives what the agency keeps, and it holds; the person and the administrators are told by the agency', async (t) => {
  const { app, page, karin } = await fixture(t)
  await karin.open(page)
  await karin.follow('Behörigheter som myndigheten ger')
  t.is(await give(karin, page, { Person: 'rapport10002' }), 200)
  t.true(wordsOf(karin).includes('Behörigheten är given'))
  t.deepEqual((await mayDo(app, 'rapport10002')).toSorted(), ['studeranderapportering', 'studietider'])
  const { email } = await app.owner
    .selectFrom('person')
    .innerJoin('account', 'account.person_id', 'person.id')
    .where('username', '=', 'rapport10002')
    .select('email')
    .executeTakeFirstOrThrow()
  const mail = await app.nextMail(email ?? '')
  t.true(mail.text.includes('Myndigheten för studiestatistik har ändrat dina behörigheter'))
  t.false(mail.text.includes('Sundqvist'))
  t.like((await audited(app, 'permission-granted')).at(-1), {
    by: await accountIdOf(app, 'handlaggare1'),
    about: await accountIdOf(app, 'rapport10002'),
  })
})

test('a permission that could not be given after the number was looked up is given when the form is sent again (F-43)', async (t) => {
  const { app, page, karin } = await fixture(t)
  await karin.open(`${page}/ge`)
  karin.tick('Studeranderapportering')
  karin.fill('Person', '880119-9863')
  const { path, init } = await karin.toSend('Ge behörigheten')
  await sql`create function refuse() returns trigger language plpgsql as
    $$begin raise exception 'full' using errcode = '53100'; end$$`.execute(app.owner)
  await sql`create trigger refuse before insert on "grant" execute function refuse()`.execute(app.owner)
  t.true((await karin.send(path, init)).status >= 500)
  await sql`drop trigger refuse on "grant"`.execute(app.owner)
  t.is((await karin.send(path, init)).status, 303)
  t.deepEqual((await mayDo(app, 'rapport10002')).toSorted(), ['studeranderapportering', 'studietider'])
  t.is((await audited(app, 'number-checked')).length, 2, 'it was looked up twice')
})

test('what is local is not an officer’s to give, change or end, whatever form is sent', async (t) => {
  const { app, id, page, karin } = await fixture(t)
  const [by, accountId] = [await accountIdOf(app, 'handlaggare1'), await accountIdOf(app, 'rapport10001')]
  const outcome = await together(
    app.db,
    async (trx) =>
      await grantPermission(trx, {
        accountId,
        organisationId: id,
        service: 'studietider',
        validFrom: '2026-01-01',
        by,
        from,
      }),
  )
  t.deepEqual(outcome, { kind: 'not-theirs' })
  const { id: grantId } = await app.owner
    .selectFrom('grant')
    .select('id')
    .where('organisation_id', '=', id)
    .where('service', '=', 'studietider')
    .executeTakeFirstOrThrow()
  t.is(await karin.open(`${page}/behorigheter/${grantId}`), 200)
  t.true(wordsOf(karin).includes('kan du inte ändra'))
  const body = new URLSearchParams({
    token: karin.formToken(),
    act: 'end',
    validFrom: '',
    validTo: '',
    from: '',
    to: '',
    reason: '',
  })
  await karin.open(`${page}/ge`)
  body.set('token', karin.formToken())
  t.is((await karin.send(`${page}/behorigheter/${grantId}`, { method: 'POST', body })).status, 409)
  t.deepEqual(await mayDo(app, 'rapport10002'), ['studietider'])
})

test('an officer gives nothing to themselves', async (t) => {
  const { app, page, karin } = await fixture(t)
  t.is(await give(karin, page, { Person: 'handlaggare1' }), 422)
  t.regex(karin.errors().join(' '), /dina egna behörigheter/)
  t.deepEqual(await mayDo(app, 'handlaggare1'), [])
})

test('an administrator does not give what the agency keeps, and one who is no officer any more gives nothing', async (t) => {
  const { app, id } = await fixture(t)
  const accountId = await accountIdOf(app, 'rapport10001')
  const tryAs = async (username: string) =>
    await together(
      app.db,
      async (trx) =>
        await grantPermission(trx, {
          accountId,
          organisationId: id,
          service: 'studeranderapportering',
          validFrom: '2026-01-01',
          by: await accountIdOf(app, username),
          from,
        }),
    )
  t.deepEqual(await tryAs('admin10002'), { kind: 'not-theirs' })
  await app.owner
    .updateTable('officer')
    .set({ ended_at: '2026-01-01' })
    .where('account_id', '=', await accountIdOf(app, 'handlaggare1'))
    .execute()
  t.deepEqual(await tryAs('handlaggare1'), { kind: 'not-theirs' })
})

test('a permission that the agency keeps is paused, resumed, given other days and ended, and history is kept', async (t) => {
  const { app, page, karin } = await fixture(t)
  await give(karin, page, { Person: 'rapport10002' })
  const name = /([^,>]+), Studeranderapportering/.exec(karin.html())?.[1]?.trim() ?? ''
  const {
    rows: [row],
  } = {
    rows: await app.owner
      .selectFrom('grant')
      .select('valid_from')
      .where('ended_at', 'is', null)
      .where('service', '=', 'studeranderapportering')
      .orderBy('granted_at', 'desc')
      .execute(),
  }
  const day = row?.valid_from ?? ''
  const act = async (heading: string, fields: Readonly<Record<string, string>> = {}, tick?: string) => {
    await karin.follow(`${name}, Studeranderapportering`)
    for (const [label, value] of Object.entries(fields)) karin.fill(label, value)
    if (tick !== undefined) karin.tick(tick)
    return await karin.press(heading)
  }
  t.is(await act('Pausa behörigheten', { 'Från och med': day, 'Till och med': '2099-01-01' }, 'Föräldraledighet'), 200)
  t.deepEqual(await mayDo(app, 'rapport10002'), ['studietider'])
  t.is(await act('Återuppta behörigheten'), 200)
  t.is((await mayDo(app, 'rapport10002')).length, 2)
  t.is(await act('Spara dagarna', { 'Gäller till och med (lämna tomt om den gäller tills vidare)': '2099-06-30' }), 200)
  t.is(await act('Avsluta behörigheten'), 200)
  t.deepEqual(await mayDo(app, 'rapport10002'), ['studietider'])
  const kinds = ['permission-paused', 'permission-resumed', 'permission-changed', 'permission-ended'] as const
  for (const kind of kinds) t.like((await audited(app, kind)).at(-1), { by: await accountIdOf(app, 'handlaggare1') })
})

test('somebody new gets an account and a letter with the username; without details it is said what is missing', async (t) => {
  const { app, page, karin } = await fixture(t)
  t.is(await give(karin, page, { Person: '910730-9800' }), 422)
  t.regex(karin.errors().join(' '), /Personen finns inte här än/)
  t.is(await give(karin, page, { Person: '910730-9800', Förnamn: 'Stina', Efternamn: 'Prov' }), 422)
  t.regex(karin.errors().join(' '), /Skriv e-postadressen.*Skriv gatuadressen.*Skriv postnumret/)
  const details = {
    'E-postadress': 'stina@skola.example',
    Gatuadress: 'Storgatan 1',
    Postnummer: '553 18',
    Ort: 'Jönköping',
  }
  t.is(await give(karin, page, { Person: '910730-9800', Förnamn: 'Stina', Efternamn: 'Prov', ...details }), 200)
  t.true(wordsOf(karin).includes('Stina Prov'))
  const letters = await app.owner
    .selectFrom('username_letter')
    .innerJoin('account', 'account.id', 'username_letter.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .where('given_name', '=', 'Stina')
    .select('posted_at')
    .execute()
  t.deepEqual(letters, [{ posted_at: null }])
  t.is((await audited(app, 'number-checked')).length, 3)
})
