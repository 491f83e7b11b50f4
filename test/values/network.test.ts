import test from 'ava'
import { sourcesOf } from '../../src/values/network.js'

for (const [address, near, far] of [
  ['192.0.2.77', '192.0.2.77', '192.0.2.0/24'],
  ['2001:db8:12:34:5:6:7:8', '2001:db8:12:34::/64', '2001:db8:12::/48'],
  ['2001:db8::1', '2001:db8:0:0::/64', '2001:db8:0::/48'],
  ['2001:0DB8::0001', '2001:db8:0:0::/64', '2001:db8:0::/48'],
  ['::1', '0:0:0:0::/64', '0:0:0::/48'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64', 'fe80:0:0::/48'],
  ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64', '64:ff9b:0::/48'],
] as const) {
  test(`${address} is counted as ${near} and as ${far}`, (t) => {
    t.deepEqual(sourcesOf(address), { address: near, network: far })
  })
}
