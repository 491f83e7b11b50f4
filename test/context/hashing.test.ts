import test from 'ava'
import { hashingGate, HashingFull, type Hashing } from '../../src/context/hashing.js'
import { keyRing } from '../../src/context/keys.js'

const secret = 'a master secret of tests, long enough to be one'
const keys = keyRing([secret])
const cheap = {
  memoryKibibytes: 1024,
  passes: 1,
  lanes: 1,
  concurrency: 1,
  waiting: 2,
  answerFloorMilliseconds: 0,
}
const full = { instanceOf: HashingFull }

test('a hash is argon2id with its parameters, a salt of 16 bytes and a tag of 32 (R-10)', async (t) => {
  const { hash, pepperId } = await hashingGate({ ...cheap, memoryKibibytes: 19_456, passes: 2 }, keys).hash('hemligt')
  const [, kind, version, parameters, salt = '', tag = ''] = hash.split('$')
  t.deepEqual([kind, version, parameters], ['argon2id', 'v=19', 'm=19456,p=1,t=2'])
  t.is(Buffer.from(salt, 'base64').length, 16)
  t.is(Buffer.from(tag, 'base64').length, 32)
  t.is(pepperId, keys.newest('pepper').id)
})

test('no two hashes of one password have the same salt (R-10)', async (t) => {
  const gate = hashingGate(cheap, keys)
  const [one, other] = [await gate.hash('hemligt'), await gate.hash('hemligt')]
  t.not(one.hash.split('$')[4], other.hash.split('$')[4])
})

test('a password matches its hash, and no other password does', async (t) => {
  const gate = hashingGate(cheap, keys)
  const stored = await gate.hash('hemligt')
  t.true(await gate.matches(stored, 'hemligt'))
  for (const other of ['Hemligt', 'hemligt ', ' hemligt', 'hemlig', ''])
    t.false(await gate.matches(stored, other), other)
})

test('a password matches in whatever Unicode form it is typed', async (t) => {
  const gate = hashingGate(cheap, keys)
  const composed = 'lösenordsfras ÅÄÖ'.normalize('NFC')
  const stored = await gate.hash(composed)
  t.true(await gate.matches(stored, composed.normalize('NFD')))
  t.true(await gate.matches(await gate.hash(composed.normalize('NFD')), composed))
})

test('without the pepper a hash matches nothing, and it is told (R-10)', async (t) => {
  const stored = await hashingGate(cheap, keys).hash('hemligt')
  const others = hashingGate(cheap, keyRing(['another master secret, which is long enough too']))
  t.false(await others.matches(stored, 'hemligt'))
  t.is(others.load().withoutPepper, 1)
  const underOtherPepper = { ...stored, pepperId: 'a-key-id' }
  t.false(await hashingGate(cheap, keys).matches(underOtherPepper, 'hemligt'))
})

test('the pepper counts: the same row under another key of the ring does not match', async (t) => {
  const ring = keyRing([secret, 'the older master secret, also long enough to be one'])
  const gate = hashingGate(cheap, ring)
  const stored = await gate.hash('hemligt')
  const [, older] = ring.all('pepper')
  t.false(await gate.matches({ ...stored, pepperId: older?.id ?? '' }, 'hemligt'))
})

test('a pepper can be rotated: the older one still matches and is old', async (t) => {
  const older = 'the older master secret, also long enough to be one'
  const stored = await hashingGate(cheap, keyRing([older])).hash('hemligt')
  const gate = hashingGate(cheap, keyRing([secret, older]))
  t.true(await gate.matches(stored, 'hemligt'))
  t.true(gate.isOld(stored))
  t.false(gate.isOld(await gate.hash('hemligt')))
})

for (const [what, changed] of [
  ['memory', { memoryKibibytes: 2048 }],
  ['passes', { passes: 2 }],
  ['lanes', { lanes: 2 }],
] as const) {
  test(`a hash made with other ${what} is old, and still matches`, async (t) => {
    const stored = await hashingGate({ ...cheap, ...changed }, keys).hash('hemligt')
    const gate = hashingGate(cheap, keys)
    t.true(gate.isOld(stored))
    t.true(await gate.matches(stored, 'hemligt'))
  })
}

test('no password matches where none is stored', async (t) => {
  const gate = hashingGate(cheap, keys)
  for (const password of ['', 'hemligt']) t.false(await gate.matches(undefined, password))
})

test('as many are hashed at once as there are slots, and beyond the queue there is no room (R-97)', async (t) => {
  const gate = hashingGate({ ...cheap, concurrency: 2, waiting: 3 }, keys)
  const five = Array.from({ length: 5 }, () => gate.hash('hemligt'))
  t.like(gate.load(), { running: 2, waiting: 3 })
  t.false(gate.hasRoom())
  await t.throwsAsync(gate.hash('hemligt'), full)
  await t.throwsAsync(gate.matches(undefined, 'hemligt'), full)
  await Promise.all(five)
  t.like(gate.load(), { running: 0, waiting: 0, refused: 2 })
  t.true(gate.hasRoom())
})

test('who waits is served in the order of arrival', async (t) => {
  const gate = hashingGate({ ...cheap, waiting: 5 }, keys)
  const order: number[] = []
  const arrivals = [0, 1, 2, 3, 4].map(async (number) => {
    await gate.hash('hemligt')
    order.push(number)
  })
  await Promise.all(arrivals)
  t.deepEqual(order, [0, 1, 2, 3, 4])
})

test('a kept place is counted, and whoever keeps it is not turned away', async (t) => {
  const gate = hashingGate(cheap, keys)
  const places = keptPlaces(gate, 3)
  t.is(gate.keepPlace(), undefined)
  await t.throwsAsync(gate.hash('hemligt'), full)
  t.deepEqual(await Promise.all(places.map((place) => place.matches(undefined, 'x'))), [false, false, false])
  t.true(gate.hasRoom())
})

test('a place that is left is free again, once', (t) => {
  const gate = hashingGate(cheap, keys)
  const [first] = keptPlaces(gate, 3)
  first?.leave()
  first?.leave()
  t.is(gate.load().waiting, 2)
  t.true(gate.hasRoom())
})

test('a place serves once', async (t) => {
  const [place] = keptPlaces(hashingGate(cheap, keys), 1)
  await place?.matches(undefined, 'x')
  await t.throwsAsync(async () => await place?.matches(undefined, 'x'), full)
})

test('when the service closes, what runs is finished and who waits is turned away (F-39)', async (t) => {
  const gate = hashingGate(cheap, keys)
  const [running, waiting] = [gate.hash('hemligt'), gate.hash('hemligt')]
  gate.close()
  await t.throwsAsync(waiting, full)
  t.regex((await running).hash, /^\$argon2id/)
  t.false(gate.hasRoom())
})

test('a hashing that fails gives its slot back', async (t) => {
  const gate = hashingGate(cheap, keys)
  await t.throwsAsync(gate.matches({ hash: 'no hash', pepperId: keys.newest('pepper').id }, 'x'))
  t.like(gate.load(), { running: 0, waiting: 0 })
})

const keptPlaces = (gate: Hashing, count: number) =>
  Array.from({ length: count }, () => gate.keepPlace()).filter((place) => place !== undefined)
