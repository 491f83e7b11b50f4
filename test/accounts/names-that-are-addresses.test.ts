import test from 'ava'
import { renderMail } from '../../views/mail/render.js'
import { whyUnusable } from '../../src/accounts/details/details.js'
import { textIn } from '../../src/text/text.js'
import { readLine } from '../../src/values/line.js'
import { whyNotLine, type WhyNotLine } from '../../src/values/mistakes.js'
import { mayBecomeLink, withoutLinks } from '../../src/values/web-address.js'
import { namesOf } from '../../src/relying-services/claims-for.js'

const addresses = [
  'www.evil.se',
  'https://evil',
  'evil.example',
  'Vinn pengar på EVIL.EXAMPLE',
  'ruth@evil.example',
  'Klicka https://evil.example/x',
  'Evil.Example/x',
  'evil。example',
  'ｅｖｉｌ．example',
  'evil\u200B.example',
  '192.0.2.1',
  'mailto:ruth',
  'evil.xn--p1ai',
]
/** Refused for a reason of their own. */
const whyOf: Readonly<Record<string, WhyNotLine>> = {
  'evil。example': 'unreadable',
  'ｅｖｉｌ．example': 'unreadable',
  '192.0.2.1': 'no-name',
}
const names = ['Ruth', 'J.R.', 'St.John', 'Anna-Karin', 'O’Brien', 'A. B. Karlsson', 'Ng']

for (const name of addresses) {
  test(`a name that is an address is refused: ${name}`, (t) => {
    for (const kind of ['givenName', 'familyName', 'fullName'] as const)
      t.is(whyNotLine(kind, readLine(name)), whyOf[name] ?? 'web-address')
  })

  test(`a mail greets nobody by an address that was kept before: ${name}`, (t) => {
    const { mail } = textIn('sv')
    const content = { issuer: 'https://id.example', language: 'sv', subject: 'Hej', blocks: [] } as const
    const { text, html } = renderMail({ ...content, greeting: mail.greeting(name) })
    t.false(text.includes(name) || html.includes(name))
    t.true(text.includes(mail.greetingWithoutName))
  })
}

for (const written of addresses) {
  test(`a mail makes no link of what somebody wrote, wherever it stands: ${written}`, (t) => {
    const blocks = [
      { kind: 'paragraph', text: `Skälet: ${written}.` },
      { kind: 'note', text: written },
      { kind: 'list', items: [`${written}: Elevregistret`] },
      { kind: 'link', label: written, to: '/konto' },
    ] as const
    const content = { issuer: 'https://id.example', language: 'sv', subject: `${written} är stängd`, blocks } as const
    const mail = renderMail({ ...content, greeting: 'Hej!' })
    const ours = /https:\/\/id\.example(?:\/konto)?/g
    for (const text of [
      mail.subject,
      mail.text,
      mail.html.replace(/^.*<body[^>]*>/s, '').replaceAll(/<[^>]*>/g, ' '),
    ]) {
      t.false(mayBecomeLink(text.replaceAll(ours, '')), text)
    }
  })
}

test('the words of a school’s name and of a reason stand in a mail as they were written', (t) => {
  for (const text of ['Friskolan i Ö AB', 'St. Eriks gymnasium', 'Se punkt 4.2, kl. 05.49, t.ex. 2026-12-01', 'J.R.']) {
    t.is(withoutLinks(text), text)
  }
  t.is(withoutLinks('Skolan.se AB: ring oss'), 'Skolan. se AB: ring oss')
})

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

test('a relying service learns one name of a person who has one, and no empty claim', (t) => {
  const person = {
    id: 'a',
    username: 'rut4711',
    email: null,
    language: 'sv',
    isEnded: false,
    password: undefined,
    passwordChosenAt: null,
    hasProtectedIdentity: false,
  } as const
  const given = namesOf({ ...person, givenName: 'Suharto', familyName: null })
  t.deepEqual(given, { name: 'Suharto', given_name: 'Suharto', preferred_username: 'rut4711' })
  const family = namesOf({ ...person, givenName: null, familyName: 'Suharto' })
  t.deepEqual(family, { name: 'Suharto', family_name: 'Suharto', preferred_username: 'rut4711' })
})
