import test, { type ExecutionContext } from 'ava'
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { publishedKeys, rotateKeys } from '../../src/oidc/keys/rotate-keys.js'
import { fromWithin } from '../../src/context/origin.js'
import { travel } from '../support/clock.js'
import { freshDatabase } from '../support/database.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { relyingParty } from './relying-party.js'

const from = fromWithin('test')
const rotate = async ({ db, context }: Pick<TestApp, 'db' | 'context'>, aheadHours: number) =>
  await rotateKeys(db, context, { aheadHours, from })

/** Two nodes on one database, and a service that signs people in at the first. */
async function twoNodes(t: ExecutionContext) {
  const database = await freshDatabase(t)
  const app = await startTestApp(t, { database })
  const other = await startTestApp(t, { database, isWorkerOff: true })
  const { enter } = await relyingParty(t, app)
  const idToken = async () => (await enter('rapport10001')).id_token ?? ''
  return { app, other, idToken }
}

const kidsAt = async ({ home }: TestApp): Promise<readonly string[]> => {
  const { keys } = (await (await fetch(`${home}/oidc/jwks`)).json()) as { keys: { kid: string; alg: string }[] }
  return keys.filter(({ alg }) => alg === 'ES256').map(({ kid }) => kid)
}
const signedBy = (token: string) => decodeProtectedHeader(token).kid
const verifies = async ({ home }: TestApp, token: string): Promise<boolean> =>
  await jwtVerify(token, createRemoteJWKSet(new URL(`${home}/oidc/jwks`)), { currentDate: new Date(0) }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_JWKS_NO_MATCHING_KEY') return false
      throw error
    },
  )

test('a new key is published by every node at once, signs when its hour comes, and no node is started anew (R-89, F-14)', async (t) => {
  const { app, other, idToken } = await twoNodes(t)
  const first = await idToken()
  t.is(signedBy(first), 'test-ES256')
  const rotated = await rotate(app, 24)
  const [added = ''] = rotated.kind === 'rotated' ? rotated.kids : []
  for (const node of [app, other]) t.deepEqual(await kidsAt(node), ['test-ES256', added])
  t.is(signedBy(await idToken()), 'test-ES256', 'the former one signs on')
  await travel(app.owner, '24 hours 1 second')
  t.is(signedBy(await idToken()), added)
  for (const node of [app, other]) t.deepEqual(await kidsAt(node), [added, 'test-ES256'])
})

test('what the former key signed is accepted as long as the longest session, and then the key is gone (R-89, F-14)', async (t) => {
  const { app, other, idToken } = await twoNodes(t)
  await rotate(app, 24)
  await travel(app.owner, '23 hours 59 minutes')
  const last = await idToken()
  t.is(signedBy(last), 'test-ES256')
  await travel(app.owner, '12 hours')
  for (const node of [app, other]) t.true(await verifies(node, last))
  await travel(app.owner, '2 hours')
  for (const node of [app, other]) {
    t.false(await verifies(node, last))
    t.is((await kidsAt(node)).length, 1)
  }
})

test('a key that may have been stolen is gone from every node at once', async (t) => {
  const { app, other, idToken } = await twoNodes(t)
  const stolen = await idToken()
  const rotated = await rotate(app, 0)
  const [added] = rotated.kind === 'rotated' ? rotated.kids : []
  t.is(signedBy(await idToken()), added)
  for (const node of [app, other]) {
    t.deepEqual(await kidsAt(node), [added])
    t.false(await verifies(node, stolen))
  }
})

test('one rotation at a time: a second while keys wait is told so, and of two at once one does it', async (t) => {
  const { app } = await twoNodes(t)
  const both = await Promise.all([rotate(app, 24), rotate(app, 24)])
  t.deepEqual(both.map(({ kind }) => kind).toSorted(), ['rotated', 'rotated-meanwhile'])
  t.like(await rotate(app, 24), { kind: 'under-way' })
  t.is((await publishedKeys(app.db)).length, 4)
  t.is((await rotate(app, 0)).kind, 'rotated', 'but a stolen key does not wait')
  t.deepEqual(
    (await publishedKeys(app.db)).map(({ alg, state }) => [alg, state]),
    [
      ['ES256', 'signs'],
      ['RS256', 'signs'],
    ],
  )
})

test('new keys leave a trace, and lie sealed (R-89)', async (t) => {
  const { app } = await twoNodes(t)
  const rotated = await rotate(app, 24)
  const kids = rotated.kind === 'rotated' ? rotated.kids : []
  const events = await app.owner
    .selectFrom('audit_event')
    .select('details')
    .where('kind', '=', 'signing-keys-created')
    .orderBy('seq')
    .execute()
  t.deepEqual(
    events.map(({ details }) => details['kid']),
    [...kids],
  )
  const stored = await app.owner.selectFrom('signing_key').select('sealed_private_jwk').execute()
  t.false(stored.some(({ sealed_private_jwk }) => sealed_private_jwk.includes('"')))
})
