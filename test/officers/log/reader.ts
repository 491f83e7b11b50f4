/** An officer who reads the log. */
import type { ExecutionContext } from 'ava'
import { record } from '../../../src/audit/record.js'
import { accountIdOf, signedInByPassword, wordsOf } from '../../own-account/visitor.js'
import { from } from '../../permissions/cast.js'
import type { Browser } from '../../support/browser.js'
import { openTestHouse, type TestHouse } from '../../support/house.js'

export async function atTheLog(t: ExecutionContext) {
  const house = await openTestHouse(t, { isPostClosed: true })
  const karin = await signedInByPassword(t, house, 'handlaggare1')
  await karin.open('/handlaggning/logg')
  return { house, karin }
}

/** What the list says, without what surrounds it. */
export const sentences = (browser: Browser) =>
  wordsOf(browser)
    .replace(/^.* Händelser /, '')
    .replace(/ Ladda ner .*$/, '')

export const showNumber = async (house: TestHouse, about: string) => {
  const [by, whom] = [await accountIdOf(house, 'admin10001'), await accountIdOf(house, about)]
  const { id } = await house.owner
    .selectFrom('organisation')
    .select('id')
    .where('code', '=', '10001')
    .executeTakeFirstOrThrow()
  await house.db
    .transaction()
    .execute(async (trx) => await record(trx, from, { kind: 'number-shown', by, about: whom, organisation: id }))
}
