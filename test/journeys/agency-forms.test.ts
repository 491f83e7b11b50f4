import test from 'ava'
import { actFields, givingFields } from '../../src/officers/organisations/granting/organisation-permissions.form.js'
import { forwardingFields } from '../../src/officers/username-letters/letter/username-letter.form.js'
import { matrix } from '../access/matrix.js'
import { askingFor, usernames } from '../access/objects.js'
import { signedInAs } from '../own-account/client.js'
import { changes, dump, forgetPresence } from '../support/dump.js'
import { startTestApp, type TestApp } from '../support/app.js'
import { formOnPage, type FoundForm } from './form-on-page.js'
import { except, formType, hasNoAccidents } from './ours.js'
import { isBadInput, strange, strangeFields, strangeValues } from './strange-fields.js'

const nothing = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '']))

/** The fields of those that no page shows as the demo data stands, or that are shown after another step. */
const unseen: Readonly<Record<string, FoundForm>> = {
  'POST /handlaggning/vem-administrerar': { fields: { changes: '' }, file: undefined },
  'POST /handlaggning/organisationer/:id/sla-samman': { fields: { version: '1', into: '' }, file: undefined },
  'POST /handlaggning/organisationer/:id/ge': { fields: nothing(givingFields), file: undefined },
  'POST /handlaggning/organisationer/:id/behorigheter/:grant': { fields: nothing(actFields), file: undefined },
  'POST /handlaggning/konton/:id/inloggningar': { fields: { session: '' }, file: undefined },
  'POST /handlaggning/konton/:id/oppna': { fields: { reason: '' }, file: undefined },
  'POST /handlaggning/konton/:id/sla-ihop/genomfor': { fields: { other: '', survivor: '' }, file: undefined },
  'POST /handlaggning/forsakringar/:id/fil': { fields: {}, file: 'scan' },
  'POST /handlaggning/brev/postade': { fields: { letters: '' }, file: undefined },
  'POST /handlaggning/brev/utskrift': { fields: {}, file: undefined },
  'POST /handlaggning/brev/:id/adress': { fields: nothing(forwardingFields), file: undefined },
  'POST /handlaggning/gallring/:class': { fields: { before: '' }, file: undefined },
  'POST /handlaggning/mejl/igen': { fields: { id: '' }, file: undefined },
  'POST /handlaggning/mejl/bort': { fields: { id: '' }, file: undefined },
}

const partOf = (route: string) => route.split('/').slice(1, 3).join('/')
const routes = Object.keys(matrix).filter((route) => route.startsWith('POST /handlaggning/'))

for (const part of new Set(routes.map(partOf))) {
  test(`${part}: whatever stands in a field is answered in words, and what is refused changes nothing`, async (t) => {
    const app = await startTestApp(t)
    const browser = await signedInAs(t, app, usernames.officer)
    const token = browser.formToken()
    for (const route of routes.filter((one) => partOf(one) === part)) {
      const { path } = await askingFor(app, route, 'officer')
      const form = (await formOnPage(browser, path)) ?? unseen[route] ?? { fields: {}, file: undefined }
      const before = await tables(app)
      let isAnythingDone = false
      for (const [name, how, body] of eachOf({ ...form.fields, token })) {
        const response = await browser.send(path, { method: 'POST', ...asSent(form, body) })
        const answer = await response.text()
        const what = `${route}, ${name} ${how}: ${response.status}`
        t.true([200, 303, 403, 404, 409, 422].includes(response.status) || isBadInput(response, answer), what)
        if (response.status === 303) t.regex(response.headers.get('location') ?? '', /^\/(?!\/)/, what)
        if (response.status === 422) t.regex(answer, /<title>Fel: /, what)
        t.truthy(response.headers.get('content-security-policy'), what)
        isAnythingDone ||= response.status < 400
      }
      if (!isAnythingDone) t.deepEqual(changes(before, await tables(app)), [], route)
    }
    hasNoAccidents(t, app)
  })
}

const eachOf = function* (fields: FoundForm['fields']) {
  const boxes = Object.keys(fields).filter((name) => /^(?:form|service)-/.test(name))
  for (const one of strangeFields(fields, { ...strange, ...strangeValues })) {
    // Boxes of one row are read alike: the first stands for all.
    if (!boxes.slice(1).includes(one[0])) yield one
  }
}

/** As the page would send it: with a file there is one that is no file. */
const asSent = ({ file }: FoundForm, body: string): RequestInit => {
  if (file === undefined) return { headers: formType, body }
  const boundary = 'strange'
  const part = (disposition: string, bytes: Buffer) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`),
    bytes,
    Buffer.from('\r\n'),
  ]
  const fields = body.split('&').flatMap((pair) => {
    const [name = '', value = ''] = pair.split('=')
    return part(`name="${name}"`, bytesOf(value))
  })
  const parts = [...fields, ...part(`name="${file}"; filename="x.pdf"`, Buffer.from('inget papper'))]
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  }
}

const bytesOf = (value: string): Buffer => {
  const plain = value.replaceAll('+', ' ')
  return Buffer.from(
    plain.replaceAll(/%([\dA-F]{2})/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
    'latin1',
  )
}

/** All that a request could change, but for the audit and the queue's own housekeeping. */
const tables = async ({ owner }: TestApp) => {
  await forgetPresence(owner)
  return await dump(owner, except)
}
