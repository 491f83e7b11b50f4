import test from 'ava'
import { axeFinds, openChromium, overflows } from '../../support/chromium.js'
import { takePicture } from '../../support/pictures.js'
import { startTestApp } from '../../support/app.js'
import { demoPassword } from '../../../src/demo/people.js'
import { csvOf, newcomer } from './list.js'

const list = [
  newcomer(0),
  newcomer(1, { Personnummer: '19820417-9835' }),
  newcomer(2, { Från: '2030-01-01', Till: '2031-06-30', Studeranderapportering: 'x' }),
]

test('the pages of a list are free of faults and fit a telephone', async (t) => {
  const app = await startTestApp(t)
  const browser = await openChromium(t)
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${app.home}/behorigheter/lagg-till-flera`)
  await page.getByLabel('Användarnamn').fill('admin10001')
  await page.getByLabel('Lösenord', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Logga in' }).click()
  const look = async (name: string) => {
    for (const width of [1280, 375]) {
      await page.setViewportSize({ width, height: 900 })
      t.is(await overflows(page), 0, `${name} ${width}`)
      t.deepEqual(await axeFinds(page), [], `${name} ${width}`)
      await takePicture(page, `bulk-${name}-${width}`)
    }
  }
  const send = async (rows: typeof list) => {
    const buffer = Buffer.from(csvOf(rows))
    await page.getByLabel('Fil med användare').setInputFiles({ name: 'lista.csv', mimeType: 'text/csv', buffer })
    await page.getByRole('button', { name: 'Gå vidare och se hur det blir' }).click()
  }
  await look('upload')
  await send([...list, newcomer(3, { Personnummer: '19900101-2384', Från: 'snart' }), newcomer(4, { Ort: '' })])
  await look('wrong')
  await page.getByRole('link', { name: 'Ladda upp en rättad lista' }).first().click()
  await send([...list, ...Array.from({ length: 40 }, (_, place) => newcomer(10 + place, { Från: 'snart' }))])
  await look('many-wrong')
  await page.getByRole('link', { name: 'Ladda upp en rättad lista' }).first().click()
  await send(list)
  await look('preview')
  t.is(await page.getByText('Storgatan 1, 553 18 Jönköping').count(), 1, 'an address is written as the post wants it')
  await page.getByRole('button', { name: 'Spara 2 användare' }).click()
  // The bar moves by itself, and the page tells when all is done.
  await page.getByRole('heading', { name: 'Klart', level: 1 }).waitFor({ timeout: 60_000 })
  await look('done')
})
