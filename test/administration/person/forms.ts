import type { ExecutionContext } from 'ava'
import type { Standing, Stands } from '../../journeys/forms.js'
import { accountIdOf } from '../../own-account/client.js'
import type { TestApp } from '../../support/app.js'
import { askedAlready, grantsIn, personPage } from './client.js'

/** Every form on a person's page and below it. None of them would change anything as it stands here. */
export const personForms: Readonly<Record<string, Stands>> = {
  'showing a number': async (t, app) => await onPerson(t, app, { below: 'personnummer' }),
  'showing a username': async (t, app) => await onPerson(t, app, { below: 'anvandarnamn' }),
  'changing somebody’s details': async (t, app) => {
    const name = { version: '1', givenName: 'Amir', familyName: 'Haddad' }
    const email = { email: 'amir@vatterbygden.example', repeat: 'another@vatterbygden.example' }
    const address = { street: 'Strandvägen 8', postalCode: '55318', locality: 'Jönköping' }
    return await onPerson(t, app, { below: 'uppgifter', typed: { ...name, ...email, ...address } })
  },
  'giving another permission': async (t, app) => {
    const [, organisation] = await grantsIn(app, 'rapport10001')
    const typed = { what: `${organisation}.studietider`, from: 'i morgon', to: '' }
    return await onPerson(t, app, { below: 'ge', typed })
  },
  'changing the days of permissions': async (t, app) => {
    const [grants] = await grantsIn(app, 'rapport10001')
    return await onPerson(t, app, { below: 'dagar', typed: { grants, from: '', to: 'i morgon' } })
  },
  'pausing permissions': async (t, app) => {
    const [grants] = await grantsIn(app, 'rapport10001')
    const typed = { grants, from: '2026-12-01', to: 'i morgon', reason: 'leave' }
    return await onPerson(t, app, { below: 'paus', typed })
  },
  'ending a pause': async (t, app) => {
    const [grants] = await grantsIn(app, 'rapport10001')
    return await onPerson(t, app, { below: 'ateruppta', typed: { grants } })
  },
  'ending permissions': async (t, app) => {
    const [grants] = await grantsIn(app, 'rapport10001')
    return await onPerson(t, app, { below: 'avsluta', typed: { grants, when: 'day', day: 'i morgon' } })
  },
  'that somebody has left': async (t, app) => {
    const [, organisation] = await grantsIn(app, 'utan10001')
    return await onPerson(t, app, { below: 'har-slutat', typed: { organisation }, username: 'utan10001' })
  },
  'sending a new one-time password': async (t, app) =>
    await onPerson(t, app, { below: 'engangslosenord', username: 'ny10001' }),
  'asking that an account be ended': async (t, app) => {
    await askedAlready(app, 'rapport10001')
    return await onPerson(t, app, { below: 'avsluta-konto', typed: { reason: 'Har flyttat.' } })
  },
}

interface OnPerson {
  readonly below: string
  readonly typed?: Readonly<Record<string, string>>
  readonly username?: string
}

/** As the school's administrator, on what can be done about somebody there. */
const onPerson = async (
  t: ExecutionContext,
  app: TestApp,
  { below, typed = {}, username = 'rapport10001' }: OnPerson,
): Promise<Standing> => {
  const browser = await personPage(t, app, username)
  const path = `/behorigheter/personer/${await accountIdOf(app, username)}/${below}`
  return { browser, path, fields: { token: browser.formToken(), ...typed } }
}
