import test, { type ExecutionContext } from 'ava'
import type { Page } from 'playwright-core'
import { Form } from '../../views/parts/form.js'
import { PasswordField } from '../../views/parts/field.js'
import { readForm } from '../../src/web/form.js'
import { show } from '../../src/web/page.js'
import { axeFinds, openChromium } from '../support/chromium.js'
import { startTestRouter } from '../support/router.js'

interface Advice {
  readonly advice: readonly string[]
  readonly isGood: boolean
  readonly strength: number
}

const openAdvice = async (t: ExecutionContext, adviseOn: (password: string) => Advice | Promise<Advice>) => {
  const asked: string[] = []
  const { home } = await startTestRouter(t, (router) => {
    router.get('/sida', (ctx) =>
      show(
        ctx,
        { title: 'Sida', scripts: ['password-advice.js'] },
        <>
          <h1>Sida</h1>
          <Form to="/sida" formToken={ctx.state.formToken}>
            <PasswordField
              name="password"
              label="Nytt lösenord"
              autocomplete="new-password"
              reveal={{ show: 'Visa', hide: 'Dölj' }}
            />
            <div data-advice-url="/rad" data-advice-for="password" />
          </Form>
        </>,
      ),
    )
    router.post('/rad', async (ctx) => {
      const { password } = await readForm(ctx, ['password'])
      asked.push(password)
      ctx.body = await adviseOn(password)
    })
  })
  const page = await (await (await openChromium(t)).newContext()).newPage()
  await page.goto(`${home}/sida`)
  return { page, asked, field: page.getByLabel('Nytt lösenord'), words: page.locator('[aria-live=polite]') }
}

const strengthShown = async (page: Page) => await page.locator('.advice__meter').getAttribute('data-strength')

test('advice comes when the typing rests, once, and is told to those who listen', async (t) => {
  const { page, asked, field, words } = await openAdvice(t, () => ({
    advice: ['Lägg till ett ord.'],
    isGood: false,
    strength: 2,
  }))
  await field.pressSequentially('sommar', { delay: 20 })
  await words.getByText('Lägg till ett ord.').waitFor()
  t.deepEqual(asked, ['sommar'])
  t.is(await strengthShown(page), '2')
  t.deepEqual(await axeFinds(page), [])
})

test('a good password is told to be good, and an emptied field needs no advice', async (t) => {
  const { page, field, words } = await openAdvice(t, () => ({ advice: ['Det är bra.'], isGood: true, strength: 4 }))
  await field.fill('sju lugna björnar')
  await words.getByText('Det är bra.').waitFor()
  t.is(await words.getAttribute('data-good'), 'true')
  await field.fill('')
  await page.locator('.advice__meter').waitFor({ state: 'hidden' })
  t.is(await words.textContent(), '')
})

test('advice on an older password never comes after advice on a newer one', async (t) => {
  const { page, field, words } = await openAdvice(t, async (password) => {
    if (password === 'ett') await new Promise((resolve) => void setTimeout(resolve, 1_500))
    return { advice: [`Om ${password}.`], isGood: false, strength: 1 }
  })
  const slow = page.waitForRequest('**/rad')
  await field.fill('ett')
  await slow
  await field.fill('ett två')
  await words.getByText('Om ett två.').waitFor()
  await page.waitForTimeout(1_800)
  t.is(await words.textContent(), 'Om ett två.')
})

test('advice is text and never markup', async (t) => {
  const { field, words } = await openAdvice(t, () => ({
    advice: ['<b id="planted">x</b>'],
    isGood: false,
    strength: 0,
  }))
  await field.fill('x')
  await words.getByText('<b id="planted">x</b>').waitFor()
  t.is(await words.locator('#planted').count(), 0)
})

test('when no advice can be had, older advice goes away and the page goes on working', async (t) => {
  const { page, field, words } = await openAdvice(t, (password) => {
    if (password === 'trasig') throw new Error('down')
    return { advice: [`Om ${password}.`], isGood: false, strength: 1 }
  })
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  for (const fails of ['trasig', 'nekad', 'borta']) {
    await field.fill('sommar')
    await words.getByText('Om sommar.').waitFor()
    await page.route('**/rad', async (route) => {
      if (fails === 'nekad') return await route.fulfill({ status: 403, json: { advice: ['Nej.'], strength: 4 } })
      return fails === 'borta' ? await route.abort() : await route.continue()
    })
    await field.fill('trasig')
    await page.locator('.advice__meter').waitFor({ state: 'hidden' })
    t.is(await words.textContent(), '')
    await page.unroute('**/rad')
  }
  t.deepEqual(complaints, [])
})
