import dns from 'node:dns'
import ava from 'ava'
import { postOutside } from '../../src/oidc/back-channel/post-outside.js'
import type { Called } from '../../src/relying-services/inside.js'
import { flood, serviceDouble, status } from './service-double.js'

/** One after the other: each says for the whole process where names lead. */
const test = ava.serial

const form = new URLSearchParams({ logout_token: 'x' })
const callable: Called = { issuer: 'https://id.example.se', callable: ['127.0.0.0/8'] }
const strict: Called = { issuer: 'https://id.example.se' }

test('a name that leads inside our network is not called, though its name looks like anybody’s (T17)', async (t) => {
  const double = await serviceDouble(t, status(200))
  const address = double.address.replace('127.0.0.1', 'tjanst.example.se')
  await leading(['127.0.0.1'], async () => {
    await t.throwsAsync(postOutside(strict, address, form), { message: '', name: 'Inside' })
    t.is(await postOutside(callable, address, form), 200)
  })
  await leading(['193.10.1.1', '127.0.0.1'], async () => {
    await t.throwsAsync(postOutside(strict, address, form), { name: 'Inside' }, 'nor when one of many does')
  })
  await t.throwsAsync(postOutside(strict, double.address, form), { name: 'Inside' })
  t.is(double.taken.length, 1)
})

test('the connection goes to the address that was judged: the name is resolved once', async (t) => {
  const double = await serviceDouble(t, status(200))
  let asked = 0
  await leading(
    ['127.0.0.1'],
    async () => void (await postOutside(callable, double.address.replace('127.0.0.1', 'tjanst.example.se'), form)),
    () => (asked += 1),
  )
  t.is(asked, 1)
})

test('no answer leads the call elsewhere, and a body without end is not read', async (t) => {
  const elsewhere = await serviceDouble(t, status(200))
  const double = await serviceDouble(t, status(307, { location: elsewhere.address }), flood)
  t.is(await postOutside(callable, double.address, form), 307)
  t.is(await postOutside(callable, double.address, form), 200)
  t.deepEqual(elsewhere.taken, [])
})

/** Every name leads to these addresses meanwhile. */
const leading = async (addresses: readonly string[], act: () => Promise<void>, onAsked = () => 0): Promise<void> => {
  const { lookup } = dns
  const doubled = (_name: string, _options: object, done: (error: null, found: object) => void) => {
    onAsked()
    done(
      null,
      addresses.map((address) => ({ address, family: 4 })),
    )
  }
  Object.assign(dns, { lookup: doubled })
  try {
    await act()
  } finally {
    Object.assign(dns, { lookup })
  }
}
