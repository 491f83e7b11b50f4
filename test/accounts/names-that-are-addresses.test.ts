import test from 'ava'
import { renderMail } from '../../views/mail/render.js'
import { whyUnusable } from '../../src/accounts/details/details.js'
import { textIn } from '../../src/text/text.js'
import { namesOf } from '../../src/relying-services/claims-for.js'

const addresses = ['www.evil.se', 'https://evil', 'evil.example', 'Vinn pengar på EVIL.EXAMPLE', 'ruth@evil.example']
const names = ['Ruth', 'J.R.', 'St.John', 'Anna-Karin', 'O’Brien', 'A. B. Karlsson', 'Ng']

for (const name of addresses) {
  test(`a name that is an address is refused: ${name}`, (t) => {
    t.is(whyUnusable('givenName', name), 'web-address')
    t.is(whyUnusable('familyName', name), 'web-address')
  })

  test(`a mail greets nobody by an address that was kept before: ${name}`, (t) => {
    const { mail } = textIn('sv')
    const content = { issuer: 'https://id.example', language: 'sv', subject: 'Hej', blocks: [] } as const
    const { text, html } = renderMail({ ...content, greeting: mail.greeting(name) })
    t.false(text.includes(name) || html.includes(name))
    t.true(text.includes(mail.greetingWithoutName))
  })
}

for (const name of names) {
  test(`a name with a dot, a hyphen or an apostrophe is a name: ${name}`, (t) => {
    t.is(whyUnusable('givenName', name), undefined)
  })
}

test('a relying service learns no name, username or address of a person with protected identity', (t) => {
  const person = {
    id: 'a',
    username: 'rut4711',
    givenName: 'Rut',
    familyName: 'Prov',
    email: 'rut@skola.example',
    language: 'sv',
    isEnded: false,
    password: undefined,
    passwordChosenAt: null,
  } as const
  t.deepEqual(namesOf({ ...person, hasProtectedIdentity: true }), {})
  t.like(namesOf({ ...person, hasProtectedIdentity: false }), { name: 'Rut Prov', email: 'rut@skola.example' })
})
