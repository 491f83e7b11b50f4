import test from 'ava'
import { sql } from 'kysely'
import { findByUsername } from '../../src/accounts/find.js'
import { nameKeysOf } from '../../src/accounts/username.js'
import { endOfficer } from '../../src/accounts/officers/end-officer.js'
import { isOfficer } from '../../src/accounts/officers/make-officer.js'
import { matchingInitial } from '../../src/one-time-passwords/match-initial.js'
import { en } from '../../src/text/en.js'
import { keyRing } from '../../src/context/keys.js'
import { fromWithin } from '../../src/context/origin.js'
import { choose, newPassword, prove } from '../kiosk/client.js'
import { signedInAs } from '../own-account/client.js'
import { openBrowser } from '../support/browser.js'
import { freshDatabase } from '../support/database.js'
import { command } from '../support/service.js'
import { startTestApp } from '../support/app.js'
import { testContext } from '../support/context.js'

const secret = 'ett-hemligt-ord-som-bara-finns-i-det-har-testet'
const karin = ['--given-name', 'Karin', '--family-name', 'Prov', '--email', 'karin@myndigheten.example']

test('the first officer is made by a command, which tells their username and a one-time password once (R-13)', async (t) => {
  const { db, owner, ownerUrl } = await freshDatabase(t)
  const settings = { DATABASE_URL: ownerUrl, PORTVAKT_SECRET: secret }
  const create = async () => await command(['officer', 'create', '--personnummer', '19680314-9845', ...karin], settings)
  const first = await create()
  t.is(first.code, 0, first.err)
  const username = /^Username: +(\S+)$/m.exec(first.out)?.[1] ?? ''
  const code = /^One-time password: +(\S+)$/m.exec(first.out)?.[1] ?? ''
  const account = await findByUsername(db, username)
  t.true(account !== undefined && (await isOfficer(db, account.id)))
  t.regex(code, /^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)
  const context = testContext({ keys: keyRing([secret]) })
  t.not(await matchingInitial(db, context, { nameKeys: nameKeysOf(context, username), typed: code }), undefined)
  const kinds = await owner.selectFrom('audit_event').select('kind').orderBy('seq').execute()
  t.true(kinds.some(({ kind }) => kind === 'officer-made'))

  const again = await create()
  t.is(again.code, 1)
  t.regex(again.err, /an officer already/)
  t.is((await owner.selectFrom('officer').select('account_id').execute()).length, 1)
})

test('with what the command tells, the officer chooses a password in the kiosk, without a letter, and works', async (t) => {
  const app = await startTestApp(t, { keys: keyRing([secret]) })
  const settings = { DATABASE_URL: app.ownerUrl, PORTVAKT_SECRET: secret }
  const made = await command(['officer', 'create', '--personnummer', '19910730-9800', ...karin], settings)
  t.is(made.code, 0, made.err)
  const username = /^Username: +(\S+)$/m.exec(made.out)?.[1] ?? ''
  const code = /^One-time password: +(\S+)$/m.exec(made.out)?.[1] ?? ''
  const browser = openBrowser(t, app.home)
  t.is(await prove(browser, username, code), 200)
  t.is(await choose(browser, newPassword), 200)
  t.is(await prove(openBrowser(t, app.home), username, code), 422)
  const theirs = openBrowser(t, app.home)
  await theirs.open('/handlaggning')
  theirs.fill('Användarnamn', username)
  theirs.fill('Lösenord', newPassword)
  t.is(await theirs.press('Logga in'), 200)
  t.is(theirs.path(), '/handlaggning')
})

test('an account that somebody else has prepared keeps no password and no session when the command makes it an officer’s', async (t) => {
  const app = await startTestApp(t, { keys: keyRing([secret]) })
  const settings = { DATABASE_URL: app.ownerUrl, PORTVAKT_SECRET: secret }
  const browser = await signedInAs(t, app, 'rapport10001')
  const made = await command(['officer', 'create', '--personnummer', '19820417-9835', ...karin], settings)
  t.is(made.code, 0, made.err)
  t.regex(made.out, /^Username: +rapport10001$/m)
  t.regex(made.out, /its password works no longer/)
  const account = await findByUsername(app.db, 'rapport10001')
  t.is(account?.password, undefined)
  t.is(account?.email, 'karin@myndigheten.example')
  await browser.open('/handlaggning')
  t.is(browser.heading(), 'Logga in till Portvakt')
  await app.nextMail('amir.haddad@vatterbygden.example', 'Din e-postadress är ändrad')
  await app.nextMail('karin@myndigheten.example', 'Ditt lösenord gäller inte längre')
  const code = /^One-time password: +(\S+)$/m.exec(made.out)?.[1] ?? ''
  const theirs = openBrowser(t, app.home)
  t.is(await prove(theirs, 'rapport10001', code), 200)
  t.is(await choose(theirs, newPassword), 200)
})

