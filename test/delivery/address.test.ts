import test from 'ava'
import { isEmailAddress } from '../../src/delivery/address.js'
import { folderTransport } from '../../src/delivery/folder.js'
import { Undeliverable } from '../../src/delivery/transport.js'
import { senderOf, smtpTransport } from '../../src/delivery/smtp.js'
import { aMail } from './start-mail-queue.js'

const good = [
  'reporter@skola.example',
  'anna.o’neil@skola.example'.replace('’', "'"),
  'anna+rapport@sub.skola.example',
  'a@b.se',
  'rektor@xn--rksmrgs-5wao1o.example',
  `${'l'.repeat(64)}@skola.example`,
]
for (const address of good) test(`one address: ${address}`, (t) => t.true(isEmailAddress(address)))

const bad = [
  '',
  'a',
  '@',
  'a@',
  '@b.se',
  'a@b@c.se',
  'a@x.se, evil@e.se',
  'a@x.se,evil@e.se',
  'a@x.se;evil@e.se',
  'a@x.se evil@e.se',
  'a@x.se\r\nBcc: evil@e.se',
  'a@x.se\nRCPT TO:<evil@e.se>',
  'a@x.se\u0000',
  'a\u0000@x.se',
  'a@x.se\t',
  ' a@x.se',
  'a@x.se ',
  '<a@x.se>',
  'A <a@x.se>',
  '"a b"@x.se',
  '"a@evil.se"@x.se',
  'a(comment)@x.se',
  'grupp:a@x.se;',
  'a@[127.0.0.1]',
  'a@x..se',
  'a@xn--.example',
  'a..b@x.se',
  '.a@x.se',
  'a.@x.se',
  'a@-x.se',
  'a@x-.se',
  'a@x.se.',
  'a@x\u2028.se',
  'å@x.se',
  'a@b',
  'a@räksmörgås.example',
  'a\u202E@x.se',
  'a＠x.se',
  'a@x，evil@e.se',
  'a@x%0d%0a.se',
  `${'l'.repeat(65)}@x.se`,
  `a@${'x.'.repeat(130)}se`,
  `a@${'x'.repeat(64)}.se`,
]
for (const address of bad) {
  test(`refused by every way out: ${JSON.stringify(address).slice(0, 60)} (${address.length}) (R-38)`, async (t) => {
    t.false(isEmailAddress(address))
    const transports = [
      smtpTransport({ url: 'smtp://127.0.0.1:9', from: 'a@b.se' }),
      folderTransport('/nowhere/at/all'),
    ]
    for (const transport of transports) {
      const refused = await t.throwsAsync(
        transport.send({ ...aMail, to: address }, '<00000000-0000-4000-8000-000000000001@localhost>'),
        { instanceOf: Undeliverable },
      )
      t.is(refused.reason, 'bad-address')
    }
  })
}

test('a sender is one address, with or without a name in front', (t) => {
  t.deepEqual(senderOf('no-reply@example.se'), { name: '', address: 'no-reply@example.se' })
  t.deepEqual(senderOf('Portvakt Åäö <no-reply@example.se>'), { name: 'Portvakt Åäö', address: 'no-reply@example.se' })
  for (const text of ['', 'Portvakt', 'a@b.se, c@d.se', 'P\r\nBcc: x@y.se <a@b.se>', '"P" <a@b.se>', 'P <a@b.se> c']) {
    t.is(senderOf(text), undefined, text)
  }
})

test('an address of a mail server that is none, or a sender that is none, stops the start', (t) => {
  for (const url of ['', 'mail.example.se', 'http://mail.example.se', 'smtp//x']) {
    t.throws(() => smtpTransport({ url, from: 'a@b.se' }), { instanceOf: RangeError }, url)
  }
  t.throws(() => smtpTransport({ url: 'smtp://localhost:25', from: 'nobody' }), { instanceOf: RangeError })
})

test('a long run of dots and signs is judged at once', (t) => {
  // The shortest of several tries, since a busy machine makes any single one long.
  const took = Array.from({ length: 5 }, () => {
    const started = performance.now()
    t.false(isEmailAddress(`${'a.'.repeat(100)}@${'-'.repeat(40)}`))
    t.false(isEmailAddress(`${'!'.repeat(60_000)}@${'a.'.repeat(60_000)}`))
    return performance.now() - started
  })
  t.true(Math.min(...took) < 1_000, `${took.join()} ms`)
})
