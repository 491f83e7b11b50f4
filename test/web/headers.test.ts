import test from 'ava'
import { startTestRouter } from '../support/router.js'
import { BadInput, TooMuch } from '../../src/web/refusals.js'

const paths = {
  '/sida': 200,
  '/assets/portvakt.css': 200,
  '/fel': 400,
  '/finns-inte': 404,
  '/manga': 429,
  '/trasig': 500,
}

for (const [path, status] of Object.entries(paths)) {
  test(`an answer with ${status} from ${path} carries every security header (R-91)`, async (t) => {
    const { home } = await startTestRouter(t, (router) => {
      router.get('/sida', (ctx) => void (ctx.body = 'ok'))
      router.get('/fel', () => {
        throw new BadInput('x')
      })
      router.get('/manga', () => {
        throw new TooMuch(429, 60)
      })
      router.get('/trasig', () => {
        throw new Error('x')
      })
    })
    const response = await fetch(`${home}${path}`)
    const { headers } = response
    t.is(response.status, status)
    t.is(headers.get('x-content-type-options'), 'nosniff')
    t.is(headers.get('x-frame-options'), 'DENY')
    t.is(headers.get('referrer-policy'), 'no-referrer')
    t.is(headers.get('cross-origin-opener-policy'), 'same-origin')
    t.is(headers.get('cross-origin-resource-policy'), 'same-origin')
    const policy = headers.get('content-security-policy') ?? ''
    for (const part of [
      "default-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ]) {
      t.true(policy.includes(part), part)
    }
    t.regex(policy, /script-src 'nonce-[\w+/=]{24}';/)
    t.false(policy.includes('unsafe'))
  })
}

test('no two answers share a nonce', async (t) => {
  const { home } = await startTestRouter(t, () => undefined)
  const nonceOf = async () =>
    /nonce-([^']+)/.exec((await fetch(home)).headers.get('content-security-policy') ?? '')?.[1]
  t.not(await nonceOf(), await nonceOf())
})