test('an officer’s address is changed by a command on the server, audited, and both addresses get a mail of it', async (t) => {
  const app = await startTestApp(t, { keys: keyRing([secret]) })
  const settings = { DATABASE_URL: app.ownerUrl, PORTVAKT_SECRET: secret }
  const { email: former } = (await findByUsername(app.db, 'handlaggare2')) ?? {}
  const email = ['officer', 'email', '--username', 'handlaggare2', '--email', 'ny@myndigheten.example']
  const said = await command(email, settings)
  t.is(said.code, 0, said.err)
  await app.nextMail(former ?? '', 'Din e-postadress är ändrad')
  await app.nextMail('ny@myndigheten.example', 'Din e-postadress är ändrad')
  const events = await app.owner
    .selectFrom('audit_event')
    .select(['actor_id', 'request_id', 'details'])
    .where('kind', '=', 'details-changed')
    .execute()
  t.deepEqual(events, [{ actor_id: null, request_id: 'portvakt officer email', details: { fields: 'email' } }])
  t.is((await command([...email.slice(0, 3), 'rapport10001', ...email.slice(4)], settings)).code, 1, 'no officer')
})

test('the server’s command changes an officer’s name, number and postal address, each audited with no officer as actor', async (t) => {
  const app = await startTestApp(t, { keys: keyRing([secret]) })
  const settings = { DATABASE_URL: app.ownerUrl, PORTVAKT_SECRET: secret }
  const change = async (what: string, username: string, ...options: string[]) =>
    await command(['officer', what, '--username', username, ...options], settings)
  const changes = [
    ['name', '--given-name', ' Anna\u200e-Karin ', '--family-name', 'Prövare'],
    ['number', '--personnummer', '\u202a19910730-9800\u202c'],
    ['post', '--street', 'Provgatan 3', '--postal-code', '553 18', '--locality', 'Karis', '--country', 'Finland'],
  ] as const
  for (const [what, ...options] of changes) {
    const said = await change(what, 'handlaggare2', ...options)
    t.is(said.code, 0, said.err)
    t.regex(said.err, /^Database: /, what)
    const again = await change(what, 'handlaggare2', ...options)
    t.is(again.code, 1, `${what} once more`)
    t.is((await change(what, 'rapport10001', ...options)).code, 1, `${what} of no officer`)
  }
  const person = await app.owner
    .selectFrom('person')
    .innerJoin('account', 'account.person_id', 'person.id')
    .where('account.username', '=', 'handlaggare2')
    .select(['given_name', 'family_name', 'personal_identity_number', 'street', 'postal_code', 'locality', 'country'])
    .executeTakeFirst()
  t.deepEqual(person, {
    given_name: 'Anna-Karin',
    family_name: 'Prövare',
    personal_identity_number: '199107309800',
    street: 'Provgatan 3',
    postal_code: '553 18',
    locality: 'Karis',
    country: 'FI',
  })
  const events = await app.owner
    .selectFrom('audit_event')
    .select(['kind', 'actor_id', 'request_id', 'details'])
    .where('kind', 'in', ['details-changed', 'number-changed'])
    .orderBy('seq')
    .execute()
  t.deepEqual(events, [
    {
      kind: 'details-changed',
      actor_id: null,
      request_id: 'portvakt officer name',
      details: { fields: 'givenName familyName' },
    },
    { kind: 'number-changed', actor_id: null, request_id: 'portvakt officer number', details: {} },
    {
      kind: 'details-changed',
      actor_id: null,
      request_id: 'portvakt officer post',
      details: { fields: 'street postalCode locality country' },
    },
  ])
})

test('the server’s command takes away an officer’s postal address, whole or not at all', async (t) => {
  const app = await startTestApp(t, { keys: keyRing([secret]) })
  const settings = { DATABASE_URL: app.ownerUrl, PORTVAKT_SECRET: secret }
  const post = async (...options: string[]) =>
    await command(['officer', 'post', '--username', 'handlaggare2', ...options], settings)
  const address = async () =>
    await app.owner
      .selectFrom('person')
      .innerJoin('account', 'account.person_id', 'person.id')
      .where('account.username', '=', 'handlaggare2')
      .select(['street', 'postal_code', 'locality', 'country'])
      .executeTakeFirst()
  const whole = { street: 'Provgatan 3', postal_code: '55318', locality: 'Jönköping', country: 'SE' }
  const given = ['--street', whole.street, '--postal-code', '553 18', '--locality', whole.locality]
  t.is((await post(...given)).code, 0)
  for (const half of [[], ['--street', 'Provgatan 4'], ['--none', '--street', 'Provgatan 4']]) {
    const said = await post(...half)
    t.is(said.code, 2, half.join(' '))
    t.regex(said.err, /--none/)
    t.deepEqual(await address(), whole)
  }
  const taken = await post('--none')
  t.is(taken.code, 0, taken.err)
  t.deepEqual(await address(), { street: null, postal_code: null, locality: null, country: 'SE' })
  t.is((await post('--none')).code, 1, 'once more')
})

