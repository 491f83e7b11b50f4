import { EndingRequestPage } from '../../../../views/officers/accounts/ending-request.js'
import { EndingRequests, type RequestLine } from '../../../../views/officers/accounts/ending-requests.js'
import {
  decidedEndingRequests,
  decideRequest,
  findEndingRequest,
  openEndingRequests,
  type ShownRequest,
} from '../../../accounts/ending-requests/decide-request.js'
import type { Db } from '../../../database/database.js'
import { dateOf, stockholmDayOf } from '../../../text/moment.js'
import type { Ctx, Routes } from '../../../web/context.js'
import { readForm } from '../../../web/form.js'
import { goTo, origin } from '../../../web/page.js'
import { NotHere } from '../../../web/refusals.js'
import { officer, showTool } from '../../officers.pages.js'
import type { OfficerDeps } from '../../deps.js'
import { endAccount } from '../actions/ending/end-account.js'
import { readWords } from '../actions/account-actions.form.js'

/** What administrators have asked at *Begär att kontot avslutas*, and what an officer decides. */
export function requestRoutes(router: Routes, { db }: OfficerDeps): void {
  router.get('/handlaggning/begaran', async (ctx) => {
    await officer(ctx, db)
    await showRequests(ctx, db)
  })

  router.get('/handlaggning/begaran/:id', async (ctx) => {
    const { accountId } = await officer(ctx, db)
    showRequest(ctx, { request: await requestOf(db, ctx.params['id']), reader: accountId })
  })

  router.post('/handlaggning/begaran/:id/avsluta', async (ctx) => {
    const at = ctx.path.replace(/\/avsluta$/, '')
    const { accountId: by } = await officer(ctx, db)
    await readForm(ctx, [])
    const request = await requestOf(db, ctx.params['id'])
    const input = { accountId: request.accountId, by, reason: request.reason, from: origin(ctx) }
    const isOpen = request.decision === null
    const outcome = isOpen && (await db.transaction().execute(async (trx) => await endAccount(trx, input)))
    if (outcome !== false && outcome.kind === 'ended') return goTo(ctx, `${at}?klart=ended`)
    return showRequest(ctx, { request: await requestOf(db, request.id), reader: by, isRefused: true })
  })

  router.post('/handlaggning/begaran/:id/avsla', async (ctx) => {
    const { accountId: by } = await officer(ctx, db)
    const typed = await readForm(ctx, ['answer'])
    const request = await requestOf(db, ctx.params['id'])
    const answer = readWords(typed.answer)
    if (answer === undefined) return showRequest(ctx, { request, reader: by, typed: typed.answer })
    const decision = { kind: 'declined', answer } as const
    const input = { which: { requestId: request.id }, by, decision, from: origin(ctx) }
    const outcome = await db.transaction().execute(async (trx) => await decideRequest(trx, input))
    if (outcome.kind === 'decided') return goTo(ctx, `/handlaggning/begaran/${request.id}?klart=declined`)
    return showRequest(ctx, { request: await requestOf(db, request.id), reader: by, isRefused: true })
  })
}

const requestOf = async (db: Db, id: string | undefined): Promise<ShownRequest> => {
  const request = await findEndingRequest(db, id ?? '')
  if (request === undefined) throw new NotHere('no such request')
  return request
}

const showRequests = async (ctx: Ctx, db: Db): Promise<void> => {
  const { text } = ctx.state
  const [waiting, decided] = await Promise.all([openEndingRequests(db), decidedEndingRequests(db)])
  showTool(
    ctx,
    { title: text.officers.endingRequests.title, area: 'accounts', returnTo: '/handlaggning/begaran' },
    <EndingRequests
      text={text}
      waiting={waiting.map((request) => lineOf(ctx, request))}
      decided={decided.map((request) => lineOf(ctx, request))}
    />,
  )
}

interface Shown {
  readonly request: ShownRequest
  readonly reader: string
  readonly isRefused?: boolean
  /** What could not be taken as an answer. */
  readonly typed?: string
}

const showRequest = (ctx: Ctx, { request, reader, isRefused = false, typed }: Shown): void => {
  const { text, formToken } = ctx.state
  const { endingRequests: words } = text.officers
  const line = lineOf(ctx, request)
  const errors = typed === undefined ? [] : [{ field: 'answer', message: words.wrongAnswer }]
  const hasErrors = isRefused || errors.length > 0
  const done = (['ended', 'declined'] as const).find((kind) => kind === ctx.query['klart'] && kind === request.decision)
  showTool(
    ctx,
    {
      title: line.name,
      area: 'accounts',
      returnTo: `/handlaggning/begaran/${request.id}`,
      ...(hasErrors && { hasErrors, status: isRefused ? 409 : 422 }),
    },
    <EndingRequestPage
      text={text}
      formToken={formToken}
      request={line}
      accountId={request.accountId}
      reason={request.reason}
      answer={request.answer ?? undefined}
      done={done && words.done[done]}
      refusal={isRefused ? words.refused : undefined}
      errors={errors}
      typed={typed ?? ''}
      mayDecide={request.decision === null && request.accountId !== reader}
    />,
  )
}

const lineOf = (ctx: Ctx, { id, name, asker, organisation, askedAt, decision }: ShownRequest): RequestLine => {
  const { text, language } = ctx.state
  const { endingRequests: words } = text.officers
  return {
    id,
    name: words.of(name ?? words.protected),
    words: words.askedBy(asker ?? words.somebody, organisation, dateOf(language, stockholmDayOf(askedAt))),
    state: decision ?? 'open',
  }
}
