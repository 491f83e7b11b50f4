import type { ExecutionContext } from 'ava'
import { assuranceFields } from '../../src/officers/assurances/assurances.form.js'
import { openBrowser, type Browser } from '../support/browser.js'
import type { TestApp } from '../support/app.js'
import { personForms } from '../administration/person/forms.js'
import { atUpload, csvOf, newcomer as listed } from '../administration/bulk/list.js'
import { atAdding, atNumber, newcomer } from '../administration/add/client.js'
import { requestOf } from '../access/objects.js'
import { atChoosing, kept, order } from '../kiosk/client.js'
import { registeredAssurance } from '../officers/assurance-fixture.js'
import { relyingParty } from '../oidc/relying-party.js'
import { signedInAs } from '../own-account/client.js'

export interface Standing {
  readonly browser: Browser
  readonly path: string
  /** What the page would send, with what a person would type. */
  readonly fields: Readonly<Record<string, string>>
  /** What stands in the file that the page would send besides, of a form with one. */
  readonly file?: { readonly name: string; readonly content: string }
}

export type Stands = (t: ExecutionContext, app: TestApp) => Promise<Standing>

/** Every form of the app, by what it is for, and how to come to stand before it. */
export const forms: Readonly<Record<string, Stands>> = {
  'the language switch': async (t, { home }) => {
    const browser = await opened(t, home, '/')
    return { browser, path: '/sprak', fields: { token: browser.formToken(), language: 'en', return: '/handbok' } }
  },
  'signing in': async (t, app) => {
    const { browser, begin } = await relyingParty(t, app)
    await begin()
    const fields = { token: browser.formToken(), username: 'rapport10001', password: 'nästan rätt' }
    return { browser, path: browser.path(), fields }
  },
  'giving up signing in': async (t, app) => {
    const { browser, begin } = await relyingParty(t, app)
    await begin()
    return { browser, path: `${browser.path()}/avbryt`, fields: { token: browser.formToken() } }
  },
  'the kiosk’s first form': async (t, { home }) => {
    const browser = await opened(t, home, '/losenordskiosk/andra')
    const typed = { username: 'rapport10001', password: 'nästan rätt', inloggning: '' }
    return { browser, path: '/losenordskiosk/andra', fields: { token: browser.formToken(), ...typed } }
  },
  'the kiosk’s second form': async (t, { home }) => {
    const browser = await opened(t, home, '/losenordskiosk/glomt')
    const typed = { username: 'rapport10001', inloggning: '' }
    return { browser, path: '/losenordskiosk/glomt', fields: { token: browser.formToken(), ...typed } }
  },
  'typing the mailed code': async (t, { home }) => {
    const browser = openBrowser(t, home)
    await order(browser, 'rapport10001')
    return { browser, path: '/losenordskiosk/kod', fields: { ...kept(browser), code: '1234' } }
  },
  'choosing a password': async (t, app) => {
    const browser = await atChoosing(t, app, 'rapport10001')
    return { browser, path: '/losenordskiosk/nytt', fields: { ...kept(browser), password: 'kort' } }
  },
  'advice on a password': async (t, app) => {
    const browser = await atChoosing(t, app, 'rapport10001')
    return { browser, path: '/losenordskiosk/nytt/rad', fields: { token: browser.formToken(), password: 'kort' } }
  },
  'the language of one’s mails': async (t, app) => {
    const browser = await signedInAs(t, app, 'rapport10001')
    return { browser, path: '/konto/sprak', fields: { token: browser.formToken(), language: 'fi' } }
  },
  'asking for a permission': async (t, app) => {
    const browser = await signedInAs(t, app, 'rapport10001')
    const fields = { token: browser.formToken(), organisation: '', service: '', words: '' }
    return { browser, path: '/konto/be-om-behorighet', fields }
  },
  'taking a request back': async (t, app) => {
    const browser = await signedInAs(t, app, 'rapport10001')
    const fields = { token: browser.formToken(), request: 'nobodys' }
    return { browser, path: '/konto/forfragningar/aterkalla', fields }
  },
  'granting what was asked for': async (t, app) => await answering(t, app, 'ge', { to: 'i morgon' }),
  'declining what was asked for': async (t, app) => await answering(t, app, 'avsla', { reason: '' }),
  'staying signed in': async (t, app) => {
    const browser = await signedInAs(t, app, 'rapport10001')
    return { browser, path: '/konto/stanna-kvar', fields: { token: browser.formToken() } }
  },
  'signing out': async (t, app) => {
    const browser = await signedInAs(t, app, 'rapport10001')
    return { browser, path: '/konto/logga-ut', fields: { token: browser.formToken() } }
  },
  'ending one sign-in': async (t, app) => {
    const browser = await signedInAs(t, app, 'rapport10001')
    return { browser, path: '/konto/inloggningar/avsluta', fields: { token: browser.formToken(), session: 'nobodys' } }
  },
  'ending every sign-in': async (t, app) => {
    const browser = await signedInAs(t, app, 'rapport10001')
    return { browser, path: '/konto/inloggningar/avsluta-alla', fields: { token: browser.formToken() } }
  },
  'registering an assurance': async (t, app) => {
    const browser = await signedInAs(t, app, 'handlaggare1')
    await browser.open('/handlaggning/forsakringar/ny')
    const nothing = Object.fromEntries(assuranceFields.map((field) => [field, '']))
    const fields = { ...nothing, samePerson: '', sameAs: '', token: browser.formToken() }
    return { browser, path: '/handlaggning/forsakringar/ny', fields, file: { name: 'scan', content: 'inget papper' } }
  },
  'approving an assurance': async (t, app) => await beforeAssurance(t, app, 'godkann', { samePerson: '' }),
  'rejecting an assurance': async (t, app) => await beforeAssurance(t, app, 'avvisa', { reason: '' }),
  'withdrawing an assurance': async (t, app) => await beforeAssurance(t, app, 'aterta', {}),
  'marking letters as posted': async (t, app) => {
    const browser = await signedInAs(t, app, 'handlaggare1')
    await browser.open('/handlaggning/brev')
    const fields = { token: browser.formToken(), letters: 'nobodys' }
    return { browser, path: '/handlaggning/brev/postade', fields }
  },
  ...personForms,
  'beginning to add a user': async (t, app) => {
    const browser = await atNumber(t, app)
    const fields = { token: browser.formToken(), organisation: '', number: '900101-9803' }
    return { browser, path: '/behorigheter/lagg-till', fields }
  },
  'where a user is added': async (t, app) => await adding(t, app, 'organisation', { organisation: '' }),
  'whom to add': async (t, app) => await adding(t, app, 'nummer', { number: '900101-9803' }),
  'the details of a new user': async (t, app) =>
    await adding(t, app, 'uppgifter', {
      givenName: newcomer.givenName,
      familyName: newcomer.familyName,
      email: 'inte en adress',
      emailAgain: 'inte en adress',
      street: 'Hamngatan 3',
      postalCode: '55322',
      locality: 'Jönköping',
      addressIsRight: 'ja',
    }),
  'what a new user may do': async (t, app) =>
    await adding(t, app, 'tjanster', {
      'service-studietider': '',
      'from-studietider': '2026-12-01',
      'to-studietider': '',
      'service-studeranderapportering': '',
      'from-studeranderapportering': '2026-12-01',
      'to-studeranderapportering': '2026-12-31',
    }),
  'searching for people': async (t, app) => {
    const browser = await signedInAs(t, app, 'admin10001')
    await browser.open('/behorigheter/personer')
    const typed = { sok: 'saga', tjanst: '', lage: 'allt', konto: '' }
    return { browser, path: '/behorigheter/personer', fields: { token: browser.formToken(), ...typed } }
  },
  'taking out a list of people': async (t, app) => {
    const browser = await signedInAs(t, app, 'admin10001')
    await browser.open('/behorigheter/personer')
    const typed = { sok: 'saga', lage: '', konto: 'utan-losenord', format: 'pdf' }
    return { browser, path: '/behorigheter/personer/lista', fields: { token: browser.formToken(), ...typed } }
  },
  'saving a new user': async (t, app) => await adding(t, app, 'spara', {}),
  'sending a list of users': async (t, app) => {
    const { browser } = await atUpload(t, app)
    return {
      browser,
      path: browser.path(),
      fields: { token: browser.formToken() },
      file: { name: 'file', content: 'inte en lista' },
    }
  },
  'saving a list of users': async (t, app) => {
    const { browser, to } = await atList(t, app)
    return { browser, path: `${to}/spara`, fields: { token: browser.formToken(), mark: 'of another preview' } }
  },
  'throwing a list of users away': async (t, app) => {
    const { browser, to } = await atList(t, app)
    return { browser, path: `${to}/kasta`, fields: { token: browser.formToken() } }
  },
  'giving up adding a user': async (t, app) => await adding(t, app, 'avbryt', {}),
}

