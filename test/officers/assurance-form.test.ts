import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { agency } from '../../config/agency.js'
import { assuranceFormPdf } from '../../src/officers/assurances/form/form.js'
import { signedInAs } from '../own-account/client.js'
import { startTestApp } from '../support/app.js'
import { toldBy, wordsIn, writtenIn } from '../support/pdf.js'

const school = {
  kind: 'school',
  name: 'Åsö yrkeshögskola',
  code: '0104',
  address: 'Ögatan 1, 118 61 Stockholm',
} as const

test('the form tells who signs it, by the kind of organisation', async (t) => {
  const [page = ''] = await wordsIn(await assuranceFormPdf(school))
  for (const words of ['Åsö yrkeshögskola', '0104', 'Ögatan 1, 118 61 Stockholm', '5. Rektor försäkrar']) {
    t.true(page.includes(words), words)
  }
  t.false(page.includes('örvaltningschef'))
  const [other = ''] = await wordsIn(await assuranceFormPdf({ ...school, kind: 'municipality' }))
  t.true(other.includes('5. Förvaltningschef försäkrar'))
  t.true(other.includes('Kommunkod'))
  t.false(other.includes('ektor'))
})

test('the form names the agency of the settings, and where to send it', async (t) => {
  const [page = ''] = await wordsIn(await assuranceFormPdf(undefined))
  t.true(page.includes(agency.name.sv))
  t.true(page.includes(agency.address.join(', ')))
  t.true(page.includes('Rektor eller förvaltningschef försäkrar'))
})

test('a screen reader is told the form’s title, language, headings and lists', async (t) => {
  const { roles, ...told } = await toldBy(await assuranceFormPdf(school))
  t.deepEqual(told, {
    title: 'Försäkran om hantering av behörighet',
    language: 'sv-SE',
    isTagged: true,
    pages: 1,
  })
  for (const role of ['H1', 'H2', 'P', 'L', 'LI']) t.true(roles.has(role), role)
})

test('the form stays on its sheet, however long a school’s name is', async (t) => {
  const name = 'Vätterbygdens och Östra Strandens folkhögskola för konst, hantverk och kulturutbildning '.repeat(2)
  const pages = await writtenIn(await assuranceFormPdf({ ...school, name: name.slice(0, 200) }))
  t.is(pages.length, 1)
  for (const { words, left, right, bottom } of pages.flat()) {
    t.true(left > 19.9 && right <= 190.5 && bottom <= 290, words)
  }
})

async function atTheForm(t: ExecutionContext) {
  const app = await startTestApp(t)
  const officer = await signedInAs(t, app, 'handlaggare1')
  await officer.open('/handlaggning/forsakringar')
  await officer.follow('Skriv ut en blankett')
  return { app, officer }
}

test('an officer gets the form of a school by its code, as a file that is never shown here', async (t) => {
  const { officer } = await atTheForm(t)
  officer.tick('En skola')
  officer.fill('Skolkod eller kommunkod', '10001')
  const body = new URLSearchParams({ token: officer.formToken(), kind: 'school', code: '10001' })
  const sent = await officer.send('/handlaggning/forsakringar/blankett', { method: 'POST', body })
  const answer = await officer.send(sent.headers.get('location') ?? '')
  t.is(answer.status, 200)
  t.is(answer.headers.get('content-type'), 'application/pdf')
  t.is(answer.headers.get('content-disposition'), 'attachment; filename="forsakran-10001.pdf"')
  t.is(answer.headers.get('content-security-policy'), "default-src 'none'; sandbox")
  t.is(answer.headers.get('x-content-type-options'), 'nosniff')
  t.is(answer.headers.get('cache-control'), 'no-store')
  const [page = ''] = await wordsIn(await answer.bytes())
  t.true(page.includes('Vätterbygdens yrkeshögskola'))
})

test('an empty form is there for who knows no code', async (t) => {
  const { officer } = await atTheForm(t)
  const answer = await officer.send('/handlaggning/forsakringar/blankett.pdf')
  t.is(answer.status, 200)
  t.is((await toldBy(await answer.bytes())).pages, 1)
})

test('a code that is nobody’s, or of a closed school, is refused in words', async (t) => {
  const { app, officer } = await atTheForm(t)
  t.is(await officer.press('Hämta blanketten (PDF)'), 422)
  t.deepEqual(officer.errors().length > 0, true)
  await sql`update organisation set closed_at = portvakt_now() where code = '10001'`.execute(app.owner)
  for (const code of ['10001', '99999', 'x']) {
    officer.tick('En skola')
    officer.fill('Skolkod eller kommunkod', code)
    t.is(await officer.press('Hämta blanketten (PDF)'), 422)
    t.regex(officer.errors().join(' '), /Ingen öppen skola eller kommun har den koden/)
  }
  const { id } = await app.owner
    .selectFrom('organisation')
    .select('id')
    .where('code', '=', '10001')
    .executeTakeFirstOrThrow()
  for (const place of [id, 'x', 'aaaaaaaa-0000-4000-8000-00000000dead']) {
    t.is((await officer.send(`/handlaggning/organisationer/${place}/forsakran.pdf`)).status, 404)
  }
})
