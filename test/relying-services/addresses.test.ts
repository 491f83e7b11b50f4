import test from 'ava'
import { addressFault, type AddressFault } from '../../src/relying-services/addresses.js'

const onHttps = { issuer: 'https://id.example.se' }
const inTheDemo = { issuer: 'http://localhost:3000' }

for (const address of [
  'https://tjanst.example.se',
  'https://tjanst.example.se/',
  'https://tjanst.example.se:8443/logga-in/svar',
  'https://tjanst.example.se/svar?logout=backchannel',
  'https://xn--rebro-kua.example/svar',
]) {
  test(`«${address}» is an address to register`, (t) => t.is(addressFault(onHttps, address), undefined))
}

const wrong: readonly (readonly [string, AddressFault])[] = [
  ['', 'not-an-address'],
  ['/svar', 'not-an-address'],
  ['tjanst.example.se/svar', 'not-an-address'],
  ['//tjanst.example.se/svar', 'not-an-address'],
  [' https://tjanst.example.se/svar', 'not-an-address'],
  ['https://tjanst.example.se/s var', 'not-an-address'],
  ['https://tjanst.example.se/svar\n', 'not-an-address'],
  ['https://tjanst.example.se\\@evil.example/', 'not-an-address'],
  ['https://örebro.example/svar', 'not-an-address'],
  [`https://tjanst.example.se/${'a'.repeat(500)}`, 'not-an-address'],
  ['http://tjanst.example.se/svar', 'not-https'],
  ['http://localhost:4000/svar', 'not-https'],
  ['ftp://tjanst.example.se/svar', 'not-https'],
  ['javascript:alert(1)', 'not-https'],
  ['com.example.app:/svar', 'not-https'],
  ['https://anna@tjanst.example.se/svar', 'has-user'],
  ['https://anna:lösen@tjanst.example.se/svar', 'not-an-address'],
  ['https://@tjanst.example.se/svar', 'has-user'],
  ['https://tjanst.example.se/svar#f', 'has-fragment'],
  ['https://tjanst.example.se/svar#', 'has-fragment'],
  ['https://*.example.se/svar', 'has-wildcard'],
  ['https://tjanst.example.se/*', 'has-wildcard'],
  ['https://tjanst.example.se/a/../svar', 'not-plain'],
  ['https://tjanst.example.se/%2e%2e/svar', 'not-plain'],
  ['https://tjanst.example.se/a%2Fsvar', 'not-plain'],
  ['https://TJANST.example.se/svar', 'not-plain'],
  ['HTTPS://tjanst.example.se/svar', 'not-plain'],
  ['https://tjanst.example.se:443/svar', 'not-plain'],
  ['https:/tjanst.example.se/svar', 'not-plain'],
  ['https://tjanst.example.se//evil.example', 'not-plain'],
]
for (const [address, fault] of wrong) {
  test(`«${address.slice(0, 60)}» is not: ${fault}`, (t) => t.is(addressFault(onHttps, address), fault))
}

test('http is for this very machine, and only while we ourselves are on http', (t) => {
  for (const address of ['http://localhost:4000/svar', 'http://127.0.0.1:4000/svar', 'http://[::1]:4000/svar']) {
    t.is(addressFault(inTheDemo, address), undefined)
    t.is(addressFault(onHttps, address), 'not-https')
  }
  for (const address of ['http://10.0.0.1/svar', 'http://localhost.evil.example/', 'http://tjanst.example.se/svar']) {
    t.is(addressFault(inTheDemo, address), 'not-https', address)
  }
})
