import { isBlank } from '../../values/characters.js'
import { randomUUID } from 'node:crypto'
import { assertNever } from '../../assert-never.js'
import type { Administrator } from '../administrator.js'
import { organisationOf } from '../administrator.js'
import { isUsable, tidied, type PermissionRequest } from '../../permissions/requests/request.js'
import type { AnswerRequest } from '../../permissions/requests/answer-request.js'
import { findRequest, requestsAt } from '../../permissions/requests/requests.js'
import { readDayOfThisCentury } from '../../values/day.js'
import type { Ctx, Routes } from '../../web/context.js'
import { readForm } from '../../web/form.js'
import { goTo, origin } from '../../web/page.js'
import { NotHere } from '../../web/refusals.js'
import { administrator } from '../administration.pages.js'
import { whyRefused } from '../person/permissions/person-permissions.messages.js'
import type { AdministrationDeps } from '../deps.js'
import { answer } from './answer.js'
import { showRequest, showRequests } from './permission-requests.pages.js'

/** Those who ask for a permission, and the answer. Whose a request is follows from its organisation. */
export function requestRoutes(router: Routes, parts: AdministrationDeps): void {
  const { db } = parts

  router.get('/behorigheter/forfragningar', async (ctx) => {
    const { organisations } = await administrator(ctx, db)
    showRequests(
      ctx,
      await requestsAt(
        db,
        organisations.map(({ id }) => id),
      ),
    )
  })

  router.get('/behorigheter/forfragningar/:id', async (ctx) => {
    const { by, request } = await visit(ctx, ctx.params['id'], parts)
    showRequest(ctx, { request, isOwn: request.accountId === by.accountId })
  })

  router.post('/behorigheter/forfragningar/:id/ge', async (ctx) => {
    const { by, request } = await visit(ctx, ctx.params['id'], parts)
    const typed = await readForm(ctx, ['to'])
    const validTo = readDayOfThisCentury(typed.to)
    if (validTo === undefined && !isBlank(typed.to)) {
      const errors = [{ field: 'to', message: ctx.state.text.mistakes['no-date'] }]
      return showRequest(ctx, { request, isOwn: false, typed, errors })
    }
    await give(ctx, parts, { by, request, typed, answer: { kind: 'granted', ...(validTo && { validTo }) } })
  })

  router.post('/behorigheter/forfragningar/:id/avsla', async (ctx) => {
    const { by, request } = await visit(ctx, ctx.params['id'], parts)
    const typed = await readForm(ctx, ['reason'])
    const reason = tidied(typed.reason)
    const { requests: words } = ctx.state.text.administration
    if (reason === '' || !isUsable(reason)) {
      const errors = [{ field: 'reason', message: words.wrongReason }]
      return showRequest(ctx, { request, isOwn: false, typed, errors })
    }
    await give(ctx, parts, { by, request, typed, answer: { kind: 'declined', reason } })
  })
}

interface Giving {
  readonly by: Administrator
  readonly request: PermissionRequest
  readonly typed: Readonly<Record<string, string>>
  readonly answer: AnswerRequest['answer']
}

const give = async (ctx: Ctx, { db }: AdministrationDeps, { by, request, typed, answer: given }: Giving) => {
  const input = { requestId: request.id, by: by.accountId, answer: given, from: origin(ctx), act: randomUUID() }
  const outcome = await db.transaction().execute(async (trx) => await answer(trx, input))
  switch (outcome.kind) {
    case 'granted':
    case 'declined':
      return goTo(ctx, `/behorigheter/forfragningar?klart=${outcome.kind === 'granted' ? 'given' : 'avslagen'}`)
    case 'answered-already':
      return showRequest(ctx, { request: outcome.request, isOwn: false, isLate: true })
    case 'own-request':
      return showRequest(ctx, { request, isOwn: true, isLate: true })
    case 'refused':
      return showRequest(ctx, { request, isOwn: false, typed, refusal: whyRefused(ctx.state.text, outcome.why) })
    case 'not-there':
      throw new NotHere('a request that is there no more')
    default:
      return assertNever(outcome)
  }
}

/** @throws NotHere for a request at another's organisation, for nobody's, and for one that was taken back */
const visit = async (ctx: Ctx, id: string | undefined, { db }: AdministrationDeps) => {
  const by = await administrator(ctx, db)
  const request = await findRequest(db, id ?? '')
  if (request === undefined || organisationOf(by, request.organisation.id) === undefined) {
    throw new NotHere('not a request at an organisation of theirs')
  }
  if (request.answer?.kind === 'withdrawn') throw new NotHere('a request that was taken back')
  return { by, request }
}
