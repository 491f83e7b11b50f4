/** An officer who reads the log. */
import type { ExecutionContext } from 'ava'
import { record } from '../../../src/audit/record.js'
import { accountIdOf, signedInByPassword, wordsOf } from '../../own-account/client.js'
import { from } from '../../permissions/fixture.js'
import type { Browser } from '../../support/browser.js'
import { startTestApp, type TestApp } from '../../support/app.js'

export async function atTheLog(t: ExecutionContext) {
  const app = await startTestApp(t, { isWorkerOff: true })
  const karin = await signedInByPassword(t, app, 'handlaggare1')
  await karin.open('/handlaggning/logg')
  return { app, karin }
}

/** What the list says, without what surrounds it. */
export const sentences = (browser: Browser) =>
  wordsOf(browser)
    .replace(/^.* Händelser /, '')
    .replace(/ Ladda ner .*$/, '')

export const showNumber = async (app: TestApp, about: string) => {
  const [by, whom] = [await accountIdOf(app, 'admin10001'), await accountIdOf(app, about)]
  const { id } = await app.owner
    .selectFrom('organisation')
    .select('id')
    .where('code', '=', '10001')
    .executeTakeFirstOrThrow()
  await app.db
    .transaction()
    .execute(async (trx) => await record(trx, from, { kind: 'number-shown', by, about: whom, organisation: id }))
}
