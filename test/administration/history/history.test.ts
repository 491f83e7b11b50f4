import test, { type ExecutionContext } from 'ava'
import { historyOf } from '../../../src/administration/history/history.js'
import { entryAsSentence } from '../../../src/administration/history/history.messages.js'
import { record } from '../../../src/audit/record.js'
import type { Db } from '../../../src/database/database.js'
import { endGrant } from '../../../src/permissions/grants/end-grant.js'
import { pauseGrant } from '../../../src/permissions/grants/change-grant.js'
import { textIn } from '../../../src/text/text.js'
import { freshDatabase } from '../../support/database.js'
import { stopClockAt } from '../../support/stop-clock.js'
import { administrator, from, grant, person, school, together } from '../../permissions/fixture.js'

const act = 'aaaaaaaa-0000-4000-8000-000000000001'

async function fixture(t: ExecutionContext) {
  const { db, owner } = await freshDatabase(t)
  await stopClockAt(owner, '2026-11-24T12:00:00Z')
  const organisationId = await school(db)
  const other = await school(db, { code: '20002' })
  const by = await administrator(db, organisationId)
  const accountId = await person(db, 'Rut')
  const granted = await grant(db, { accountId, organisationId, by, validFrom: '2026-12-01' })
  if (granted.kind !== 'granted') throw new Error(granted.kind)
  return { db, owner, organisationId, other, by, accountId, grantId: granted.grantId }
}

const told = async (db: Db, search: Parameters<typeof historyOf>[1], language: 'sv' | 'en' = 'sv') =>
  (await historyOf(db, search)).entries.map((entry) => entryAsSentence(textIn(language), language, entry))

test('what was done is told in a sentence, the latest first, in both languages', async (t) => {
  const { db, organisationId, by, accountId, grantId } = await fixture(t)
  await together(db, async (trx) => {
    const pause = { from: '2026-12-10', to: '2026-12-20', reason: 'sick-leave' as const }
    const paused = await pauseGrant(trx, { grantId, by, from, act, pause })
    if (paused.kind !== 'changed') throw new Error(paused.kind)
    await endGrant(trx, { grantId: paused.grantId, reason: 'revoked', by, from, act })
  })
  const search = { organisationIds: [organisationId], about: accountId }
  t.deepEqual((await told(db, search)).slice(0, 3), [
    'Adam Prov avslutade Studietider och utbildningar för Rut Prov.',
    'Adam Prov pausade Studietider och utbildningar för Rut Prov från 10 december 2026 till och med 20 december 2026.',
    'Adam Prov gav Rut Prov Studietider och utbildningar från 1 december 2026.',
  ])
  t.is((await told(db, search, 'en'))[2], 'Adam Prov gave Rut Prov Study periods and programmes from 1 December 2026.')
  t.false((await told(db, search)).join(' ').includes('sjuk'), 'why somebody is away is not told')
})

test('another school’s events are not there, nor what its people did to the account', async (t) => {
  const { db, organisationId, other, accountId } = await fixture(t)
  const stranger = await administrator(db, other)
  await grant(db, { accountId, organisationId: other, by: stranger, validFrom: '2026-12-01' })
  await together(db, async (trx) => {
    await record(trx, from, { kind: 'one-time-password-ordered', by: stranger, about: accountId })
    await record(trx, from, { kind: 'password-set', by: accountId, about: accountId })
  })
  const sentences = await told(db, { organisationIds: [organisationId], about: accountId })
  t.deepEqual(sentences.slice(0, 2), [
    'Rut Prov valde ett nytt lösenord.',
    'Adam Prov gav Rut Prov Studietider och utbildningar från 1 december 2026.',
  ])
  t.is(sentences.filter((sentence) => sentence.includes(' gav ')).length, 1)
  t.false(sentences.join(' ').includes('skickade'))
})

test('whoever has protected identity is not named, whether they did it or it was done to them', async (t) => {
  const { db, owner, organisationId, accountId } = await fixture(t)
  await owner.updateTable('person').set({ has_protected_identity: true }).execute()
  const sentences = await told(db, { organisationIds: [organisationId] })
  t.is(
    sentences[0],
    'Skyddade personuppgifter gav Skyddade personuppgifter Studietider och utbildningar från 1 december 2026.',
  )
  const page = JSON.stringify(await historyOf(db, { organisationIds: [organisationId], about: accountId }))
  t.false(/Rut|Adam|Prov/.test(page))
})

test('an officer and a stranger are never named', async (t) => {
  const { db, owner, organisationId, other, accountId } = await fixture(t)
  const stranger = await administrator(db, other)
  const officer = await person(db, 'Olle')
  await owner.insertInto('officer').values({ account_id: officer }).execute()
  await together(db, async (trx) => {
    for (const by of [stranger, officer]) {
      await record(trx, from, { kind: 'permission-ended', by, about: accountId, organisation: organisationId })
    }
  })
  t.deepEqual((await told(db, { organisationIds: [organisationId] })).slice(0, 2), [
    'En handläggare avslutade en behörighet för Rut Prov.',
    'Någon annan avslutade en behörighet för Rut Prov.',
  ])
})

test('it is read a page at a time', async (t) => {
  const { db, organisationId, accountId } = await fixture(t)
  await together(db, async (trx) => {
    for (let round = 0; round < 5; round += 1) {
      await record(trx, from, { kind: 'number-shown', about: accountId, organisation: organisationId })
    }
  })
  const search = { organisationIds: [organisationId], about: accountId, limit: 4 }
  const first = await historyOf(db, search)
  t.is(first.entries.length, 4)
  const second = await historyOf(db, { ...search, before: first.older })
  t.is(second.older, undefined)
  const seqs = [...first.entries, ...second.entries].map(({ seq }) => Number(seq))
  t.deepEqual(
    seqs,
    seqs.toSorted((one, other) => other - one),
  )
  t.is(new Set(seqs).size, seqs.length)
})

test('a list that was taken out is told, with its length and whether numbers were in it', async (t) => {
  const { db, organisationId: organisation, by, accountId } = await fixture(t)
  await together(db, async (trx) => {
    for (const numbers of [false, true]) {
      await record(trx, from, {
        kind: 'list-exported',
        by,
        organisation,
        details: { rows: 12, numbers, format: 'csv' },
      })
    }
    await record(trx, from, { kind: 'username-letter-ordered', by, about: accountId, organisation })
    await record(trx, from, { kind: 'username-letter-posted', about: accountId, organisation })
    await record(trx, from, { kind: 'account-ending-requested', by, about: accountId, organisation })
  })
  t.deepEqual((await told(db, { organisationIds: [organisation] })).slice(0, 5), [
    'Adam Prov begärde att kontot för Rut Prov avslutas.',
    'Brevet med användarnamnet postades till Rut Prov.',
    'Adam Prov beställde ett brev med användarnamnet till Rut Prov.',
    'Adam Prov laddade ner en lista med personnummer. Antal rader: 12.',
    'Adam Prov laddade ner en lista utan personnummer. Antal rader: 12.',
  ])
})
