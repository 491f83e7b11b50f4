import test from 'ava'
import { envelope } from '../../config/envelope.js'
import { alwaysSeen, everSeen } from '../../src/officers/username-letters/pdf/window.js'
import { batchPdf } from '../../src/officers/username-letters/pdf/batch.js'
import { textIn } from '../../src/text/text.js'
import { referenceOf, type PrintedLetter } from '../../src/username-letters/username-letter.js'
import { toldBy, wordsIn, writtenIn, type Written } from '../support/pdf.js'

const ordinary: PrintedLetter = {
  id: '0a1b2c3d-0000-4000-8000-000000000000',
  username: 'hxtc4836',
  language: 'sv',
  organisation: 'Vätterbygdens yrkeshögskola',
  name: 'Åsa Öberg',
  address: ['Åsa Öberg', 'Östra Strandgatan 19', '553 18 Jönköping'],
  hasPassword: false,
}
const long: PrintedLetter = {
  ...ordinary,
  language: 'en',
  name: 'Maximilian-Alexander Wennerström af Ugglas-Lagerkrantz von Österreich',
  address: [
    'Maximilian-Alexander Wennerström af Ugglas-Lagerkrantz von Österreich',
    'c/o Vätterbygdens studentbostäder, Östra Strandgatan 19 lägenhet 1402',
    '553 18 Jönköping',
  ],
}
const hidden: PrintedLetter = {
  ...ordinary,
  name: undefined,
  address: ['Skatteverket', 'Förmedlingsuppdrag', 'Box 2820', '403 20 Göteborg'],
}

const printed = async (letters: readonly PrintedLetter[]) =>
  await batchPdf({
    letters,
    kiosk: 'https://id.example.se/losenordskiosk',
    text: textIn('sv'),
    language: 'sv',
    dayIn: (language) => (language === 'sv' ? '25 november 2026' : '25 November 2026'),
  })

const touches = ({ left, right, top, bottom }: Written) =>
  left < everSeen.right && right > everSeen.left && top < everSeen.bottom && bottom > everSeen.top
const isInside = ({ left, right, top, bottom }: Written) =>
  left >= alwaysSeen.left && right <= alwaysSeen.right && top >= alwaysSeen.top && bottom <= alwaysSeen.bottom

/** As `writtenIn` measures a line: its letters, and a quarter below them. */
const millimetresOfNinePoints = ((8.9 * 25.4) / 72) * 1.25

test('the window leaves what the post asks for: forty millimetres above it, and thirty below', (t) => {
  const { fromTop, height, fromRight, width } = envelope.window
  t.true(fromTop >= 40)
  t.true(envelope.height - fromTop - height >= 30)
  t.true(fromRight + width <= envelope.width)
})

for (const [whose, letter] of Object.entries({ ordinary, long, hidden })) {
  test(`nothing but the address lies in the window, however the paper slides: ${whose}`, async (t) => {
    const [, page = []] = await writtenIn(await printed([letter]))
    const seen = page.filter(touches)
    t.is(seen.map(({ words }) => words).join(' '), letter.address.join(' '))
    t.deepEqual(
      seen.filter((line) => !isInside(line)),
      [],
    )
    t.true(page.length > seen.length + 8, 'the rest of the letter was found')
    t.true(
      Math.min(...seen.map(({ top, bottom }) => bottom - top)) > millimetresOfNinePoints,
      'no smaller than it must',
    )
  })
}

test('a letter tells the username and where to go, in the language of who gets it', async (t) => {
  const [, swedish = '', english = ''] = await wordsIn(await printed([ordinary, long]))
  for (const words of ['Hej Åsa Öberg!', 'hxtc4836', 'https://id.example.se/losenordskiosk', 'Ditt engångslösenord']) {
    t.true(swedish.includes(words), words)
  }
  t.true(english.includes('Your username'))
  t.true(swedish.includes(referenceOf(ordinary.id)))
})

test('who has a password is not promised a one-time password', async (t) => {
  const [, page = ''] = await wordsIn(await printed([{ ...ordinary, hasPassword: true }]))
  t.true(page.includes('Ditt lösenord är det som du har valt'))
  t.false(page.includes('engångslösenord'))
})

test('the list that covers a batch tells how many, to whom and in which order, and of a protected identity nothing', async (t) => {
  const [cover = ''] = await wordsIn(await printed([ordinary, hidden]))
  t.true(cover.includes('2 brev, hämtade 25 november 2026'))
  t.regex(cover, /1 Åsa Öberg Vätterbygdens yrkeshögskola 0A1B2C3D/)
  t.regex(cover, /2 Skyddade personuppgifter Vätterbygdens yrkeshögskola 0A1B2C3D/)
  t.notRegex(cover, /Skatteverket|Box|Strandgatan|hxtc4836/)
})

test('a protected identity has no name anywhere on the paper', async (t) => {
  const [, page = ''] = await wordsIn(await printed([hidden]))
  t.true(page.includes('Hej!'))
  t.false(page.includes('Åsa'))
})

test('a batch of many is covered by a list that goes on, and each letter has its own sheet', async (t) => {
  const pdf = await printed(Array.from({ length: 60 }, () => ordinary))
  const pages = await wordsIn(pdf)
  t.is(pages.length, 2 + 60)
  t.regex(pages[1] ?? '', /60 Åsa Öberg/)
  t.true(pages.slice(2).every((page) => page.includes('hxtc4836')))
})

test('a screen reader is told the title, the headings and the table of a batch', async (t) => {
  const { roles, ...told } = await toldBy(await printed([ordinary]))
  t.deepEqual(told, {
    title: 'Försättsblad till brev med användarnamn',
    language: 'sv-SE',
    isTagged: true,
    pages: 2,
  })
  for (const role of ['H1', 'P', 'Table', 'TR', 'TH', 'TD']) t.true(roles.has(role), role)
})
