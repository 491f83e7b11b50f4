import test from 'ava'
import { load } from 'cheerio'
import { render } from 'preact-render-to-string'
import { settingsFor } from '../../src/officers/relying-services/settings/settings.js'
import { findClient } from '../../src/relying-services/find.js'
import { first, register } from '../officers/desk-of-clients.js'
import { WordsField } from '../../views/parts/field.js'
import { addressOf } from '../kiosk/client.js'
import { accountIdOf, signedInAs } from '../own-account/client.js'
import { startTestApp } from '../support/app.js'

const addresses = ['https://e-tjanst.example/cb', 'https://e-post.example/e-tjanst/svar']
const field = 'Adresser efter inloggning (redirect_uris)'
const email = 'e-post.svar@e-tjanst.example'

test('a page shows values, code and data letter for letter, and a form saved unchanged changes no letter', async (t) => {
  const app = await startTestApp(t, { isWorkerOff: true })
  await app.owner.updateTable('person').set({ email }).where('email', '=', addressOf('rapport10001')).execute()
  const karin = await signedInAs(t, app, 'handlaggare1')
  t.is(await register(karin, { [field]: addresses.join('\n') }), 200)

  await karin.open(`${first}/inrapportering/andra`)
  const form = load(karin.html())
  const label = form('label').filter((_, element) => form(element).text() === field)
  t.is(form(`textarea[id="${label.attr('for')}"]`).text(), addresses.join('\n'))
  t.is(await karin.press('Spara ändringen'), 200)
  const registered = await findClient(app.db, 'inrapportering')
  t.deepEqual(registered?.redirectUris, addresses)

  await karin.open(`${first}/inrapportering`)
  for (const address of addresses) t.true(karin.html().includes(address), address)
  await karin.open(`${first}/inrapportering/installningar`)
  const codes = load(karin.html())('pre').toArray()
  const shown = new Set(codes.map((element) => load(element).text()))
  if (registered === undefined) throw new Error('it is not registered')
  const settings = settingsFor(registered, { issuer: app.home }).map(({ content }) => content)
  t.deepEqual(
    settings.filter((content) => !shown.has(content)),
    [],
  )

  const anna = await signedInAs(t, app, 'admin10001')
  await anna.open(`/behorigheter/personer/${await accountIdOf(app, 'rapport10001')}`)
  t.true(anna.html().includes(email))
})

test('a textarea keeps the line end that its value begins with', async (t) => {
  const html = render(WordsField({ name: 'ord', label: 'Ord', autocomplete: 'off', value: '\nen rad', maxLength: 100 }))
  t.is(load(html)('textarea').text(), '\nen rad')
})
