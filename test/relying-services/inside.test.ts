import test from 'ava'
import { calledAddressFault } from '../../src/relying-services/addresses.js'
import { isInside, type Called } from '../../src/relying-services/inside.js'

const onHttps: Called = { issuer: 'https://id.example.se' }
const inTheDemo: Called = { issuer: 'http://localhost:3000' }
const callable: Called = {
  ...onHttps,
  callable: ['10.20.0.0/16', 'fd00:20::/32', '.intern.example.se', 'tjanst.local'],
}

const insideAddresses = [
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:a9fe:a9fe',
  '::ffff:8.8.8.8',
  '64:ff9b::a9fe:a9fe',
  '2002:7f00:1::',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
]
for (const address of insideAddresses) {
  test(`a name that leads to ${address} leads inside`, (t) => t.true(isInside(onHttps, 'tjanst.example.se', address)))
}

for (const address of ['8.8.8.8', '172.32.0.1', '100.128.0.1', '193.10.1.1', '2a00:1450::1', '2600::1']) {
  test(`a name that leads to ${address} leads out`, (t) => t.false(isInside(onHttps, 'tjanst.example.se', address)))
}

for (const host of [
  'localhost',
  'localhost.',
  'a.localhost',
  'databas',
  'metadata.google.internal',
  'tjanst.local',
  '127.0.0.1',
  '2130706433',
  '0x7f.1',
  '169.254.169.254',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '[fd00::1]',
]) {
  test(`a back-channel address at ${host} is refused at registration`, (t) => {
    const address = new URL(`https://${host}/ut`).href
    t.is(calledAddressFault(onHttps, address), 'inside')
  })
}

test('an address of the agency’s own is called when the setting names its network, its host or its domain', (t) => {
  t.false(isInside(callable, 'tjanst.example.se', '10.20.1.1'))
  t.false(isInside(callable, 'tjanst.example.se', 'fd00:20::7'))
  t.true(isInside(callable, 'tjanst.example.se', '10.21.1.1'))
  t.false(isInside(callable, 'a.intern.example.se', '10.99.1.1'))
  t.true(isInside(callable, 'intern.example.se', '10.99.1.1'))
  t.is(calledAddressFault(callable, 'https://tjanst.local/ut'), undefined)
  t.is(calledAddressFault(callable, 'https://annan.local/ut'), 'inside')
  t.is(calledAddressFault(callable, 'https://10.20.1.1/ut'), undefined)
})

test('the demo calls this machine, and nothing else inside', (t) => {
  t.is(calledAddressFault(inTheDemo, 'http://localhost:3001/ut'), undefined)
  t.is(calledAddressFault(inTheDemo, 'http://127.0.0.1:3001/ut'), undefined)
  t.is(calledAddressFault(inTheDemo, 'https://10.0.0.1/ut'), 'inside')
})
