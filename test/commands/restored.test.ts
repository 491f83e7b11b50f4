import test from 'ava'
import { nameKeysOf } from '../../src/accounts/username.js'
import { lockedUntil } from '../../src/login/attempts/attempts.js'
import { findSession, saveSession } from '../../src/login/sessions/sessions.js'
import { tryCode } from '../../src/one-time-passwords/redeem.js'
import { digest } from '../../src/context/keys.js'
import { wrong } from '../login/fixture.js'
import { codeFor, from, order, reporter } from '../one-time-passwords/reporter.js'
import { freshDatabase } from '../support/database.js'
import { command } from '../support/service.js'
import { testContext } from '../support/context.js'

const context = testContext()
const secret = 'ett-hemligt-ord-som-bara-finns-i-det-har-testet'

test('after a backup was put back no session, code or token of it works, no name is locked, and it is told (G10)', async (t) => {
  const { db, owner, ownerUrl } = await freshDatabase(t)
  const accountId = await reporter(db)
  await saveSession(db, { idHash: digest('id'), uid: 'uid', accountId, payload: { loginTs: 4_000_000_000 } })
  const { codeId } = await order(db, context)
  const typed = await codeFor(db, context, codeId)
  await wrong(db, context, 'rut4711', 4)
  const nameKeys = nameKeysOf(context, 'rut4711')
  t.truthy(await lockedUntil(db, nameKeys))
  t.truthy(await findSession(db, context, { uid: 'uid' }))
  const token = { model: 'RefreshToken', id_hash: digest('token'), payload: '{}' }
  await owner.insertInto('oidc_record').values(token).execute()

  const said = await command(['restored'], { DATABASE_URL: ownerUrl, PORTVAKT_SECRET: secret })
  t.is(said.code, 0, said.err)
  t.regex(said.out, /1 sessions, 1 one-time passwords/)

  t.is(await findSession(db, context, { uid: 'uid' }), undefined)
  t.deepEqual(await tryCode(db, context, { codeId, typed, from }), { kind: 'spent' })
  t.is(await lockedUntil(db, nameKeys), undefined)
  t.deepEqual(await owner.selectFrom('oidc_record').selectAll().execute(), [])
  t.deepEqual(await owner.selectFrom('kiosk_visit').selectAll().execute(), [])
  const told = await owner.selectFrom('audit_event').select('details').where('kind', '=', 'backup-restored').execute()
  t.deepEqual(told, [{ details: { codes: 1, sessions: 1 } }])
})
