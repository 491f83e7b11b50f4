import { generateKeyPairSync } from 'node:crypto'
import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { signedInAs, wordsOf } from '../own-account/client.js'
import { travel } from '../support/clock.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { first, register, secretOn, typed } from './desk-of-clients.js'

async function desk(t: ExecutionContext) {
  const app = await startTestApp(t)
  return { app, karin: await signedInAs(t, app, 'handlaggare1') }
}

const clientIn = async ({ owner }: TestApp, id = 'inrapportering') =>
  await owner.selectFrom('client').selectAll().where('id', '=', id).executeTakeFirst()

test('a service is registered, its secret is shown in that answer and never again', async (t) => {
  const { app, karin } = await desk(t)
  t.is(await register(karin), 200)
  t.is(karin.heading(), 'E-tjänstens hemlighet')
  const secret = secretOn(karin) ?? ''
  t.regex(secret, /^[\w-]{43}$/)
  t.false(karin.path().includes(secret))
  t.is(karin.headers().get('cache-control'), 'no-store')
  t.like(await clientIn(app), { name_sv: 'Inrapportering', services: ['studeranderapportering'], version: 1 })
  for (const page of ['', '/andra', '/installningar', '/ny-hemlighet', '/prova']) {
    await karin.open(`${first}/inrapportering${page}`)
    t.false(karin.html().includes(secret), page)
  }
  const { rows } = await sql<{ all: string }>`
    select (select string_agg(client::text, '') from client) || (select string_agg(audit_event::text, '') from audit_event)
      as all`.execute(app.owner)
  t.false(rows[0]?.all.includes(secret))
  t.false(app.logged.join('\n').includes(secret))
})

test('a service with a key of its own gets no secret', async (t) => {
  const { app, karin } = await desk(t)
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  await register(karin, {}, (form) => {
    form.tick('Egen nyckel (private_key_jwt)')
    const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'k1' }
    form.fill('Publika nycklar (JWKS), om e-tjänsten har egen nyckel', JSON.stringify({ keys: [jwk] }))
  })
  t.is(karin.heading(), 'Inrapportering')
  t.true(wordsOf(karin).includes('E-tjänsten är registrerad.'))
  t.true(wordsOf(karin).includes('Nycklar: k1 (ES256)'))
  t.like(await clientIn(app), { auth_method: 'private_key_jwt', sealed_secret: null })
})

test('a private key that is pasted is refused and not shown to the register', async (t) => {
  const { app, karin } = await desk(t)
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const status = await register(karin, {}, (form) => {
    form.tick('Egen nyckel (private_key_jwt)')
    const jwk = privateKey.export({ format: 'jwk' })
    form.fill('Publika nycklar (JWKS), om e-tjänsten har egen nyckel', JSON.stringify({ keys: [jwk] }))
  })
  t.is(status, 422)
  t.regex(karin.errors().join(' '), /Nyckel 1 är privat\. Den har nu visats och får inte användas mer/)
  t.is(await clientIn(app), undefined)
})

