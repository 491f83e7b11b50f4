import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { policyBounds } from '../../config/policy.js'
import { verifyAudit } from '../../src/audit/chain/verify.js'
import { goOnDisposing } from '../../src/officers/disposal/order-disposal.js'
import { accountIdOf, audited, signedInByPassword, signIn, wordsOf } from '../own-account/client.js'
import type { Browser } from '../support/browser.js'
import { travel } from '../support/clock.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { registeredAssurance } from './assurance-fixture.js'

async function atTheReport(t: ExecutionContext, years: number) {
  const app = await startTestApp(t, { isWorkerOff: true })
  return { app, later: async () => (await travel(app.owner, `${years} years 40 days`), await reportOf(t, app)) }
}

const reportOf = async (t: ExecutionContext, app: TestApp): Promise<Browser> => {
  const karin = await signedInByPassword(t, app, 'handlaggare1')
  await karin.open('/handlaggning/gallring')
  return karin
}

/** As the worker does. */
const carryOut = async (app: TestApp) => {
  const { rows } = await sql<{ id: string }>`select id from disposal order by ordered_at desc limit 1`.execute(
    app.owner,
  )
  const disposalId = rows[0]?.id ?? ''
  let left = 'more'
  while (left === 'more') left = await goOnDisposing(app.db, { disposalId })
}

const count = async (app: TestApp, table: string) => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(
    app.owner,
  )
  return rows[0]?.count
}

const letterOf = async (app: TestApp, username: string, ago: string) =>
  await sql`insert into username_letter (account_id, ordered_at, posted_at)
    select id, portvakt_now() - ${ago}::interval, portvakt_now() - ${ago}::interval from account
    where username = ${username}`.execute(app.owner)

const endingOf = async (app: TestApp, username: string, reopened: Date | null = null) => {
  const [accountId, by] = [await accountIdOf(app, username), await accountIdOf(app, 'handlaggare2')]
  const reopening = reopened && { reopened_at: reopened, reopened_by: by, reopen_reason: 'Kom tillbaka.' }
  await app.owner
    .insertInto('account_ending')
    .values({ account_id: accountId, ended_by: by, reason: 'Lånade ut sitt lösenord.', ...reopening })
    .execute()
}

test('the report shows what would go, how many and how old, and nothing goes before it is confirmed', async (t) => {
  const app = await startTestApp(t, { isWorkerOff: true })
  await letterOf(app, 'rapport10001', '2 years 1 day')
  await letterOf(app, 'rapport10002', '3 years')
  await letterOf(app, 'ny10001', '1 year 11 months')
  const karin = await reportOf(t, app)
  t.regex(wordsOf(karin), /Postade brev Sparas i 2 år\. .* 2 att gallra, från/)
  t.is(await karin.follow('Gallra: Postade brev'), 200)
  t.regex(wordsOf(karin), /Antal som gallras: 2\./)
  t.is(await count(app, 'username_letter'), 3)
  t.is(await karin.press('Gallra nu'), 200)
  t.regex(wordsOf(karin), /Gallringen har börjat/)
  t.regex(wordsOf(karin), /Gallras nu: 0 av 2\./)
  await carryOut(app)
  t.is(await count(app, 'username_letter'), 1, 'the young one stays')
  await karin.open('/handlaggning/gallring')
  t.regex(wordsOf(karin), /Tidigare gallringar Postade brev, från tiden före .* Antal: 2\./)
  t.like((await audited(app, 'disposal-ordered'))[0]?.details, { class: 'letters', expected: 2 })
  t.like((await audited(app, 'records-disposed'))[0], { by: await accountIdOf(app, 'handlaggare1') })
  t.like((await audited(app, 'records-disposed'))[0]?.details, { class: 'letters', removed: 2 })
})

