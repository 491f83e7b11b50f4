import { createHmac, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { saveSession } from '../../src/login/sessions/sessions.js'
import { sessionCookieName } from '../../src/login/sessions/session.js'
import { digest } from '../../src/context/keys.js'
import { openBrowser, type Browser, type Witness } from './browser.js'
import type { TestApp } from './app.js'

/**
 * A browser in which somebody is signed in, by the session's row and its cookie alone: for tests whose subject is not
 * signing in. No page has been opened, no audit event written and no attempt cleared.
 */
export async function signInDirectly(t: Witness, app: TestApp, username: string): Promise<Browser> {
  const { owner, db, context } = app
  const { accountId, loginTs } = await owner
    .selectFrom('account')
    .select(['id as accountId', sql<number>`extract(epoch from portvakt_now())::int`.as('loginTs')])
    .where('username', '=', username)
    .executeTakeFirstOrThrow()
  const [id, uid] = [randomBytes(32).toString('base64url'), randomBytes(16).toString('base64url')]
  const exp = loginTs + context.policy.session.absoluteHours * 3600
  const payload = { kind: 'Session', uid, accountId, loginTs, iat: loginTs, exp, amr: ['pwd'], authorizations: {} }
  await saveSession(db, { idHash: digest(id), uid, accountId, payload, source: '127.0.0.1' })
  const browser = openBrowser(t, app.home)
  const name = sessionCookieName(context.issuer.startsWith('https:'))
  browser.keep(`${name}=${id}; path=/`)
  browser.keep(`${name}.sig=${signature(app, `${name}=${id}`)}; path=/`)
  return browser
}

/** As oidc-provider signs its cookies. */
const signature = ({ context }: TestApp, cookie: string): string =>
  createHmac('sha1', context.keys.newest('cookie').bytes.toString('base64url')).update(cookie).digest('base64url')
