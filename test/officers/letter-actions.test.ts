import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { accountIdOf, audited, signedInAs, wordsOf } from '../own-account/client.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { codeFor } from '../one-time-passwords/reporter.js'
import { wordsIn } from '../support/pdf.js'
import type { Browser } from '../support/browser.js'
import { letterIn } from './letter.js'

async function atTheLetter(t: ExecutionContext, username = 'ny10001') {
  const app = await startTestApp(t)
  const id = await letterIn(app, username)
  const officer = await signedInAs(t, app, 'handlaggare1')
  await officer.open('/handlaggning/brev')
  return { app, id, officer }
}

const protect = async ({ owner }: TestApp) =>
  await sql`update person set has_protected_identity = true from account
    where account.person_id = person.id and username = 'ny10001'`.execute(owner)

const fetchLetters = async (officer: Browser, ...ids: readonly string[]) =>
  await officer.send('/handlaggning/brev/utskrift', {
    method: 'POST',
    body: new URLSearchParams({ token: officer.formToken(), letters: ids.join(' ') }),
  })

test('the letters are fetched as a file, with no personnummer and no one-time password in it', async (t) => {
  const { app, id, officer } = await atTheLetter(t)
  const answer = await fetchLetters(officer, id)
  t.is(answer.status, 200)
  t.is(answer.headers.get('content-type'), 'application/pdf')
  t.regex(answer.headers.get('content-disposition') ?? '', /^attachment; filename="brev-\d{4}-\d\d-\d\d\.pdf"$/)
  const [cover = '', letter = ''] = await wordsIn(await answer.bytes())
  t.true(cover.includes('1 brev'))
  const { number, username } = await app.owner
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .where('username', '=', 'ny10001')
    .select(['personal_identity_number as number', 'username'])
    .executeTakeFirstOrThrow()
  t.true(letter.includes(username))
  const digits = (cover + letter).replaceAll(/\D/g, '')
  t.false(digits.includes(number) || digits.includes(number.slice(2)) || digits.includes(number.slice(-4)))
  const codes = await app.owner.selectFrom('one_time_password').select('id').execute()
  t.is(codes.length, 1, 'there is one that could stand there')
  for (const code of codes) t.false(letter.includes(await codeFor(app.db, app.context, code.id)))
  const [event] = await audited(app, 'username-letter-printed')
  t.like(event, { by: await accountIdOf(app, 'handlaggare1'), about: await accountIdOf(app, 'ny10001') })
})

test('the page says which letters nobody has fetched, before they are marked as posted', async (t) => {
  const { id, officer } = await atTheLetter(t)
  t.true(wordsOf(officer).includes('Ett av breven har ingen hämtat än.'))
  await fetchLetters(officer, id)
  await officer.open('/handlaggning/brev')
  t.false(wordsOf(officer).includes('ingen hämtat än'))
  t.regex(wordsOf(officer), /Hämtat \p{L}+dag/u)
})

test('a letter that has been posted, or is nobody’s, is not fetched', async (t) => {
  const { officer, id } = await atTheLetter(t)
  await officer.press('Markera som postade')
  t.is((await fetchLetters(officer, id)).status, 404)
  t.is((await fetchLetters(officer, 'aaaaaaaa-0000-4000-8000-00000000dead')).status, 404)
  t.is((await fetchLetters(officer, 'x')).status, 400)
})

test('a letter to a protected identity waits for an address, and goes there', async (t) => {
  const { app, id, officer } = await atTheLetter(t)
  await protect(app)
  await officer.open('/handlaggning/brev')
  t.true(wordsOf(officer).includes('Inga brev väntar.'))
  t.true(wordsOf(officer).includes('Behöver en adress för vidarebefordran'))
  t.is(await officer.follow('Skyddade personuppgifter'), 200)
  t.is(await officer.press('Spara adressen'), 422)
  officer.fill('Mottagare', 'Skatteverket')
  officer.fill('Gatuadress eller box', 'Box 2820')
  officer.fill('Postnummer och ort', '403 20 Göteborg')
  t.is(await officer.press('Spara adressen'), 200)
  t.true(wordsOf(officer).includes('Brevet kan postas.'))
  t.false(officer.source().includes('2820'), 'what was saved is not shown')
  await officer.open('/handlaggning/brev')
  t.false(officer.source().includes('2820') || officer.html().includes('Ekholm'))
  const [, letter = ''] = await wordsIn(await (await fetchLetters(officer, id)).bytes())
  t.true(letter.includes('Box 2820'))
  t.false(letter.includes('Ekholm') || letter.includes('Strandgatan'))
})

