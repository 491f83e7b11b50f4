import test from 'ava'
import { load } from 'cheerio'
import { matrix } from '../access/matrix.js'
import { askingFor } from '../access/objects.js'
import { signedInAs } from '../own-account/client.js'
import { startTestApp } from '../support/app.js'

test('every page of the tool explains itself in a help panel, with the handbook and whom to call', async (t) => {
  const app = await startTestApp(t)
  const browser = await signedInAs(t, app, 'admin10001')
  const without: string[] = []
  let pages = 0
  for (const route of Object.keys(matrix).filter((name) => name.startsWith('GET /behorigheter'))) {
    const { path } = await askingFor(app, route, 'administrator')
    const answer = await browser.send(path)
    if (answer.status !== 200 || !answer.headers.get('content-type')?.startsWith('text/html')) continue
    pages += 1
    const panel = load(await answer.text())('details#hjalp')
    const leads = panel.find('a[href^="/handbok"]').length === 1 && panel.find('a[href^="tel:"]').length === 1
    if (!leads || panel.find('p').length < 4) without.push(route)
  }
  t.deepEqual(without, [])
  t.true(pages > 15, String(pages))
})
