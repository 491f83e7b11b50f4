import type { ExecutionContext } from 'ava'
import { sql } from 'kysely'
import { forwardLetter, releaseLetter, returnLetter, withholdLetter } from '../../src/username-letters/act-on-letter.js'
import { findLetter } from '../../src/username-letters/listed/letters-of.js'
import { orderAnew } from '../../src/username-letters/order-anew.js'
import { orderUsernameLetter } from '../../src/username-letters/order-letter.js'
import { postLetters } from '../../src/username-letters/post-letters.js'
import { printLetters } from '../../src/username-letters/print-letters.js'
import { stateOf } from '../../src/username-letters/username-letter.js'
import { from, reporter } from '../one-time-passwords/reporter.js'
import { person, together } from '../permissions/fixture.js'
import { freshDatabase } from '../support/database.js'
import { testContext } from '../support/context.js'

const context = testContext()

/** A letter that waits, an officer, and what can become of the letter. */
export async function letterFixture(t: ExecutionContext) {
  const { db, owner } = await freshDatabase(t)
  const [accountId, by] = [await reporter(db), await person(db, 'Karin')]
  const ordered = await together(db, (trx) => orderUsernameLetter(trx, { accountId, from }))
  if (ordered.kind !== 'ordered') throw new Error(ordered.kind)
  const { letterId } = ordered
  const act = { letterId, by, from }
  return {
    db,
    owner,
    accountId,
    by,
    letterId,
    post: async () =>
      (await together(db, (trx) => postLetters(trx, context, { letterIds: [letterId], by, from }))).length,
    print: async () => await together(db, (trx) => printLetters(trx, { letterIds: [letterId], by, from })),
    comesBack: async (who = by) => (await together(db, (trx) => returnLetter(trx, { ...act, by: who }))).kind,
    withhold: async (who = by) =>
      (await together(db, (trx) => withholdLetter(trx, { ...act, by: who, why: 'Väntar.' }))).kind,
    release: async () => (await together(db, (trx) => releaseLetter(trx, act))).kind,
    forward: async (who = by) =>
      (
        await together(db, (trx) =>
          forwardLetter(trx, { ...act, by: who, lines: ['Skatteverket', 'Box 2820', '403 20 Göteborg'] }),
        )
      ).kind,
    anew: async (who = by) => await together(db, (trx) => orderAnew(trx, { ...act, by: who })),
    state: async () => {
      const letter = await findLetter(db, letterId)
      return letter && stateOf(letter)
    },
    protect: async () =>
      await sql`update person set has_protected_identity = true from account
      where account.person_id = person.id and account.id = ${accountId}`.execute(owner),
  }
}
