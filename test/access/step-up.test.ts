import { readFileSync } from 'node:fs'
import test from 'ava'
import { stepUp } from '../../config/step-up.js'
import { signedInAs } from '../own-account/client.js'
import { travel } from '../support/clock.js'
import { startTestApp } from '../support/app.js'
import { matrix, type Role } from './matrix.js'
import { askingFor, usernames } from './objects.js'

const roleFor: Readonly<Record<string, Exclude<Role, 'nobody'>>> = {
  'whoever is signed in': 'reporter',
  administrators: 'administrator',
  'administrators of it': 'administrator',
  officers: 'officer',
}

test('the table of fresh sign-ins knows every address where signed-in people send a form, and no other', (t) => {
  const routes = Object.entries(matrix).filter(([route, access]) => route.startsWith('POST ') && access in roleFor)
  t.deepEqual(Object.keys(stepUp).toSorted(), routes.map(([route]) => route).toSorted())
})

test('the document of fresh sign-ins says what the table says', (t) => {
  const document = readFileSync('docs/step-up.md', 'utf8')
  t.deepEqual(
    document.split('\n').filter((line) => line.startsWith('| `')),
    Object.entries(stepUp).map(
      ([route, { isNeeded, why }]) => `| \`${route}\` | ${isNeeded ? 'yes' : 'no'} | ${why} |`,
    ),
    'npm run docs writes it anew',
  )
})

for (const role of ['reporter', 'administrator', 'officer'] as const) {
  test(`eleven minutes after signing in, each act of the ${role} asks for a fresh sign-in as the table says (R-54)`, async (t) => {
    const app = await startTestApp(t)
    const found: Record<string, boolean> = {}
    const wanted: Record<string, boolean> = {}
    let browser: Awaited<ReturnType<typeof signedInAs>> | undefined
    for (const [route, { isNeeded, ...act }] of Object.entries(stepUp)) {
      if (roleFor[matrix[route] ?? ''] !== role) continue
      if (browser === undefined) {
        browser = await signedInAs(t, app, usernames[role])
        await travel(app.owner, '11 minutes')
      }
      const { path, fields } = await askingFor(app, route, role)
      const body = new URLSearchParams({ token: browser.formToken(), ...fields })
      const response = await browser.send(path, { method: 'POST', body })
      const to = response.headers.get('location') ?? ''
      found[route] = to.startsWith('/konto/logga-in') && new URL(to, app.home).searchParams.get('igen') === '1'
      wanted[route] = isNeeded
      if (isNeeded && found[route]) {
        const form = 'formAt' in act ? (act.formAt ?? '') : path
        const back = new URL(to, app.home).searchParams.get('till') ?? ''
        t.is(back.split('/').length, form.split('/').length, `${route} comes back to its form: ${back}`)
      }
      // Whoever changed something may be signed out by it.
      if (!found[route]) browser = undefined
    }
    t.deepEqual(found, wanted)
  })
}