test('what is confirmed is what was shown: nothing younger goes, whatever the form says', async (t) => {
  const app = await startTestApp(t, { isWorkerOff: true })
  await letterOf(app, 'rapport10001', '1 year')
  const karin = await reportOf(t, app)
  const body = new URLSearchParams({ token: karin.formToken(), before: '2099-01-01' })
  const answer = await karin.send('/handlaggning/gallring/letters', { method: 'POST', body })
  t.regex(answer.headers.get('location') ?? '', /klart=not-yet/)
  t.is(await count(app, 'disposal'), 0)
})

test('who signed in more than ten minutes ago disposes of nothing', async (t) => {
  const app = await startTestApp(t, { isWorkerOff: true })
  await letterOf(app, 'rapport10001', '3 years')
  const karin = await reportOf(t, app)
  await karin.follow('Gallra: Postade brev')
  await travel(app.owner, '10 minutes 1 second')
  await karin.press('Gallra nu')
  t.is(karin.heading(), 'Logga in till Portvakt')
  t.is(await count(app, 'disposal'), 0)
  await signIn(karin, 'handlaggare1')
  t.is(karin.path(), '/handlaggning/gallring/letters')
})

test('events go by whole years, the chain still holds, and it tells where it begins (T21)', async (t) => {
  const { app, later } = await atTheReport(t, 11)
  const before = await count(app, 'audit_event')
  const karin = await later()
  t.regex(wordsOf(karin), new RegExp(`Händelser i loggen Sparas i 10 år\\. .* ${before} att gallra`))
  await karin.follow('Gallra: Händelser i loggen')
  await karin.press('Gallra nu')
  await carryOut(app)
  const { rows } = await sql<{ first: string }>`select min(seq)::text as first from audit_event`.execute(app.owner)
  t.is(rows[0]?.first, String((before ?? 0) + 1))
  t.like(await verifyAudit(app.db), { kind: 'whole' })
  t.like((await audited(app, 'audit-period-closed'))[0]?.details, { lastSeq: String(before) })
  await karin.open('/handlaggning/gallring')
  t.regex(wordsOf(karin), /Händelser i loggen Sparas i 10 år\. .*? Inget att gallra\./)
})

test('an event that is younger than five years is removed by nobody, nor any other than by its period', async (t) => {
  const { app } = await atTheReport(t, 0)
  const by = await accountIdOf(app, 'handlaggare1')
  const refusedBy = async (statement: ReturnType<typeof sql>, db = app.db) =>
    (await t.throwsAsync(async () => await statement.execute(db)))?.message ?? ''
  t.regex(await refusedBy(sql`delete from audit_event where seq = 1`), /permission denied/)
  t.regex(await refusedBy(sql`insert into audit_anchor values (1, sha256(''), 2000, ${by}::uuid)`), /permission denied/)
  t.regex(await refusedBy(sql`delete from audit_event where seq = 1`, app.owner), /append-only/)
  await travel(app.owner, '4 years 11 months')
  const { rows } = await sql<{ year: number }>`
    select extract(year from min(at))::int as year from audit_event`.execute(app.owner)
  const [{ year } = { year: 0 }] = rows
  t.regex(await refusedBy(sql`select audit_close_period(${year}::int, ${by}::uuid)`), /five years after its end/)
  await travel(app.owner, '3 years')
  const reporter = await accountIdOf(app, 'rapport10001')
  await signedInByPassword(t, app, 'handlaggare1')
  t.regex(await refusedBy(sql`select audit_close_period(${year}::int, ${reporter}::uuid)`), /by an officer/)
  const wrongHash = sql`insert into audit_anchor values (3, sha256(''), ${year}::int, ${by}::uuid)`
  t.regex(await refusedBy(wrongHash, app.owner), /last event of its period/)
  t.is((await sql`select audit_close_period(${year}::int, ${by}::uuid)`.execute(app.db)).rows.length, 1)
  t.regex(await refusedBy(sql`delete from audit_anchor`, app.owner), /append-only/)
  t.regex(
    await refusedBy(sql`delete from audit_event where seq = (select seq from audit_head)`, app.owner),
    /append-only/,
  )
  t.deepEqual(policyBounds.retention.auditYears.least, 5, 'the setting goes no lower than the database')
})

