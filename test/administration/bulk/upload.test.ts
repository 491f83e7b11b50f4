import { readFileSync } from 'node:fs'
import test, { type ExecutionContext } from 'ava'
import { load } from 'cheerio'
import { changes, dump, forgetPresence } from '../../support/dump.js'
import { startTestApp } from '../../support/app.js'
import writeWorkbook from 'write-excel-file/node'
import { wordsOf } from '../../own-account/client.js'
import { atUpload, csvOf, headings, newcomer } from './list.js'

const boundary = 'x-boundary'
const type = `multipart/form-data; boundary=${boundary}`

interface Part {
  readonly name: string
  readonly content: string
  readonly isFile?: boolean
}

const partsOf = (parts: readonly Part[]): string =>
  `${parts
    .map(({ name, content, isFile = false }) => {
      const file = isFile ? `; filename="lista.csv"\r\nContent-Type: text/csv` : ''
      return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${content}\r\n`
    })
    .join('')}--${boundary}--\r\n`

const opened = async (t: ExecutionContext) => {
  const app = await startTestApp(t, { isWorkerOff: true })
  const visit = await atUpload(t, app)
  const post = async (body: string, headers: Record<string, string> = { 'content-type': type }) => {
    const response = await visit.browser.send(visit.browser.path(), { method: 'POST', headers, body })
    const html = await response.text()
    return { status: response.status, heading: load(html)('h1').text(), html }
  }
  return { app, ...visit, post }
}

test('a form with a file has its token and one file, and nothing else', async (t) => {
  const { app, browser, post } = await opened(t)
  await forgetPresence(app.owner)
  const before = await dump(app.owner, ['pgboss.'])
  const token: Part = { name: 'token', content: browser.formToken() }
  const file: Part = { name: 'file', content: csvOf([newcomer(0)]), isFile: true }
  for (const [how, parts] of Object.entries({
    'no file': [token],
    'two files': [token, file, file],
    'the file as text': [token, { ...file, isFile: false }],
    'two tokens': [token, token, file],
    'an unknown field': [token, file, { name: 'organisation', content: '1' }],
    'a field __proto__': [token, file, { name: '__proto__', content: '1' }],
    'a file array-shaped': [token, { ...file, name: 'file[]' }],
    'ten thousand parts': [token, file, ...Array.from({ length: 10_000 }, () => ({ name: 'a', content: '1' }))],
  } satisfies Record<string, readonly Part[]>)) {
    const { status, heading } = await post(partsOf(parts))
    t.is(status, 400, how)
    t.is(heading, 'Det som skickades går inte att använda', how)
  }
  for (const [how, body, contentType] of [
    ['no boundary', partsOf([token, file]), 'multipart/form-data'],
    ['another boundary', partsOf([token, file]), 'multipart/form-data; boundary=other'],
    ['no end', partsOf([token, file]).slice(0, -8), type],
    ['nothing', '', type],
    ['urlencoded', `token=${browser.formToken()}&file=a`, 'application/x-www-form-urlencoded'],
  ] as const) {
    t.is((await post(body, { 'content-type': contentType })).status, 400, how)
  }
  t.is((await post(partsOf([{ ...token, isFile: true }, file]))).status, 403, 'the token as a file')
  await forgetPresence(app.owner)
  t.deepEqual(changes(before, await dump(app.owner, ['pgboss.'])), [])
})

test('what cannot be used is told of in plain words, and nothing is kept', async (t) => {
  const { app, browser, post, send } = await opened(t)
  const token: Part = { name: 'token', content: browser.formToken() }
  const errorsOf = async (content: string) => {
    const { status, html } = await post(partsOf([token, { name: 'file', content, isFile: true }]))
    t.is(status, 422)
    t.regex(html, /<title>Fel: /)
    return load(html)('#file-error li')
      .toArray()
      .map((line) => load(line).text())
  }
  t.deepEqual(await errorsOf('<html><body>Logga in'), [
    'Filen är en webbsida eller ett XML-dokument, även om den kan heta något annat. Öppna den i Excel, spara den som xlsx och försök igen.',
  ])
  t.deepEqual(await errorsOf(';'.repeat(1024 * 1024)), [
    'Filen har fler än 40 kolumner. Ta bort dem som inte hör till listan, och kontrollera att rätt tecken skiljer kolumnerna åt.',
  ])
  t.deepEqual(await errorsOf('x'.repeat(1024 * 1024 + 1)), [
    'Filen är för stor: högst 1 MB och 2 000 personer. Kopiera över listan till mallen och försök igen.',
  ])
  t.deepEqual(await errorsOf('Förnamn;Roll;Studiestartsstöd: ansöka;Förnamn\nÅsa;chef;ja;Åsa\n'), [
    'Kolumnen Personnummer saknas. Rubrikerna ska stå på första raden, så som i mallen.',
    'Det finns ingen kolumn för någon tjänst. Rubriken kan vara ”Studeranderapportering”, ”Studietider och utbildningar”.',
    'Kolumnen ”Roll” finns inte i mallen. Ta bort den eller skriv rubriken så som i mallen.',
    'Kolumnen ”Studiestartsstöd: ansöka” finns inte i mallen. Ta bort den eller skriv rubriken så som i mallen.',
    'Kolumnen ”Förnamn” finns mer än en gång. Ta bort den ena.',
  ])
  t.deepEqual(await errorsOf('Personnummer;Studeranderapportering\n'), ['Listan har rubriker men inga personer.'])
  const kept = await app.owner.selectFrom('bulk_draft').select('id').execute()
  t.deepEqual(kept, [])
  t.is((await send('x'.repeat(3 * 1024 * 1024))).status, 422, 'much too large')
})

test('a number that Excel has shortened is said to be shortened, in text and in a workbook that was saved after', async (t) => {
  const { browser, send, organisation } = await opened(t)
  await send(readFileSync('test/cases/people-scientific.csv'))
  const shortened = 'kolumn Personnummer: Excel har kortat numret (till en form som 1,98803E+11)'
  t.true(browser.html().includes(`Rad 2, ${shortened}`))
  t.true(browser.html().includes(`Rad 3, ${shortened}`))
  t.false(browser.html().includes('Rad 2, kolumn Personnummer: Skriv numret med'))
  await browser.open(`/behorigheter/lagg-till-flera/till/${organisation}`)
  await send(csvOf([newcomer(0, { Personnummer: '198803000000' })]))
  t.true(browser.html().includes(`Rad 2, ${shortened}`))
})

for (const file of ['people-alt-enter.csv', 'people-alt-enter.xlsx']) {
  test(`a line break in a street becomes a space: ${file}`, async (t) => {
    const { browser, send } = await opened(t)
    t.is((await send(readFileSync(`test/cases/${file}`))).status, 303)
    t.true(browser.html().includes('c/o Svensson Skolgatan 1'))
  })
}

test('what Excel did to a cell is the one thing that is said of it', async (t) => {
  const { browser, send } = await opened(t)
  const damaged = { Ort: '#SAKNAS!', Postnummer: '#####', 'Studietider och utbildningar': '#N/A' }
  await send(csvOf([newcomer(0, damaged)]))
  for (const words of [
    'Rad 2, kolumn Ort: Cellen visar ett fel från en formel',
    'Rad 2, kolumn Postnummer: Kolumnen var för smal när filen sparades',
    'Rad 2, kolumn Studietider och utbildningar: Cellen visar ett fel från en formel',
  ]) {
    t.is(browser.html().split(words).length, 3, `${words}: in the list of mistakes and at the row`)
  }
  t.false(browser.html().includes('postnummer har fem siffror'))
})

for (const [file, words] of [
  ['people-macroman.csv', 'Filen verkar vara sparad som ”Macintosh-text”'],
  ['people-windows1252.csv', undefined],
  ['people-missing-trailing-separators.csv', undefined],
  ['people-hidden-first-sheet.xlsx', undefined],
] as const) {
  test(`a list as a program saves it is ${words === undefined ? 'taken' : 'refused by its cause'}: ${file}`, async (t) => {
    const { organisation, browser } = await opened(t)
    const body = new FormData()
    body.set('token', browser.formToken())
    body.set('file', new Blob([Uint8Array.from(readFileSync(`test/cases/${file}`))]), 'lista')
    const response = await browser.send(`/behorigheter/lagg-till-flera/till/${organisation}`, { method: 'POST', body })
    t.is(response.status, words === undefined ? 303 : 422)
    t.true(words === undefined || (await response.text()).includes(words))
  })
}

test('a template that is filled in and sent is read, as text and as a spreadsheet', async (t) => {
  const { browser, organisation } = await opened(t)
  const at = `/behorigheter/lagg-till-flera/till/${organisation}`
  const csv = await (await browser.send(`${at}/mall.csv`)).text()
  t.is(csv.split('\r\n').length, 2)
  for (const name of ['mall.csv', 'mall.xlsx']) {
    const template = await browser.send(`${at}/${name}`)
    t.is(template.headers.get('content-disposition'), `attachment; filename="mall-flera-anvandare.${name.slice(5)}"`)
    const body = new FormData()
    body.set('token', browser.formToken())
    body.set('file', await template.blob(), 'mall')
    const response = await browser.send(at, { method: 'POST', body })
    t.regex(await response.text(), /Listan har rubriker men inga personer/, name)
  }
})

test('the preview of a workbook with several filled sheets names those that are not read', async (t) => {
  const { send, browser } = await opened(t)
  const people = [headings, headings.map((heading) => newcomer(0)[heading] ?? '')]
  const sheets = [
    { sheet: 'Höst', data: people.map((cells) => cells.map((value) => ({ value }))) },
    { sheet: 'Vår', data: [[{ value: 'något' }]] },
  ]
  t.is((await send(Uint8Array.from(await writeWorkbook(sheets).toBuffer()))).status, 303)
  t.true(
    wordsOf(browser).includes('Bladet ”Höst” läses. Arbetsboken har fler ifyllda blad, som inte läses: Vår.'),
    wordsOf(browser),
  )
  await send(csvOf([newcomer(0)]))
  t.false(wordsOf(browser).includes('som inte läses'))
})
