import test from 'ava'
import { isEmailAddress } from '../../src/accounts/email.js'

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