test('a beginning that was cut off without a trace in the chain is a break', async (t) => {
  const { app } = await atTheReport(t, 0)
  await travel(app.owner, '8 years')
  await signedInByPassword(t, app, 'handlaggare1')
  const by = await accountIdOf(app, 'handlaggare1')
  await sql`select audit_close_period(
    (select extract(year from min(at))::int from audit_event), ${by}::uuid)`.execute(app.db)
  await sql`select audit_remove_anchored(10000)`.execute(app.db)
  t.like(await verifyAudit(app.db), { kind: 'broken', why: 'missing' })
})

test('of an account that ended long ago no name, number, address, username or password is left', async (t) => {
  const { app, later } = await atTheReport(t, 5)
  const accountId = await accountIdOf(app, 'rapport10001')
  const active = await accountIdOf(app, 'rapport10002')
  await sql`update account set ended_at = portvakt_now(), end_reason = 'has left' where id in (${accountId}, ${active})`.execute(
    app.owner,
  )
  await sql`update "grant" set ended_at = portvakt_now(), end_reason = 'has left' where account_id = ${accountId}`.execute(
    app.owner,
  )
  await endingOf(app, 'rapport10001')
  const karin = await later()
  t.regex(
    wordsOf(karin),
    /avslutade konton Sparas i 5 år\. .* 1 att gallra, från [^.]+\. Motiveringar till avslut som följer med: 1\./,
  )
  await karin.follow('Gallra: Personuppgifter för avslutade konton')
  await karin.press('Gallra nu')
  await carryOut(app)
  const person = await app.owner
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .leftJoin('password', 'password.account_id', 'account.id')
    .where('account.id', '=', accountId)
    .leftJoin('account_ending as ending', 'ending.account_id', 'account.id')
    .select([
      'username',
      'end_reason',
      'reason',
      'given_name',
      'family_name',
      'email',
      'street',
      'personal_identity_number as number',
      'hash',
    ])
    .executeTakeFirstOrThrow()
  t.like(person, { given_name: '–', family_name: '–', email: null, street: null, hash: null })
  t.like(person, { end_reason: '–', reason: '–' }, 'nor why it ended')
  t.regex(person.number, /^0{6}/)
  t.false(person.username.includes('rapport'))
  const { rows } = await sql<{ name: string }>`
    select given_name as name from person join account on person_id = person.id where account.id = ${active}`.execute(
    app.owner,
  )
  t.not(rows[0]?.name, '–', 'whose permission still holds is kept')
})

test('a request that nobody has answered is kept, however old', async (t) => {
  const { app, later } = await atTheReport(t, 3)
  await sql`insert into permission_request (account_id, organisation_id, service, words, answer, answered_at, answered_by)
    select account.id, organisation.id, 'studietider', 'Hej', answer, case when answer is not null then portvakt_now() end,
      case when answer is not null then account.id end
    from account, organisation, unnest(array[null, 'withdrawn']) answer
    where username = 'utan10001' and code = '10001'`.execute(app.owner)
  const karin = await later()
  await karin.follow('Gallra: Besvarade förfrågningar om behörighet')
  await karin.press('Gallra nu')
  await carryOut(app)
  t.is(await count(app, 'permission_request'), 1)
})