test('the server’s command refuses a number that another person has, or that is none, with the sentence of the forms', async (t) => {
  const app = await startTestApp(t, { keys: keyRing([secret]) })
  const settings = { DATABASE_URL: app.ownerUrl, PORTVAKT_SECRET: secret }
  const number = async (typed: string) =>
    await command(['officer', 'number', '--username', 'handlaggare2', '--personnummer', typed], settings)
  const taken = await number('19820417-9835')
  t.is(taken.code, 1)
  t.true(taken.err.includes(en.officers.merging.number.taken), taken.err)
  const wrong = await number('19910730-9801')
  t.is(wrong.code, 1)
  t.true(wrong.err.includes(en.mistakes.number['wrong-check-digit']), wrong.err)
  t.deepEqual(await app.owner.selectFrom('former_number').select('number').execute(), [])
})

test('the server’s command reopens the account of a former officer, who gets a mail and is no officer by it', async (t) => {
  const app = await startTestApp(t, { keys: keyRing([secret]) })
  const settings = { DATABASE_URL: app.ownerUrl, PORTVAKT_SECRET: secret }
  const reopen = ['officer', 'reopen', '--username', 'handlaggare2', '--reason', 'Åter i tjänst.']
  t.is((await command(reopen, settings)).code, 1, 'it has not ended')
  const officer = await findByUsername(app.db, 'handlaggare2')
  const by = await findByUsername(app.db, 'handlaggare1')
  if (officer === undefined || by === undefined) throw new Error('The demo has its officers.')
  await app.db.transaction().execute(async (trx) => {
    await endOfficer(trx, { accountId: officer.id, by: by.id, from: fromWithin('test') })
  })
  await app.owner
    .updateTable('account')
    .set({ ended_at: sql`portvakt_now()`, end_reason: 'Slutar.' })
    .where('id', '=', officer.id)
    .execute()
  await app.owner
    .insertInto('account_ending')
    .values({ account_id: officer.id, ended_by: by.id, reason: 'Slutar.' })
    .execute()
  const said = await command(reopen, settings)
  t.is(said.code, 0, said.err)
  t.false((await findByUsername(app.db, 'handlaggare2'))?.isEnded)
  t.false(await isOfficer(app.db, officer.id))
  const ending = await app.owner
    .selectFrom('account_ending')
    .select(['reopened_by', 'reopen_reason'])
    .executeTakeFirst()
  t.deepEqual(ending, { reopened_by: null, reopen_reason: 'Åter i tjänst.' })
  const events = await app.owner
    .selectFrom('audit_event')
    .select(['actor_id', 'request_id'])
    .where('kind', '=', 'account-reopened')
    .execute()
  t.deepEqual(events, [{ actor_id: null, request_id: 'portvakt officer reopen' }])
  await app.nextMail(officer.email ?? '', 'Ditt konto är öppet igen')
})

test('an officer is ended by a command on the server, and the last one stays', async (t) => {
  const app = await startTestApp(t, { keys: keyRing([secret]) })
  const settings = { DATABASE_URL: app.ownerUrl, PORTVAKT_SECRET: secret }
  const end = async (username: string) => await command(['officer', 'end', '--username', username], settings)
  t.is((await end('handlaggare2')).code, 0)
  const ended = await findByUsername(app.db, 'handlaggare2')
  t.false(ended === undefined || ended.isEnded || (await isOfficer(app.db, ended.id)))
  const last = await end('handlaggare1')
  t.is(last.code, 1)
  t.regex(last.err, /the last officer/)
})

for (const [what, args] of [
  ['a number with a wrong check digit', ['--personnummer', '19680314-9844', ...karin]],
  ['two addresses', ['--personnummer', '19680314-9845', ...karin.slice(0, 4), '--email', 'a@b.example,c@d.example']],
  ['no name', ['--personnummer', '19680314-9845', '--given-name', ' ', ...karin.slice(2)]],
] as const) {
  test(`an officer with ${what} is refused, and nobody is made one`, async (t) => {
    const { owner, ownerUrl } = await freshDatabase(t)
    const said = await command(['officer', 'create', ...args], { DATABASE_URL: ownerUrl, PORTVAKT_SECRET: secret })
    t.not(said.code, 0)
    t.not(said.err, '')
    t.is((await owner.selectFrom('person').select('id').execute()).length, 0)
  })
}

test('the command makes an officer of a person with one name when it is said, and not when a name is forgotten', async (t) => {
  const { owner, ownerUrl } = await freshDatabase(t)
  const settings = { DATABASE_URL: ownerUrl, PORTVAKT_SECRET: secret }
  const email = ['--email', 'suharto@myndigheten.example']
  const create = ['officer', 'create', '--personnummer', '19680314-9845', '--given-name', 'Suharto', ...email]
  const forgotten = await command(create, settings)
  t.is(forgotten.code, 1)
  t.regex(forgotten.err, /--one-name/)
  const both = await command([...create, '--family-name', 'Haji', '--one-name'], settings)
  t.is(both.code, 1)
  t.regex(both.err, /only one of them with --one-name/)
  t.deepEqual(await owner.selectFrom('person').select('id').execute(), [])
  t.is((await command([...create, '--one-name'], settings)).code, 0)
  const person = await owner.selectFrom('person').select(['given_name', 'family_name']).executeTakeFirst()
  t.deepEqual(person, { given_name: 'Suharto', family_name: null })
})
