import test from 'ava'
import { answerRequest, type AnswerRequest } from '../../../src/permissions/requests/answer-request.js'
import { askForPermission } from '../../../src/permissions/requests/ask-for-permission.js'
import { requestsAt, requestsBy } from '../../../src/permissions/requests/requests.js'
import { withdrawRequest } from '../../../src/permissions/requests/withdraw-request.js'
import type { Db } from '../../../src/database/database.js'
import { freshDatabase } from '../../support/database.js'
import { administrator, from, grant, person, school, together } from '../fixture.js'

const act = 'aaaaaaaa-0000-4000-8000-000000000001'

test('one asks, one of two administrators answers, and the other sees what was answered', async (t) => {
  const { db } = await freshDatabase(t)
  const { organisationId, accountId, requestId } = await asked(db)
  const [first, second] = [await administrator(db, organisationId), await administrator(db, organisationId)]
  const outcomes = await Promise.all([
    reply(db, { requestId, by: first, answer: { kind: 'granted' } }),
    reply(db, { requestId, by: second, answer: { kind: 'declined', reason: 'Okänd.' } }),
  ])
  t.deepEqual(outcomes.filter(({ kind }) => kind === 'answered-already').length, 1)
  const [own] = await requestsBy(db, accountId)
  t.true(outcomes.some(({ kind }) => kind === own?.answer?.kind))
})

test('nobody answers their own, nor where they are not appointed', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const { requestId, accountId } = await asked(db)
  const stranger = await person(db, 'Stig')
  t.is((await reply(db, { requestId, by: accountId, answer: { kind: 'granted' } })).kind, 'own-request')
  t.deepEqual(await reply(db, { requestId, by: stranger, answer: { kind: 'granted' } }), {
    kind: 'refused',
    why: 'not-theirs',
  })
  t.is((await reply(db, { requestId, by: stranger, answer: { kind: 'declined', reason: 'Nej.' } })).kind, 'not-there')
  const itself = owner
    .updateTable('permission_request')
    .set({ answer: 'declined', answered_at: '2026-03-01', answered_by: accountId, reason: 'Nej.' })
    .execute()
  await t.throwsAsync(itself, { message: /nobody_answers_their_own/ })
})

test('the same is asked for once, and five at most wait; what is taken back may be asked for again', async (t) => {
  const { db } = await freshDatabase(t)
  const { organisationId, accountId, requestId } = await asked(db)
  const again = { accountId, organisationId, service: 'studietider', words: '', from }
  t.is((await together(db, async (trx) => await askForPermission(trx, again))).kind, 'asked-already')
  t.true(await together(db, async (trx) => await withdrawRequest(trx, { requestId, accountId, from })))
  t.false(await together(db, async (trx) => await withdrawRequest(trx, { requestId, accountId, from })))
  t.deepEqual(await requestsAt(db, [organisationId]), [])
  for (const code of ['20002', '20003', '20004', '20005', '20006']) {
    const other = { ...again, organisationId: await school(db, { code }) }
    t.is((await together(db, async (trx) => await askForPermission(trx, other))).kind, 'asked')
  }
  t.is((await together(db, async (trx) => await askForPermission(trx, again))).kind, 'too-many')
})

test('what one has until further notice is not asked for; what ends one day may be', async (t) => {
  const { db } = await freshDatabase(t)
  const organisationId = await school(db)
  const by = await administrator(db, organisationId)
  const ask = async (accountId: string) => {
    const input = { accountId, organisationId, service: 'studietider', words: '', from }
    return (await together(db, async (trx) => await askForPermission(trx, input))).kind
  }
  const [rut, stig] = [await person(db, 'Rut'), await person(db, 'Stig')]
  await grant(db, { accountId: rut, organisationId, by })
  await grant(db, { accountId: stig, organisationId, by, validTo: '2099-12-31' })
  t.is(await ask(rut), 'held-already')
  t.is(await ask(stig), 'asked')
})

const asked = async (db: Db) => {
  const organisationId = await school(db)
  const accountId = await person(db, 'Rut')
  const input = { accountId, organisationId, service: 'studietider', words: 'Jag är ny.', from }
  const outcome = await together(db, async (trx) => await askForPermission(trx, input))
  if (outcome.kind !== 'asked') throw new Error(outcome.kind)
  return { organisationId, accountId, requestId: outcome.requestId }
}

const reply = async (db: Db, input: Pick<AnswerRequest, 'requestId' | 'by' | 'answer'>) =>
  await together(db, async (trx) => await answerRequest(trx, { ...input, from, act }))