test('of an assurance that is over, the scan and why it was rejected go with what stood on it', async (t) => {
  const { app, later } = await atTheReport(t, 5)
  const id = await registeredAssurance(app)
  const by = await accountIdOf(app, 'handlaggare1')
  await sql`update assurance set decision = 'rejected', decided_by = ${by}, decided_at = portvakt_now(),
    reason = 'Rut Prov är inte anställd.' where id = ${id}`.execute(app.owner)
  await sql`insert into assurance (organisation_id, signatory_name, signed_on, personal_identity_number, given_name,
      family_name, email, street, postal_code, locality, effect, registered_by)
    select organisation_id, signatory_name, signed_on, personal_identity_number, given_name, family_name, email, street,
      postal_code, locality, effect, registered_by from assurance where id = ${id}`.execute(app.owner)
  const waiting = sql`insert into assurance_scan (assurance_id, type, bytes)
    select id, 'application/pdf', '%PDF-' from assurance where decision is null`
  await waiting.execute(app.owner)
  const karin = await later()
  t.regex(
    wordsOf(karin),
    /som inte gäller Sparas i 5 år\. .* 1 att gallra, från [^.]+\. Inskannade blanketter[^:]+: 1\./,
  )
  await karin.follow('Gallra: Personuppgifter i försäkringar som inte gäller')
  t.regex(wordsOf(karin), /Inskannade blanketter som följer med: 1\./, 'also before it is confirmed')
  await karin.press('Gallra nu')
  await carryOut(app)
  const assurances = await app.owner
    .selectFrom('assurance')
    .leftJoin('assurance_scan', 'assurance_scan.assurance_id', 'assurance.id')
    .select(['assurance.given_name as givenName', 'reason', 'bytes', 'decision'])
    .execute()
  t.like(
    assurances.find(({ decision }) => decision === 'rejected'),
    { givenName: '–', reason: '–', bytes: null },
  )
  const kept = assurances.find(({ decision }) => decision === null)
  t.is(kept?.givenName, 'Rut')
  t.truthy(kept?.bytes, 'a paper that awaits a decision keeps its scan')
})

test('why an account ended that was reopened long ago goes; a younger reason and the account stay', async (t) => {
  const { app, later } = await atTheReport(t, 5)
  const { now } = (await sql<{ now: Date }>`select portvakt_now() as now`.execute(app.owner)).rows[0] ?? {}
  await endingOf(app, 'rapport10001', now)
  const karin = await later()
  await sql`update account_ending set ended_at = portvakt_now() - interval '6 years'`.execute(app.owner)
  const today = (await sql<{ now: Date }>`select portvakt_now() as now`.execute(app.owner)).rows[0]?.now
  await endingOf(app, 'rapport10002', today)
  await karin.follow('Gallra: Motiveringar för konton som öppnades igen')
  t.regex(wordsOf(karin), /Antal som gallras: 1\./)
  await karin.press('Gallra nu')
  await carryOut(app)
  const reasons = await app.owner
    .selectFrom('account_ending')
    .innerJoin('account', 'account.id', 'account_ending.account_id')
    .select(['username', 'reason', 'reopen_reason as reopenReason'])
    .orderBy('username')
    .execute()
  t.deepEqual(reasons, [
    { username: 'rapport10001', reason: '–', reopenReason: '–' },
    { username: 'rapport10002', reason: 'Lånade ut sitt lösenord.', reopenReason: 'Kom tillbaka.' },
  ])
})

test('reading the report, and each class of it, is an event: once for each reading', async (t) => {
  const app = await startTestApp(t, { isWorkerOff: true })
  await letterOf(app, 'rapport10001', '3 years')
  const karin = await reportOf(t, app)
  await karin.open('/handlaggning/gallring')
  await karin.follow('Gallra: Postade brev')
  const [report, letters, ...more] = await audited(app, 'disposal-report-shown')
  t.deepEqual(more, [])
  t.like(report, { by: await accountIdOf(app, 'handlaggare1'), details: {} })
  t.deepEqual(letters?.details, { class: 'letters' })
  await karin.open('/handlaggning/logg')
  t.regex(wordsOf(karin), /läste vad som skulle gallras/)
})

test('who signed in more than ten minutes ago is asked who they are before the page that would dispose', async (t) => {
  const app = await startTestApp(t, { isWorkerOff: true })
  await letterOf(app, 'rapport10001', '3 years')
  const karin = await reportOf(t, app)
  await travel(app.owner, '10 minutes 1 second')
  await karin.follow('Gallra: Postade brev')
  t.is(karin.heading(), 'Logga in till Portvakt')
  t.deepEqual(
    (await audited(app, 'disposal-report-shown')).map(({ details }) => details),
    [{}],
  )
})