/** A step that has a number and nothing else yet. */
const adding = async (
  t: ExecutionContext,
  app: TestApp,
  step: string,
  fields: Readonly<Record<string, string>>,
): Promise<Standing> => {
  const { browser, id } = await atAdding(t, app)
  return { browser, path: `/behorigheter/lagg-till/${id}/${step}`, fields: { token: browser.formToken(), ...fields } }
}

/** Before a paper that the officer registered, and so decides nothing about. */
const beforeAssurance = async (
  t: ExecutionContext,
  app: TestApp,
  action: string,
  fields: Readonly<Record<string, string>>,
) => {
  const browser = await signedInAs(t, app, 'handlaggare2')
  await browser.open('/handlaggning/forsakringar/ny')
  const path = `/handlaggning/forsakringar/${await registeredAssurance(app)}/${action}`
  return { browser, path, fields: { ...fields, token: browser.formToken() } }
}

/** A list of one, as it will be. */
const atList = async (t: ExecutionContext, app: TestApp) => {
  const { browser, send } = await atUpload(t, app)
  const { to } = await send(csvOf([listed(0)]))
  return { browser, to }
}

/** Before the administrator’s own request, which another must answer. */
const answering = async (
  t: ExecutionContext,
  app: TestApp,
  answer: string,
  fields: Readonly<Record<string, string>>,
): Promise<Standing> => {
  const id = await requestOf(app, 'admin10001')
  const browser = await signedInAs(t, app, 'admin10001')
  return {
    browser,
    path: `/behorigheter/forfragningar/${id}/${answer}`,
    fields: { token: browser.formToken(), ...fields },
  }
}

const opened = async (t: ExecutionContext, home: string, path: string): Promise<Browser> => {
  const browser = openBrowser(t, home)
  await browser.open(path)
  return browser
}
