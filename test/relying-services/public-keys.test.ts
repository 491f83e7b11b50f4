import { generateKeyPairSync } from 'node:crypto'
import test from 'ava'
import { readPublicKeys } from '../../src/relying-services/public-keys.js'

const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const ec = elliptic.publicKey.export({ format: 'jwk' })
const n = rsa.publicKey.export({ format: 'jwk' })
const read = (told: unknown) => readPublicKeys(JSON.stringify(told))

test('a pasted set keeps what a public key consists of, and nothing else', (t) => {
  t.deepEqual(
    read({
      keys: [
        { ...ec, kid: 'a', 'x-note': 'hej' },
        { ...n, kid: 'b', alg: 'RS256' },
      ],
    }),
    {
      kind: 'read',
      publicKeys: {
        keys: [
          { kty: 'EC', crv: 'P-256', x: ec.x, y: ec.y, kid: 'a', use: 'sig', alg: 'ES256' },
          { kty: 'RSA', n: n.n, e: n.e, kid: 'b', use: 'sig', alg: 'RS256' },
        ],
      },
    },
  )
})

test('a single key is a set of one', (t) => {
  const outcome = read({ ...ec, kid: 'a' })
  t.is(outcome.kind === 'read' && outcome.publicKeys.keys.length, 1)
})

const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'jwk' })
const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' })
for (const [what, told, fault] of [
  ['no keys', { keys: [] }, { kind: 'no-keys' }],
  ['something else', { nycklar: [ec] }, { kind: 'no-keys' }],
  ['a private key', { keys: [ec, elliptic.privateKey.export({ format: 'jwk' })] }, { kind: 'private', key: 2 }],
  ['a private RSA key', rsa.privateKey.export({ format: 'jwk' }), { kind: 'private', key: 1 }],
  ['a shared secret', { kty: 'oct', k: 'aGVq' }, { kind: 'private', key: 1 }],
  ['a short RSA key', short, { kind: 'too-weak', key: 1 }],
  ['another curve', p384, { kind: 'unusable', key: 1 }],
  ['a key to encrypt with', { ...ec, use: 'enc' }, { kind: 'unusable', key: 1 }],
  ['an algorithm of another kind of key', { ...ec, alg: 'RS256' }, { kind: 'unusable', key: 1 }],
  ['a point that is not on the curve', { ...ec, x: ec.y, y: ec.x }, { kind: 'unusable', key: 1 }],
  ['numbers that are none', { ...ec, x: 7 }, { kind: 'unusable', key: 1 }],
  [
    'two keys of one name',
    {
      keys: [
        { ...ec, kid: 'a' },
        { ...n, kid: 'a' },
      ],
    },
    { kind: 'same-name', key: 2 },
  ],
  ['two keys without names', { keys: [ec, n] }, { kind: 'same-name', key: 2 }],
  ['six keys', { keys: Array.from({ length: 6 }, (_, kid) => ({ ...ec, kid: String(kid) })) }, { kind: 'too-many' }],
] as const) {
  test(`${what}: refused`, (t) => t.deepEqual(read(told), { kind: 'faulty', fault }))
}

for (const text of ['', 'hej', '[1]', '7', 'null', '{"keys":', '-----BEGIN PUBLIC KEY-----']) {
  test(`«${text}» is no key set`, (t) =>
    t.deepEqual(readPublicKeys(text), { kind: 'faulty', fault: { kind: 'not-json' } }))
}
