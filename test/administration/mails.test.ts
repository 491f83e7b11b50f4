import { randomUUID } from 'node:crypto'
import test from 'ava'
import { sql } from 'kysely'
import { permissionsChangedMail } from '../../src/administration/administration.mails.js'
import { tellOfAct } from '../../src/permissions/changes/tell-of-act.js'
import { endGrant } from '../../src/permissions/grants/end-grant.js'
import { grantPermission } from '../../src/permissions/grants/grant-permission.js'
import { accountIdOf } from '../own-account/client.js'
import { from } from '../permissions/fixture.js'
import { startTestApp, type TestApp } from '../support/app.js'

const addressOf = async ({ owner }: TestApp, username: string): Promise<string> => {
  const { email } = await owner
    .selectFrom('person')
    .innerJoin('account', 'account.person_id', 'person.id')
    .where('username', '=', username)
    .select('email')
    .executeTakeFirstOrThrow()
  if (email === null) throw new Error(`${username} has no address`)
  return email
}

/** The administrator at 10001 gives a reporter of another school both services there, in one act. */
async function giveBoth(app: TestApp) {
  const [by, accountId] = [await accountIdOf(app, 'admin10001'), await accountIdOf(app, 'rapport10002')]
  const { id: organisationId } = await app.owner
    .selectFrom('organisation')
    .select('id')
    .where('code', '=', '10001')
    .executeTakeFirstOrThrow()
  const act = randomUUID()
  await app.db.transaction().execute(async (trx) => {
    for (const service of ['studietider', 'studeranderapportering']) {
      await grantPermission(trx, { accountId, organisationId, service, validFrom: '2030-12-01', by, from, act })
    }
    await tellOfAct(trx, { act })
  })
  return act
}

test('one act is one mail to the person, which tells all that it changed and who did it (R-27)', async (t) => {
  const app = await startTestApp(t)
  await giveBoth(app)
  const mail = await app.nextMail(await addressOf(app, 'rapport10002'), 'Dina behörigheter har ändrats')
  for (const words of [
    'Studietider och utbildningar för Vätterbygdens yrkeshögskola: ny behörighet. Från 1 december 2030 och tills vidare.',
    'Studeranderapportering för Vätterbygdens yrkeshögskola: ny behörighet.',
    'har ändrat dina behörigheter',
  ]) {
    t.true(mail.text.replaceAll(/\s+/g, ' ').includes(words), words)
  }
  t.is(app.mails.filter(({ to }) => to === mail.to).length, 1)
})

test('every administrator of the organisation is told, the one who did it included, and no other school’s', async (t) => {
  const app = await startTestApp(t)
  await giveBoth(app)
  const mail = await app.nextMail(await addressOf(app, 'admin10001'), 'Behörigheter har ändrats')
  t.regex(mail.text, /Studeranderapportering/)
  await app.nextMail(await addressOf(app, 'rapport10002'))
  t.deepEqual(
    app.mails.filter(({ to }) => to.startsWith('admin10002')),
    [],
  )
})

test('a person with protected identity is not named in the administrators’ mail', async (t) => {
  const app = await startTestApp(t)
  const { given_name: name } = await app.owner
    .selectFrom('person')
    .innerJoin('account', 'account.person_id', 'person.id')
    .where('username', '=', 'rapport10002')
    .select('given_name')
    .executeTakeFirstOrThrow()
  await sql`update person set has_protected_identity = true from account
    where account.person_id = person.id and username = 'rapport10002'`.execute(app.owner)
  await giveBoth(app)
  const mail = await app.nextMail(await addressOf(app, 'admin10001'))
  t.false(`${mail.text}${mail.html}`.includes(name ?? 'no name'))
  t.true(mail.text.includes('Skyddade personuppgifter'))
})

test('an ended permission is told as ended', async (t) => {
  const app = await startTestApp(t)
  const [by, accountId] = [await accountIdOf(app, 'admin10001'), await accountIdOf(app, 'rapport10001')]
  const { id: grantId } = await app.owner
    .selectFrom('grant')
    .select('id')
    .where('account_id', '=', accountId)
    .where('service', '=', 'studietider')
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  const act = randomUUID()
  await app.db.transaction().execute(async (trx) => {
    await endGrant(trx, { grantId, by, reason: 'ended', from, act })
    await tellOfAct(trx, { act })
  })
  const mail = await app.nextMail(await addressOf(app, 'rapport10001'))
  t.regex(mail.text.replaceAll(/\s+/g, ' '), /behörigheten är avslutad/)
})

test('who no longer administers the organisation when the mail is written is not told', async (t) => {
  const app = await startTestApp(t, { isWorkerOff: true })
  const act = await giveBoth(app)
  const accountId = await accountIdOf(app, 'admin10001')
  const letter = { kind: 'permissions-changed', act, accountId, as: 'administrator' } as const
  const before = await permissionsChangedMail(app.db, app.context, letter)
  await sql`update appointment set ended_at = portvakt_now()`.execute(app.owner)
  t.not(before, undefined)
  t.is(await permissionsChangedMail(app.db, app.context, letter), undefined)
})
