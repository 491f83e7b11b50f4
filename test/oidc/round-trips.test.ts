import test from 'ava'
import * as client from 'openid-client'
import pg from 'pg'
import { startTestApp } from '../support/app.js'
import { relyingParty } from './relying-party.js'

/** Everything that this process sends to the database from now on; begin and commit are round trips too. */
const sent: string[] = []
const query: (this: pg.Client, ...given: unknown[]) => unknown = Reflect.get(pg.Client.prototype, 'query')
Reflect.set(pg.Client.prototype, 'query', function (this: pg.Client, ...given: unknown[]) {
  const [what] = given
  sent.push(typeof what === 'string' ? what : String(Reflect.get(Object(what), 'text')))
  return query.apply(this, given)
})

const sentBy = async <T>(act: () => Promise<T>): Promise<{ readonly sent: readonly string[]; readonly got: T }> => {
  const before = sent.length
  const got = await act()
  return { sent: sent.slice(before), got }
}

/** As many as they were when they were counted first: fewer is welcome, more is a decision. */
const atMost = { page: 7, signIn: 48, token: 14, userinfo: 8, introspection: 10, refresh: 13 }

test.serial(
  'a sign-in and each call of a relying service cost no more round trips to the database than are written here',
  async (t) => {
    const app = await startTestApp(t, { isWorkerOff: true })
    const service = await relyingParty(t, app)
    const other = await relyingParty(t, app, { id: 'andra' })
    // What is done once in a process is done before anything is counted.
    await service.enter('rapport10001')
    const page = await sentBy(async () => await other.begin())
    const signIn = await sentBy(async () => await other.signIn('rapport10001'))
    const token = await sentBy(async () => await other.exchange(page.got))
    const { access_token: access, refresh_token: refresh = '' } = token.got
    const subject = token.got.claims()?.sub ?? ''
    const userinfo = await sentBy(async () => await client.fetchUserInfo(other.config, access, subject))
    const introspection = await sentBy(async () => await client.tokenIntrospection(other.config, access))
    const refreshed = await sentBy(async () => await client.refreshTokenGrant(other.config, refresh))
    const counted = {
      page: page.sent,
      signIn: signIn.sent,
      token: token.sent,
      userinfo: userinfo.sent,
      introspection: introspection.sent,
      refresh: refreshed.sent,
    }
    const over = Object.entries(counted).filter(([what, { length }]) => length > atMost[what as keyof typeof counted])
    t.deepEqual(Object.fromEntries(over), {})
    t.true(Object.values(counted).every(({ length }) => length > 0))
  },
)
