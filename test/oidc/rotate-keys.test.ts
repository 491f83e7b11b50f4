import test, { type ExecutionContext } from 'ava'
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { publishedKeys, rotateKeys } from '../../src/oidc/keys/rotate-keys.js'
import { fromWithin } from '../../src/world/origin.js'
import { travel } from '../support/clock.js'
import { freshDatabase } from '../support/database.js'
import { openTestHouse, type TestHouse } from '../support/house.js'
import { relyingParty } from './relying-party.js'

const from = fromWithin('test')
const rotate = async ({ db, world }: Pick<TestHouse, 'db' | 'world'>, aheadHours: number) =>
  await rotateKeys(db, world, { aheadHours, from })

/** Two nodes on one database, and a service that signs people in at the first. */
async function twoNodes(t: ExecutionContext) {
  const database = await freshDatabase(t)
  const house = await openTestHouse(t, { database })
  const other = await openTestHouse(t, { database, isPostClosed: true })
  const { enter } = await relyingParty(t, house)
  const idToken = async () => (await enter('rapport10001')).id_token ?? ''
  return { house, other, idToken }
}

const kidsAt = async ({ home }: TestHouse): Promise<readonly string[]> => {
  const { keys } = (await (await fetch(`${home}/oidc/jwks`)).json()) as { keys: { kid: string; alg: string }[] }
  return keys.filter(({ alg }) => alg === 'ES256').map(({ kid }) => kid)
}
const signedBy = (token: string) => decodeProtectedHeader(token).kid
const verifies = async ({ home }: TestHouse, token: string): Promise<boolean> =>
  await jwtVerify(token, createRemoteJWKSet(new URL(`${home}/oidc/jwks`)), { currentDate: new Date(0) }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_JWKS_NO_MATCHING_KEY') return false
      throw error
    },
  )

test('a new key is published by every node at once, signs when its hour comes, and no node is started anew (R-89, F-14)', async (t) => {
  const { house, other, idToken } = await twoNodes(t)
  const first = await idToken()
  t.is(signedBy(first), 'test-ES256')
  const rotated = await rotate(house, 24)
  const [added = ''] = rotated.kind === 'rotated' ? rotated.kids : []
  for (const node of [house, other]) t.deepEqual(await kidsAt(node), ['test-ES256', added])
  t.is(signedBy(await idToken()), 'test-ES256', 'the former one signs on')
  await travel(house.owner, '24 hours 1 second')
  t.is(signedBy(await idToken()), added)
  for (const node of [house, other]) t.deepEqual(await kidsAt(node), [added, 'test-ES256'])
})

test('what the former key signed is accepted as long as the longest session, and then the key is gone (R-89, F-14)', async (t) => {
  const { house, other, idToken } = await twoNodes(t)
  await rotate(house, 24)
  await travel(house.owner, '23 hours 59 minutes')
  const last = await idToken()
  t.is(signedBy(last), 'test-ES256')
  await travel(house.owner, '12 hours')
  for (const node of [house, other]) t.true(await verifies(node, last))
  await travel(house.owner, '2 hours')
  for (const node of [house, other]) {
    t.false(await verifies(node, last))
    t.is((await kidsAt(node)).length, 1)
  }
})

test('a key that may have been stolen is gone from every node at once', async (t) => {
  const { house, other, idToken } = await twoNodes(t)
  const stolen = await idToken()
  const rotated = await rotate(house, 0)
  const [added] = rotated.kind === 'rotated' ? rotated.kids : []
  t.is(signedBy(await idToken()), added)
  for (const node of [house, other]) {
    t.deepEqual(await kidsAt(node), [added])
    t.false(await verifies(node, stolen))
  }
})

test('one rotation at a time: a second while keys wait is told so, and of two at once one does it', async (t) => {
  const { house } = await twoNodes(t)
  const both = await Promise.all([rotate(house, 24), rotate(house, 24)])
  t.deepEqual(both.map(({ kind }) => kind).toSorted(), ['rotated', 'rotated-meanwhile'])
  t.like(await rotate(house, 24), { kind: 'under-way' })
  t.is((await publishedKeys(house.db)).length, 4)
  t.is((await rotate(house, 0)).kind, 'rotated', 'but a stolen key does not wait')
  t.deepEqual(
    (await publishedKeys(house.db)).map(({ alg, state }) => [alg, state]),
    [
      ['ES256', 'signs'],
      ['RS256', 'signs'],
    ],
  )
})

test('new keys leave a trace, and lie sealed (R-89)', async (t) => {
  const { house } = await twoNodes(t)
  const rotated = await rotate(house, 24)
  const kids = rotated.kind === 'rotated' ? rotated.kids : []
  const events = await house.owner
    .selectFrom('audit_event')
    .select('details')
    .where('kind', '=', 'signing-keys-created')
    .orderBy('seq')
    .execute()
  t.deepEqual(
    events.map(({ details }) => details['kid']),
    [...kids],
  )
  const stored = await house.owner.selectFrom('signing_key').select('sealed_private_jwk').execute()
  t.false(stored.some(({ sealed_private_jwk }) => sealed_private_jwk.includes('"')))
})
