import test from 'ava'
import { load } from 'cheerio'
import { show } from '../../src/web/page.js'
import { ownPath } from '../../src/web/language.js'
import { openBrowser } from '../support/browser.js'
import { startTestRouter } from '../support/router.js'
import { h } from 'preact'
import type { Routes } from '../../src/web/context.js'

const aPage = (router: Routes) => {
  router.get('/sida', (ctx) => show(ctx, { title: 'Sida' }, h('h1', {}, 'Sida')))
}

test('the page is in Swedish, unless the browser asks for English first', async (t) => {
  const { home } = await startTestRouter(t, aPage)
  const asked = { '': 'sv', '*': 'sv', de: 'sv', 'sv,en;q=0.8': 'sv', 'en-GB,en;q=0.9,sv;q=0.5': 'en' }
  for (const [header, language] of Object.entries(asked)) {
    const response = await fetch(`${home}/sida`, { headers: { 'accept-language': header } })
    t.is(load(await response.text())('html').attr('lang'), language, header)
  }
})

test('the language switch leads back to the same page, and is remembered', async (t) => {
  const { home } = await startTestRouter(t, aPage)
  const browser = openBrowser(t, home)
  await browser.open('/sida')
  t.is(await browser.press('In English'), 200)
  t.is(browser.path(), '/sida')
  t.regex(browser.html(), /<html lang="en">/)
  await browser.open('/sida')
  t.regex(browser.html(), /<html lang="en">/)
  await browser.press('På svenska')
  t.regex(browser.html(), /<html lang="sv">/)
})

test('the language switch never leads to another site', async (t) => {
  const { home } = await startTestRouter(t, aPage)
  const browser = openBrowser(t, home)
  await browser.open('/sida')
  const token = browser.formToken()
  for (const stranger of [
    'https://ond.example/',
    '//ond.example/',
    '/\\ond.example',
    '/\t/ond.example',
    'javascript:alert(1)',
    '',
  ]) {
    const body = new URLSearchParams({ token, language: 'en', return: stranger })
    const response = await browser.send('/sprak', { method: 'POST', body })
    t.is(response.status, 303)
    t.is(response.headers.get('location'), '/', stranger)
  }
})

test('a path of ours keeps its query and loses nothing', (t) => {
  t.is(ownPath('/losenordskiosk/kod?inloggning=abc&x=1'), '/losenordskiosk/kod?inloggning=abc&x=1')
  t.is(ownPath('/a/../b'), '/b')
  t.is(ownPath('/..//ond.example'), '/')
})
