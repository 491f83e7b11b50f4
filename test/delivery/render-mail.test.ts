import test from 'ava'
import { load } from 'cheerio'
import { languages, textIn } from '../../src/text/text.js'
import { renderMail, type MailContent } from '../../views/mail/render.js'

const issuer = 'https://portvakt.example'
const content: MailContent = {
  issuer,
  language: 'sv',
  subject: 'Ditt engångslösenord',
  greeting: 'Hej Anna!',
  blocks: [
    { kind: 'paragraph', text: 'Här är ditt engångslösenord.' },
    { kind: 'code', label: 'Engångslösenord', code: '1234 5678' },
    { kind: 'list', items: ['ett', 'två'] },
    { kind: 'link', label: 'Till lösenordskiosken', to: '/losenordskiosk' },
    { kind: 'note', text: 'Dela det inte med någon.' },
  ],
}
const folded = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

test('HTML and text tell the same', (t) => {
  const { html, text } = renderMail(content)
  const page = load(html)
  for (const words of [
    'Hej Anna!',
    'Här är ditt engångslösenord.',
    '1234 5678',
    'ett',
    'två',
    'Dela det inte med någon.',
  ]) {
    t.true(folded(page('body').text()).includes(words), words)
    t.true(folded(text).includes(words), words)
  }
  t.is(page('html').attr('lang'), 'sv')
  t.is(page('title').text(), content.subject)
})

test('the only address in a mail is the one that we are configured with', (t) => {
  const { html, text } = renderMail(content)
  const links = load(html)('[href], [src]')
    .toArray()
    .map(({ attribs }) => attribs['href'] ?? attribs['src'])
  t.deepEqual(links, [`${issuer}/losenordskiosk`, issuer])
  t.deepEqual(text.match(/\w+:\/\/\S+/g), [`${issuer}/losenordskiosk`, issuer])
  t.notRegex(html, /@import|url\(|<script|<img|<link/i)
})

const names = [
  '<a href="https://evil.example">Klicka</a>',
  '<script>alert(1)</script>',
  '"onmouseover="x',
  '&lt;b&gt;',
  '</style></title><b>',
]
for (const name of names) {
  test(`a name is text, whatever it looks like: ${name} (R-40)`, (t) => {
    const { html, text } = renderMail({
      ...content,
      greeting: `Hej ${name}!`,
      blocks: [
        { kind: 'paragraph', text: name },
        { kind: 'list', items: [name] },
        { kind: 'code', label: name, code: name },
      ],
    })
    const page = load(html)
    t.is(page('a').length, 1)
    t.is(page('script, b').length, 0)
    const isAddress = name.includes('https://')
    const greeting = isAddress ? textIn('sv').mail.greetingWithoutName : `Hej ${name}!`
    t.true(folded(page('body').text()).includes(greeting))
    t.true(text.startsWith(greeting))
  })
}

test('a name makes no line of its own and turns no writing direction', (t) => {
  const name = 'Anna\r\n\r\nLogga in hos mig\u2028\u202Enu\u0000'
  const { text, subject } = renderMail({
    ...content,
    subject: `Hej\r\nBcc: evil@e.example`,
    greeting: `Hej ${name}!`,
  })
  t.is(subject, 'Hej Bcc: evil @ e. example')
  t.is(folded(text.split('\n\n')[0] ?? ''), 'Hej Anna Logga in hos mig nu !')
  t.notRegex(text.replaceAll('\n', ''), /[\p{Cc}\u2028\u202E]/u)
})

test('no line of the text is longer than a mail program shows, and no address is broken', (t) => {
  const long = 'ord '.repeat(100)
  const { text } = renderMail({ ...content, blocks: [{ kind: 'paragraph', text: long }, ...content.blocks] })
  for (const line of text.split('\n')) t.true(line.length <= 76, line)
  t.is(folded(text).split('ord ').length - 1 >= 99, true)
  t.true(text.split('\n').includes(`${issuer}/losenordskiosk`))
})

for (const language of languages) {
  test(`the foot is in the reader’s language: ${language}`, (t) => {
    const { html, text } = renderMail({ ...content, language })
    t.true(folded(text).includes(textIn(language).mail.cannotBeAnswered))
    t.true(folded(load(html)('body').text()).includes(textIn(language).mail.cannotBeAnswered))
  })
}
