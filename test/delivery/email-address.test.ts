import test from 'ava'
import { isEmailAddress, readEmailAddress, shownEmailAddress } from '../../src/delivery/address.js'

for (const address of [
  'a@b.se',
  'anna.andersson+skola@edu.norrsjo.se',
  "o'neill@example.com",
  'x_y-z@xn--rksmrgs-5wao1o.se',
]) {
  test(`${address} is an address`, (t) => {
    t.true(isEmailAddress(address))
  })
}

for (const [what, text] of [
  ['nothing', ''],
  ['no at sign', 'anna'],
  ['no host', 'anna@'],
  ['no local part', '@b.se'],
  ['two addresses', 'a@b.se,c@d.se'],
  ['two addresses with a semicolon', 'a@b.se;c@d.se'],
  ['a line break', 'a@b.se\r\nBcc: evil@e.se'],
  ['a line break at the end', 'a@b.se\n'],
  ['a space', 'a b@c.se'],
  ['a display name', 'Anna <a@b.se>'],
  ['a quoted part', '"a b"@c.se'],
  ['a comment', 'a(x)@b.se'],
  ['an address as host', 'a@[192.0.2.1]'],
  ['a host without a dot', 'a@localhost'],
  ['two dots in a row', 'a..b@c.se'],
  ['two at signs', 'a@b@c.se'],
  ['a control character', 'a\u0000@b.se'],
  ['letters that mail servers may read otherwise', 'ａ@b.se'],
  ['65 characters before the at sign', `${'a'.repeat(65)}@b.se`],
  ['255 characters', `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.fghijk.se`],
] as const) {
  test(`${what} is not an address`, (t) => {
    t.false(isEmailAddress(text))
  })
}

for (const [typed, kept] of [
  ['asa@räksmörgås.example', 'asa@xn--rksmrgs-5wao1o.example'],
  ['asa@RÄKSMÖRGÅS.Example.', 'asa@xn--rksmrgs-5wao1o.example'],
  ['asa@XN--RKSMRGS-5WAO1O.example', 'asa@xn--rksmrgs-5wao1o.example'],
  ['asa@räksmörgås\u3002example', 'asa@xn--rksmrgs-5wao1o.example'],
  ['asa@straße.example', 'asa@xn--strae-oqa.example'],
  ['asa@skolan.example.', 'asa@skolan.example'],
  ['asa@RÄKSMÖRGÅS.example', 'asa@xn--rksmrgs-5wao1o.example'],
  ['asa@ra\u0308ksmo\u0308rga\u030As.example', 'asa@xn--rksmrgs-5wao1o.example'],
  ['asa@xn--rksmrgs-5wao1o.example', 'asa@xn--rksmrgs-5wao1o.example'],
  ['\u200B asa@skolan.example\u202C\u00AD', 'asa@skolan.example'],
  ['Asa@Skolan.example.', 'Asa@Skolan.example'],
  ['ａsa＠skolan.example', 'asa@skolan.example'],
] as const) {
  test(`the address ${JSON.stringify(typed)} is kept as ${kept}, which mail can be sent to`, (t) => {
    t.is(readEmailAddress(typed), kept)
    t.true(isEmailAddress(kept))
  })
}

test('a domain with å, ä or ö is shown as people write it, and one that could deceive as it is kept', (t) => {
  t.is(shownEmailAddress('asa@xn--rksmrgs-5wao1o.example'), 'asa@räksmörgås.example')
  t.is(shownEmailAddress('asa@skolan.example'), 'asa@skolan.example')
  const cyrillic = readEmailAddress('asa@ѕkolan.example')
  t.is(shownEmailAddress(cyrillic), cyrillic)
})

test('an address that is none is refused when it has been read as when it has not', (t) => {
  for (const typed of ['åsa@skola.se', 'a@b%2e.se', 'a@127.1', 'a@b.se, c@d.se', 'a@', '@räk.se', 'a@räk..se', 'å']) {
    t.false(isEmailAddress(readEmailAddress(typed)), typed)
  }
})