for (const [label, value, error] of [
  ['Mottagare', '19900101-2385', /ser ut som ett personnummer/],
  ['Mer om mottagaren (lämna tomt om det inte behövs)', 'pnr 900101 2385', /ser ut som ett personnummer/],
  ['Postnummer och ort', 'Göteborg', /postnumret med fem siffror/],
  ['Gatuadress eller box', '', /Skriv gatuadressen eller boxen/],
] as const) {
  test(`a forwarding address with «${value}» as ${label} is refused in words`, async (t) => {
    const { app, id, officer } = await atTheLetter(t)
    await protect(app)
    await officer.open(`/handlaggning/brev/${id}`)
    const right = {
      Mottagare: 'Skatteverket',
      'Gatuadress eller box': 'Box 2820',
      'Postnummer och ort': '403 20 Göteborg',
    }
    for (const [name, typed] of Object.entries({ ...right, [label]: value })) officer.fill(name, typed)
    t.is(await officer.press('Spara adressen'), 422)
    t.regex(officer.errors().join(' '), error)
    const kept = await app.owner.selectFrom('username_letter').select('forwarded_to').executeTakeFirstOrThrow()
    t.is(kept.forwarded_to, null)
  })
}

test('a letter is withheld with a reason, and released', async (t) => {
  const { id, officer } = await atTheLetter(t)
  await officer.open(`/handlaggning/brev/${id}`)
  t.is(await officer.press('Håll inne brevet'), 422)
  t.deepEqual(officer.errors(), ['Skriv varför, så att dina kollegor förstår.'])
  officer.fill('Varför hålls det inne?', 'Adressen utreds.')
  t.is(await officer.press('Håll inne brevet'), 200)
  t.true(wordsOf(officer).includes('Adressen utreds.'))
  t.is((await fetchLetters(officer, id)).status, 404)
  await officer.open(`/handlaggning/brev/${id}`)
  t.is(await officer.press('Släpp brevet'), 200)
  t.is((await fetchLetters(officer, id)).status, 200)
})

test('a letter that comes back is found by its number, marked, and ordered anew', async (t) => {
  const { app, id, officer } = await atTheLetter(t)
  await officer.press('Markera som postade')
  officer.fill('Brevets nummer eller användarnamnet', id.slice(0, 8).toUpperCase())
  await officer.press('Sök')
  t.true(wordsOf(officer).includes('Det här hittades Saga Ekholm Postat'))
  await officer.open(`/handlaggning/brev/${id}`)
  t.is(await officer.press('Kom i retur'), 200)
  t.true(wordsOf(officer).includes('Brevet är antecknat som returnerat.'))
  t.is(await officer.press('Beställ brevet på nytt'), 200)
  t.true(wordsOf(officer).includes('Ett nytt brev är beställt.'))
  t.not(officer.path(), `/handlaggning/brev/${id}?klart=bestallt`)
  await officer.open(`/handlaggning/brev/${id}`)
  t.is(await officer.press('Beställ brevet på nytt'), 422)
  t.true(wordsOf(officer).includes('väntar redan på att postas'))
  t.true((await audited(app, 'username-letter-shown')).length >= 4)
})

test('what has been done meanwhile is told, and nothing is done twice', async (t) => {
  const { id, officer } = await atTheLetter(t)
  await officer.press('Markera som postade')
  await officer.open(`/handlaggning/brev/${id}`)
  const body = () => new URLSearchParams({ token: officer.formToken() })
  t.is((await officer.send(`/handlaggning/brev/${id}/retur`, { method: 'POST', body: body() })).status, 303)
  t.is(await officer.press('Kom i retur'), 409)
  t.true(wordsOf(officer).includes('Någon annan har just gjort något med brevet.'))
})

test('an officer’s own letter is another officer’s to take care of', async (t) => {
  const { app, officer } = await atTheLetter(t)
  const own = await letterIn(app, 'handlaggare1')
  await officer.open(`/handlaggning/brev/${own}`)
  t.true(wordsOf(officer).includes('Brevet är till dig själv.'))
  t.false(wordsOf(officer).includes('Håll inne'))
})
