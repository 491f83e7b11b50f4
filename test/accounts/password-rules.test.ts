import test from 'ava'
import { standardPolicy } from '../../config/policy.js'
import { weaknesses, type PasswordContext, type WeaknessKind } from '../../src/accounts/password-rules.js'

const anna: PasswordContext = {
  username: 'tkhm4728',
  givenName: 'Anna-Karin',
  familyName: 'Bergström',
  email: 'annkar77@edu.norrsjo.se',
  organisations: ['Norrsjö folkhögskola', 'Vätterbygdens yrkeshögskola'],
}
const kindsOf = (password: string, policy = standardPolicy): WeaknessKind[] =>
  weaknesses(password, anna, policy).map(({ kind }) => kind)

const strong = [
  'Vintern kom tidigt 2026',
  'correct horse battery staple',
  'fyra blåa getter simmar',
  'jqwmxhdkebtpvnrfcyzu',
  'lösenordsfras ÅÄÖ',
  '482957103846571',
  'vår tax heter anna nu',
  'kaffe med grädde i skånsk skog',
  'ett hus vid norrsjö i dimma',
  'jag loggar in lugnt och stilla',
  '我的貓每天早上喝咖啡和牛奶呢',
  '🍏🐘🚲🎻🌧🧦🐙🗿🪁🍋🦔🛶🎲🧭🪴',
]
for (const password of strong) {
  test(`${password} may be a password`, (t) => {
    t.deepEqual(kindsOf(password, { ...standardPolicy, password: { minimumLength: 14, maximumLength: 256 } }), [])
  })
}

const weak: Readonly<Record<Exclude<WeaknessKind, 'too-short' | 'too-long'>, readonly string[]>> = {
  common: [
    'sommar2026sommar',
    'Sommar2026!!!!!!!!!',
    'sommarsommarsommar',
    'passwordpassword',
    'P@ssw0rd1234567890',
    '!!!!Fotboll!!!!2025',
    'p.a.s.s.w.o.r.d....',
    'Fotbollfotboll123',
    'f0tb0llf0tb0llf0tb0ll',
    'iloveyou1234567',
    'JULAFTON JULAFTON',
    '$ommar$ommar$ommar',
  ],
  repeated: [
    'aaaaaaaaaaaaaaa',
    'abababababababab',
    'hejhejhejhejhejhe',
    'x1y2x1y2x1y2x1y2',
    'xkqvtrxkqvtrxkqvt',
    'bbbbbbbbbbbbbbbbkatt',
    '🦔🦔🦔🦔🦔🦔🦔🦔🦔🦔🦔🦔🦔🦔🦔',
    'ababaabbabaabab',
  ],
  'keyboard-walk': [
    'qwertyuiopåasdf',
    'asdfghjklöäzxcvbnm',
    '1qaz2wsx3edc4rfv',
    'poiuytrewqlkjhgfdsa',
    'qwerty-asdfgh-zxcvbn',
    'QwErTyUiOpAsDfG',
  ],
  sequence: [
    'abcdefghijklmnop',
    '123456789012345',
    '987654321098765',
    'zyxwvutsrqponmlk',
    'abcd1234efgh5678',
    'vwxyzåäö-stuvwxyz',
  ],
  'own-username': ['tkhm47281234567', 'TKHM4728tkhm4728', 'xx-tkhm4728-xx-!', '8274mhkt8274mhkt'],
  'own-name': [
    'AnnaKarinBergström',
    'bergström bergström',
    'Anna-Karin 19770412',
    'mörtsgreb mörtsgreb',
    '@nn@k@rinbergström',
  ],
  'own-email': ['annkar77annkar77', 'annkar77-2026-12'],
  'own-organisation': ['Norrsjö folkhögskola', 'norrsjöfolkhögskola1', 'Folkhögskola 2026!!', 'yrkeshögskola.12345'],
  'service-word': [
    'lösenordlösenord',
    'Portvakt-2026-2027',
    'mittlösenord1234',
    'inloggning123456',
    'p0rtv@kt-p0rtv@kt',
    'Mina tjänster 2026',
  ],
}
for (const [kind, passwords] of Object.entries(weak)) {
  for (const password of passwords) {
    test(`${password} is refused as ${kind}`, (t) => {
      t.true(kindsOf(password).includes(kind as WeaknessKind), kindsOf(password).join(' '))
    })
  }
}

test('a doubled word, a season with a year, the username and the school are each told apart', (t) => {
  const tried = ['lösenordlösenord', 'sommar2026sommar', 'tkhm47281234567', 'Norrsjö folkhögskola']
  const reasons = tried.map((password) => kindsOf(password).join(' '))
  t.is(new Set(reasons).size, tried.length, reasons.join(', '))
})

test('fourteen characters are too few, fifteen are enough (R-01, T6)', (t) => {
  t.deepEqual(weaknesses('snövit hjälm', anna, standardPolicy), [{ kind: 'too-short', minimum: 15 }])
  t.deepEqual(kindsOf('snövit hjälm xy'.slice(0, 14)), ['too-short'])
  t.deepEqual(kindsOf('snövit hjälm xy'), [])
})

test('what is short repeats nothing by that', (t) => {
  t.deepEqual(kindsOf('kort'), ['too-short'])
  t.deepEqual(kindsOf('kvkv'), ['too-short', 'repeated'])
})

test('characters are counted as code points of the composed form (R-01, T9)', (t) => {
  t.deepEqual(kindsOf('🍏🐘🚲🎻🌧🧦🐙🗿🪁🍋🦔🛶🎲🧭🪴'), [])
  t.deepEqual(kindsOf('🍏🐘🚲🎻🌧🧦🐙🗿🪁🍋🦔🛶🎲🧭'), ['too-short'])
  t.deepEqual(kindsOf('grå åsna på kö'.normalize('NFD')), ['too-short'])
})

test('the least length is a setting', (t) => {
  const policy = { ...standardPolicy, password: { minimumLength: 8, maximumLength: 64 } }
  t.deepEqual(kindsOf('snöig kö', policy), [])
  t.deepEqual(kindsOf('snöigkö', policy), ['too-short'])
})

test('too long is refused and never cut (R-02, T9)', (t) => {
  const long = 'kvist grävling moln tapet '.repeat(10)
  t.deepEqual(kindsOf(long.slice(0, 256)), [])
  t.deepEqual(weaknesses(long.slice(0, 257), anna, standardPolicy), [{ kind: 'too-long', maximum: 256 }])
  t.deepEqual(kindsOf('x'.repeat(1_000_000)), ['too-long'])
  t.deepEqual(kindsOf('🍏🐘🚲🎻🌧🧦🐙🗿'.repeat(32)), [], '256 of four bytes each are 1 KiB')
})

test('two hundred characters with spaces and of all kinds are a password', (t) => {
  t.deepEqual(kindsOf('En mycket lång fras, 你好, с пробелами och 🎻 '.repeat(5).slice(0, 200)), [])
})

test('no kinds of characters are asked for (R-04, T8)', (t) => {
  t.deepEqual(kindsOf('gräsklippartransport'), [])
})

test('a person without an e-mail address or a school has nothing of theirs looked for', (t) => {
  const nobody = { username: '', givenName: '', familyName: '', email: null, organisations: [] }
  t.deepEqual(weaknesses('Norrsjö folkhögskola', nobody, standardPolicy), [])
})
