import test from 'ava'
import { detailsFrom, unusable, whyWrong, type TypedDetails } from '../../src/accounts/details/details.js'

const typed: TypedDetails = {
  givenName: ' Rut ',
  familyName: "d'Aubigné-Å",
  hasOneName: '',
  email: 'rut@prov.example',
  street: 'Storgatan 1 B',
  postalCode: '553 18',
  locality: 'Jönköping',
  country: 'SE',
}

test('what is typed is kept without outer spaces, and the postal code as five digits', (t) => {
  const details = detailsFrom(typed)
  t.is(details.givenName, 'Rut')
  t.is(details.postalCode, '55318')
  t.deepEqual(unusable(typed), [])
})

test('an address is whole or not there', (t) => {
  const none = { ...typed, street: '', postalCode: ' ', locality: '', country: 'SE' }
  t.deepEqual(unusable(none), [])
  t.deepEqual(unusable({ ...none, postalCode: '55318' }), ['street', 'locality'])
})

for (const [what, wrong, field] of [
  ['no name', { givenName: '  ' }, 'givenName'],
  ['a name on two lines', { familyName: 'Prov\r\nBcc: x' }, 'familyName'],
  ['a name with a private character', { familyName: 'Pro\uE000v' }, 'familyName'],
  ['a name that is markup', { givenName: '<b>Rut</b>' }, 'givenName'],
  ['no e-mail address', { email: '' }, 'email'],
  ['two e-mail addresses', { email: 'a@prov.example, b@prov.example' }, 'email'],
  ['four digits', { postalCode: '5531' }, 'postalCode'],
  ['letters for a postal code', { postalCode: 'abcde' }, 'postalCode'],
] as const) {
  test(`${what} cannot be kept`, (t) => {
    t.deepEqual(unusable({ ...typed, ...wrong }), [field])
  })
}

test('a person with one name is kept when it is ticked, and both names are asked for otherwise', (t) => {
  const given = { ...typed, givenName: 'Suharto', familyName: ' ' }
  t.deepEqual(unusable(given), ['familyName'])
  t.like(detailsFrom({ ...given, hasOneName: 'ja' }), { givenName: 'Suharto', familyName: null })
  t.deepEqual(unusable({ ...given, hasOneName: 'ja' }), [])
  const family = { ...typed, givenName: '', familyName: 'Suharto', hasOneName: 'ja' }
  t.like(detailsFrom(family), { givenName: null, familyName: 'Suharto' })
  t.deepEqual(unusable(family), [])
  t.is(whyWrong('familyName', given), 'needs-tick')
  t.is(whyWrong('givenName', { ...family, familyName: '' }), 'neither-name')
  t.deepEqual(unusable({ ...family, familyName: '' }), ['givenName'], 'one mistake')
  t.is(whyWrong('familyName', { ...typed, hasOneName: 'ja' }), 'two-names')
  t.deepEqual(unusable({ ...typed, hasOneName: 'ja' }), ['familyName'])
  t.deepEqual(unusable({ ...typed, givenName: '', familyName: '' }), ['givenName', 'familyName'])
})

test('what copying brings is lost from every detail, and the non-joiner of a name is kept', (t) => {
  const pasted = {
    givenName: '\u200ENazanin\u200Czahra',
    familyName: 'Kron\u00ADqvist',
    hasOneName: '',
    email: '\u202Aasa.oberg@skolan.example\u202C\u200B',
    street: 'Skolgatan\u00A0\u00A01\u2060',
    postalCode: '\uFEFFSE-553 18',
    locality: 'Jön\u00ADköping',
    country: 'SE',
  }
  t.deepEqual(detailsFrom(pasted), {
    givenName: 'Nazanin\u200Czahra',
    familyName: 'Kronqvist',
    email: 'asa.oberg@skolan.example',
    street: 'Skolgatan 1',
    postalCode: '55318',
    locality: 'Jönköping',
    country: 'SE',
  })
  t.deepEqual(unusable(pasted), [])
})