for (const [label, value, error] of [
  ['E-tjänstens id (client_id)', 'Å', /Skriv ett id med 3–64 tecken/],
  ['E-tjänstens id (client_id)', 'mina-tjanster', /finns redan en e-tjänst med det id:t/],
  ['E-tjänstens id (client_id)', 'portvakt', /finns redan en e-tjänst med det id:t/],
  ['Namn på svenska', '', /Skriv ett namn/],
  ['Startadress', 'tjanst.example.se', /är ingen adress/],
  ['Adresser efter inloggning (redirect_uris)', '', /minst en adress/],
  ['Adresser efter inloggning (redirect_uris)', 'http://tjanst.example.se/svar', /måste börja med https/],
  [
    'Adresser efter inloggning (redirect_uris)',
    'https://a.example/svar\nhttps://*.example/svar',
    /\*\.example\/svar har en \*/,
  ],
  ['Adresser efter inloggning (redirect_uris)', 'https://a@b.example/svar', /användarnamn före @/],
  ['Adresser efter utloggning (post_logout_redirect_uris)', 'https://a.example/#ut', /har ett #/],
] as const) {
  test(`«${value}» as ${label} is refused in words by the field, and what was typed is still there`, async (t) => {
    const { app, karin } = await desk(t)
    const before = await app.owner.selectFrom('client').select('id').execute()
    t.is(await register(karin, { [label]: value }), 422)
    t.regex(karin.errors().join(' '), error)
    t.true(karin.html().includes(typed['Namn på engelska']))
    t.deepEqual(await app.owner.selectFrom('client').select('id').execute(), before)
  })
}

test('a form with a field that no page of ours has is refused (R-68)', async (t) => {
  const { app, karin } = await desk(t)
  await karin.open(`${first}/ny`)
  const body = new URLSearchParams({ token: karin.formToken(), id: 'x-y-z', is_own_tool: 'ja' })
  t.is((await karin.send(`${first}/ny`, { method: 'POST', body })).status, 400)
  t.is(await clientIn(app, 'x-y-z'), undefined)
})

test('of two officers the second sees what the first made of it, and loses nothing of what they typed', async (t) => {
  const { app, karin } = await desk(t)
  await register(karin)
  const johan = await signedInAs(t, app, 'handlaggare2')
  for (const one of [karin, johan]) await one.open(`${first}/inrapportering/andra`)
  karin.fill('Namn på svenska', 'Karins namn')
  t.is(await karin.press('Spara ändringen'), 200)
  johan.fill('Startadress', 'http://localhost:4002/')
  t.is(await johan.press('Spara ändringen'), 409)
  t.true(wordsOf(johan).includes('Karins namn'), 'what holds now')
  t.true(johan.html().includes('http://localhost:4002/'), 'what Johan typed')
  t.like(await clientIn(app), { name_sv: 'Karins namn', home_uri: 'http://localhost:4001/' })
  t.is(await johan.press('Spara ändringen'), 200)
  t.like(await clientIn(app), { home_uri: 'http://localhost:4002/', version: 3 })
})

test('a new secret is made once for each time it is asked for, however often the answer is sent anew', async (t) => {
  const { app, karin } = await desk(t)
  await register(karin)
  const before = secretOn(karin)
  await karin.open(`${first}/inrapportering/ny-hemlighet`)
  t.is(await karin.press('Gör en ny hemlighet'), 422)
  t.deepEqual(karin.errors(), ['Välj vad som händer med den förra hemligheten.'])
  karin.tick('Fungerar i 24 timmar till')
  const body = new URLSearchParams({ token: karin.formToken(), version: '1', former: '24' })
  t.is(await karin.press('Gör en ny hemlighet'), 200)
  const after = secretOn(karin)
  t.regex(after ?? '', /^[\w-]{43}$/)
  t.not(after, before)
  const sealed = (await clientIn(app))?.sealed_secret
  const again = await karin.send(`${first}/inrapportering/ny-hemlighet`, { method: 'POST', body })
  t.is(again.status, 409)
  t.is((await clientIn(app))?.sealed_secret, sealed)
})

test('registering, changing and a new secret ask who sits there anew after ten minutes; turning off does not', async (t) => {
  const { app, karin } = await desk(t)
  await register(karin)
  const { token } = { token: karin.formToken() }
  await travel(app.owner, '11 minutes')
  const asked = async (page: string, method: 'GET' | 'POST') => {
    const body = new URLSearchParams({ token })
    const answer = await karin.send(`${first}/${page}`, method === 'POST' ? { method, body } : { method })
    return (answer.headers.get('location') ?? '').startsWith('/konto/logga-in')
  }
  for (const page of ['ny', 'inrapportering/andra', 'inrapportering/ny-hemlighet']) {
    t.true(await asked(page, 'GET'), page)
    t.true(await asked(page, 'POST'), page)
  }
  t.true(await asked('inrapportering/oppna', 'POST'))
  t.false(await asked('inrapportering', 'GET'))
  await karin.open(`${first}/inrapportering/stang-av`)
  t.is(await karin.press('Stäng av'), 200)
  t.true(wordsOf(karin).includes('E-tjänsten är avstängd.'))
})

test('a service that is turned off stays in the list, and is turned on from its page', async (t) => {
  const { app, karin } = await desk(t)
  await register(karin)
  await karin.open(`${first}/inrapportering/stang-av`)
  await karin.press('Stäng av')
  await karin.open(first)
  t.regex(wordsOf(karin), /Inrapportering ?Avstängd/)
  await karin.follow('Inrapportering')
  t.is(await karin.press('Öppna igen'), 200)
  t.is((await clientIn(app))?.disabled_at, null)
})

test('our own tools and what nobody has registered look the same: not there', async (t) => {
  const { karin } = await desk(t)
  for (const id of ['portvakt', 'finns-inte', 'a%00b']) {
    for (const page of ['', '/andra', '/ny-hemlighet', '/stang-av', '/installningar', '/prova']) {
      t.is(await karin.open(`${first}/${id}${page}`), 404, `${id}${page}`)
    }
  }
})

test('trying it shows what the service would be told, signs nobody in, and leaves a trace', async (t) => {
  const { app, karin } = await desk(t)
  await register(karin)
  await karin.open(`${first}/inrapportering/prova`)
  karin.fill('Användarnamn', 'rapport10001')
  t.is(await karin.press('Visa'), 200)
  t.true(wordsOf(karin).includes('rapport10001 kommer in'))
  t.true(karin.words().includes('"service": "studeranderapportering"'))
  t.false(karin.words().includes('"service": "studietider"'), 'only what it is registered for')
  karin.fill('Användarnamn', 'budget0999')
  await karin.press('Visa')
  t.true(wordsOf(karin).includes('budget0999 kommer inte in'))
  t.true(wordsOf(karin).includes('ingen behörighet'))
  karin.fill('Användarnamn', 'finnsinte')
  t.is(await karin.press('Visa'), 422)
  const events = await app.owner
    .selectFrom('audit_event')
    .innerJoin('account', 'account.id', 'about_id')
    .select(['username', 'details'])
    .where('kind', '=', 'client-tried')
    .orderBy('seq')
    .execute()
  t.deepEqual(
    events.map(({ username }) => username),
    ['rapport10001', 'budget0999'],
  )
})

test('the form of a service says for how many hours the policy lets it renew', async (t) => {
  const app = await startTestApp(t, { policy: { tokens: { refreshTokenHours: 4 } } })
  const karin = await signedInAs(t, app, 'handlaggare1')
  await karin.open(`${first}/ny`)
  t.true(wordsOf(karin).includes('Högst 4 timmar'))
})

test('addresses of a relying service lose what nobody sees, and nothing else', async (t) => {
  const { app, karin } = await desk(t)
  const changes = {
    'E-tjänstens id (client_id)': '\u200Einrapportering\u2069',
    'Namn på svenska': 'Inrapp\u00ADortering',
    Startadress: '\uFEFFhttp://localhost:4001/\u202C',
    'Adresser efter inloggning (redirect_uris)':
      'http://localhost:\u20604001/callback\u200B\r\n\u2068http://localhost:4001/b\u2069',
    'Adresser efter utloggning (post_logout_redirect_uris)': '\u00A0http://localhost:4001/ut\u00ADloggad\u2028',
  }
  t.is(await register(karin, changes), 200, karin.errors().join())
  t.like(await clientIn(app), {
    name_sv: 'Inrapportering',
    home_uri: 'http://localhost:4001/',
    redirect_uris: ['http://localhost:4001/callback', 'http://localhost:4001/b'],
    post_logout_redirect_uris: ['http://localhost:4001/utloggad'],
  })
  t.is(await register(karin, { 'Adresser efter inloggning (redirect_uris)': 'http://localhost:4001/c\uFF41' }), 422)
})
