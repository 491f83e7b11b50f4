import test from 'ava'
import { load } from 'cheerio'
import { openBrowser } from '../support/browser.js'
import { openTestHouse } from '../support/house.js'
import { relyingParty, signedOutAt } from './relying-party.js'

for (const prompt of ['select_account', 'consent', 'select_account consent', 'login consent']) {
  test(`a service that asks with prompt=${prompt} gets its answer, whoever is signed in`, async (t) => {
    const service = await relyingParty(t, await openTestHouse(t))
    await service.enter('rapport10001')
    const asked = await service.begin({ prompt })
    if (prompt !== 'consent') await service.signIn('rapport10001')
    t.is((await service.exchange(asked)).claims()?.sub.length, 36)
  })
}

test('discovery says which prompts are served', async (t) => {
  const { home } = await openTestHouse(t)
  const document = await (await fetch(`${home}/.well-known/openid-configuration`)).json()
  t.deepEqual(document.prompt_values_supported, ['none', 'login', 'select_account', 'consent'])
})

for (const [hint, shown] of [
  ['rapport10001', 'rapport10001'],
  ['finnsinte', 'finnsinte'],
  ['19900101-2385', ''],
  ['900101 2385', ''],
  ['\u0661\u0669\u0669\u0660\u0660\u0661\u0660\u0661\u0662\u0663\u0668\u0665', ''],
  ['a\nb', ''],
] as const) {
  test(`a login_hint fills the name in, known or invented, and never a personnummer: ${JSON.stringify(hint)}`, async (t) => {
    const { browser, begin } = await relyingParty(t, await openTestHouse(t))
    t.is(await begin({ login_hint: hint }).then(() => browser.status()), 200)
    t.is(load(browser.html())('#username').attr('value'), shown)
  })
}

test('an authorization request may be posted', async (t) => {
  const house = await openTestHouse(t)
  const service = await relyingParty(t, house)
  const asked = await service.ask()
  const url = new URL(asked.url)
  const answer = await service.browser.send(url.pathname, { method: 'POST', body: url.searchParams })
  t.is(answer.status, 303)
  t.is(await service.browser.open(answer.headers.get('location') ?? ''), 200)
  await service.signIn('rapport10001')
  t.truthy((await service.exchange(asked)).id_token)
})

test('a sign-out that another site posts, without our cookies, ends the session all the same', async (t) => {
  const house = await openTestHouse(t)
  const service = await relyingParty(t, house)
  const { id_token: hint = '' } = await service.enter('rapport10001')
  const stranger = openBrowser(t, house.home)
  const body = new URLSearchParams({ id_token_hint: hint, post_logout_redirect_uri: signedOutAt })
  const answer = await stranger.send('/oidc/logout', { method: 'POST', body })
  t.is(answer.status, 303)
  const address = answer.headers.get('location') ?? ''
  t.true(address.startsWith('/oidc/logout?'))
  await service.browser.open(`${house.home}${address}`)
  await service.browser.press('Logga ut')
  await service.browser.open(`${house.home}/konto`)
  t.regex(service.browser.path(), /^\/login\//)
})
