import test from 'ava'
import { sql } from 'kysely'
import { startTestApp, type TestApp } from '../support/app.js'
import { accountIdOf, audited, signedInAs, wordsOf } from './client.js'

test('a person sees who they are here, and what they may do at which school from when', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  t.regex(wordsOf(browser), /Namn Amir Haddad Användarnamn rapport10001 E-post amir\.haddad@vatterbygden\.example/)
  t.regex(wordsOf(browser), /Vätterbygdens yrkeshögskola Skolkod 10001/)
  t.regex(wordsOf(browser), /Studeranderapportering Gäller Från 1 januari 2026 och tills vidare/)
  t.regex(wordsOf(browser), /Behörighetsadministratör Marie Lindblad/)
  t.false(wordsOf(browser).includes('Norrsjö'), 'nothing of schools where they never were')
})

test('what is planned, has run out, was ended or withdrawn is told as such', async (t) => {
  const app = await startTestApp(t)
  await addGrant(app, { from: 'portvakt_today() + 10', to: 'portvakt_today() + 20' })
  await addGrant(app, { from: "date '2025-03-01'", to: "date '2025-06-30'" })
  await addGrant(app, { from: "date '2025-08-01'", to: 'null', ended: "timestamptz '2025-09-30 22:30+00'" })
  await addGrant(app, { from: "date '2025-12-01'", to: 'null', ended: "timestamptz '2025-11-01 12:00+01'" })
  const browser = await signedInAs(t, app, 'utan10001')
  t.regex(wordsOf(browser), /Studietider och utbildningar Planerad Börjar gälla \d+ \p{L}+ \d{4}, till och med \d+ /u)
  t.regex(wordsOf(browser), /4 tidigare behörigheter/)
  t.regex(wordsOf(browser), /Har gått ut Gällde från 1 mars 2025 till 30 juni 2025/)
  t.regex(wordsOf(browser), /Avslutad Gällde från 1 augusti 2025 till 1 oktober 2025/, 'the day in Stockholm')
  t.regex(wordsOf(browser), /Avslutad Togs tillbaka 1 november 2025, innan den hade börjat gälla/)
  t.false(wordsOf(browser).includes('has left'), 'why is between the school and the agency')
})

test('at a school that has closed nothing is valid any more', async (t) => {
  const app = await startTestApp(t)
  await sql`update organisation set closed_at = timestamptz '2026-02-01 12:00+01' where code = '10001'`.execute(
    app.owner,
  )
  const browser = await signedInAs(t, app, 'rapport10001')
  t.regex(wordsOf(browser), /Du har ingen egen behörighet här\. 2 tidigare behörigheter/)
  t.regex(wordsOf(browser), /Gällde från 1 januari 2026 till 1 februari 2026/)
})

test('an administrator sees the schools they administer, and that it is they who do', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'admin10002')
  t.regex(
    wordsOf(browser),
    /Norrsjö folkhögskola Skolkod 10002 Du har ingen egen behörighet här\. Behörighetsadministratör Du /,
  )
  t.regex(wordsOf(browser), /Norrsjö komvux Skolkod 10003/)
})

test('an administrator with protected identity is not named', async (t) => {
  const app = await startTestApp(t)
  await sql`update person set has_protected_identity = true where family_name = 'Lindblad'`.execute(app.owner)
  const browser = await signedInAs(t, app, 'rapport10001')
  t.false(browser.html().includes('Lindblad'))
  t.regex(wordsOf(browser), /Behörighetsadministratör Ingen som går att visa här/)
})

test('who has never had a permission is told whom to ask', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'handlaggare1')
  t.regex(wordsOf(browser), /Du har ingen behörighet och har inte haft någon\./)
})

test('the language of the mails is chosen here, and speaks on the pages too', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  await browser.press('Skriv mejl till mig på engelska')
  t.is(browser.heading(), 'Your account')
  t.regex(wordsOf(browser), /Mails to you are in English from now on\./)
  t.regex(wordsOf(browser), /Student reporting Valid From 1 January 2026 until further notice/)
  const { language } = await app.owner
    .selectFrom('person')
    .select('language')
    .where('family_name', '=', 'Haddad')
    .executeTakeFirstOrThrow()
  t.is(language, 'en')
  const accountId = await accountIdOf(app, 'rapport10001')
  t.deepEqual(await audited(app, 'language-chosen'), [{ by: accountId, about: accountId, details: { language: 'en' } }])
  const strange = new URLSearchParams({ token: browser.formToken(), language: 'fi' })
  t.is((await browser.send('/konto/sprak', { method: 'POST', body: strange })).status, 400)
})

test('the start page leads to one’s account, and the account to changing the password', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  await browser.open('/')
  await browser.follow('Ditt konto')
  t.is(browser.path(), '/konto')
  await browser.follow('Ändra lösenord')
  t.is(browser.path(), '/losenordskiosk/andra')
})

test('when the sessions cannot be read nobody gets in', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'rapport10001')
  await sql`alter table session rename to hidden`.execute(app.owner)
  const answer = await browser.send('/konto')
  t.is(answer.status, 500)
  t.false((await answer.text()).includes('Haddad'))
})

interface GrantOfTest {
  readonly from: string
  readonly to: string
  readonly ended?: string
}

/** For days that the use cases would not give any more. */
const addGrant = async (app: TestApp, { from, to, ended = 'null' }: GrantOfTest): Promise<void> => {
  const reason = ended === 'null' ? 'null' : "'test'"
  await sql`
    insert into "grant" (account_id, organisation_id, service, valid_from, valid_to, ended_at, end_reason)
    select ${await accountIdOf(app, 'utan10001')}, id, 'studietider',
      ${sql.raw(from)}, ${sql.raw(to)}, ${sql.raw(ended)}, ${sql.raw(reason)}
    from organisation where code = '10001'`.execute(app.owner)
}
