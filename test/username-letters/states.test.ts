import test from 'ava'
import { sql } from 'kysely'
import { findLetter, findLetters } from '../../src/username-letters/listed/letters-of.js'
import { referenceOf } from '../../src/username-letters/username-letter.js'
import { letterFixture as fixture } from './letter-fixture.js'

test('ordered: a letter waits, and does not come back or get released', async (t) => {
  const { state, comesBack, release } = await fixture(t)
  t.is(await state(), 'ordered')
  t.is(await comesBack(), 'not-so-any-more')
  t.is(await release(), 'not-so-any-more')
  t.is(await state(), 'ordered')
})

test('ordered to posted: once it has been posted it is neither withheld, printed nor forwarded', async (t) => {
  const { state, post, withhold, print, forward, protect } = await fixture(t)
  t.is(await post(), 1)
  t.is(await state(), 'posted')
  await protect()
  t.is(await withhold(), 'not-so-any-more')
  t.is(await forward(), 'not-so-any-more')
  t.deepEqual(await print(), [])
})

test('ordered to withheld: it is neither printed nor posted until somebody releases it', async (t) => {
  const { state, withhold, print, post, release } = await fixture(t)
  t.is(await withhold(), 'done')
  t.is(await state(), 'withheld')
  t.is(await withhold(), 'not-so-any-more')
  t.deepEqual(await print(), [])
  t.is(await post(), 0)
  t.is(await release(), 'done')
  t.is(await state(), 'ordered')
  t.is(await post(), 1)
})

test('posted to returned: once, and the address is told wrong until it is another', async (t) => {
  const { owner, state, post, comesBack } = await fixture(t)
  await post()
  t.is(await comesBack(), 'done')
  t.is(await state(), 'returned')
  t.is(await comesBack(), 'not-so-any-more')
  const refused = async () =>
    (
      await owner
        .selectFrom('person')
        .where('given_name', '=', 'Rut')
        .select('address_refused_at as at')
        .executeTakeFirstOrThrow()
    ).at
  t.truthy(await refused())
  await sql`update person set email = 'ny@skola.example'`.execute(owner)
  t.truthy(await refused(), 'another e-mail address mends nothing')
  await sql`update person set street = 'Lillgatan 2'`.execute(owner)
  t.is(await refused(), null)
})

test('posted or returned, ordered anew: a new letter waits, one at a time', async (t) => {
  const { anew, post, comesBack, state } = await fixture(t)
  t.is((await anew()).kind, 'not-so-any-more', 'nothing is printed twice that was never posted')
  await post()
  await comesBack()
  t.is((await anew()).kind, 'ordered')
  t.is((await anew()).kind, 'on-its-way')
  t.is(await state(), 'returned', 'the former letter stays what it was')
})

test('nothing is ordered anew for an account that has ended', async (t) => {
  const { owner, anew, post } = await fixture(t)
  await post()
  await sql`update account set ended_at = now(), end_reason = 'left'`.execute(owner)
  t.is((await anew()).kind, 'not-so-any-more')
})

test('an officer does nothing with a letter of their own', async (t) => {
  const { accountId, post, withhold, forward, comesBack, anew, protect, state } = await fixture(t)
  t.is(await withhold(accountId), 'not-so-any-more')
  await protect()
  t.is(await forward(accountId), 'not-so-any-more')
  t.is(await forward(), 'done')
  await post()
  t.is(await comesBack(accountId), 'not-so-any-more')
  t.is((await anew(accountId)).kind, 'not-so-any-more')
  t.is(await state(), 'posted')
})

test('a letter without an address is neither printed nor posted', async (t) => {
  const { owner, print, post } = await fixture(t)
  await sql`update person set street = null, postal_code = null, locality = null`.execute(owner)
  t.deepEqual(await print(), [])
  t.is(await post(), 0)
})

test('a protected identity’s letter goes to the forwarding address, and to no other', async (t) => {
  const { db, owner, letterId, print, post, forward, protect } = await fixture(t)
  t.is(await forward(), 'not-so-any-more', 'who is not protected has an address of their own')
  await protect()
  t.deepEqual(await print(), [])
  t.is(await post(), 0)
  t.is(await forward(), 'done')
  const [printed] = await print()
  t.deepEqual(printed?.address, ['Skatteverket', 'Box 2820', '403 20 Göteborg'])
  t.is(printed?.name, undefined)
  t.false(JSON.stringify(await findLetter(db, letterId)).includes('Box 2820'), 'what is listed tells no address')
  t.is(await post(), 1)
  const { rows } = await sql<{
    told: string
  }>`select coalesce(string_agg(details::text, ' '), '') as told from audit_event`.execute(owner)
  t.false(rows[0]?.told.includes('Box 2820'))
})

test('who has their identity protected after a letter was printed is sent nothing at home', async (t) => {
  const { print, post, protect } = await fixture(t)
  t.is((await print()).length, 1)
  await protect()
  t.is(await post(), 0)
})

test('every printing is written in the audit of the person, every act too', async (t) => {
  const { owner, accountId, by, print, withhold, release, post, comesBack } = await fixture(t)
  await print()
  await print()
  await withhold()
  await release()
  await post()
  await comesBack()
  const events = await owner
    .selectFrom('audit_event')
    .where('about_id', '=', accountId)
    .where('actor_id', '=', by)
    .where('kind', 'like', 'username-letter-%')
    .select('kind')
    .orderBy('seq')
    .execute()
  t.deepEqual(
    events.map(({ kind }) => kind.replace('username-letter-', '')),
    ['printed', 'printed', 'withheld', 'released', 'posted', 'returned'],
  )
})

test('a letter is found by what stands on it: its number, or the username', async (t) => {
  const { db, letterId } = await fixture(t)
  for (const words of [referenceOf(letterId), ` ${referenceOf(letterId).toLowerCase()} `, 'rut4711', 'RUT4711']) {
    t.deepEqual(
      (await findLetters(db, words)).map(({ id }) => id),
      [letterId],
      words,
    )
  }
  for (const words of ['Alm', 'rut', letterId, '%', '0000000g']) t.deepEqual(await findLetters(db, words), [], words)
})
