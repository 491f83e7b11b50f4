import { shownEmailAddress } from '../../delivery/address.js'
import { RequestPage } from '../../../views/administration/requests/request-page.js'
import { RequestsList, type RequestShown } from '../../../views/administration/requests/requests-list.js'
import type { FieldError } from '../../../views/parts/error-summary.js'
import type { PermissionRequest } from '../../permissions/requests/request.js'
import { dateOf, stockholmDayOf } from '../../text/moment.js'
import type { Ctx } from '../../web/context.js'
import { showTool } from '../administration.pages.js'

export function showRequests(ctx: Ctx, requests: readonly PermissionRequest[]): void {
  const { text } = ctx.state
  const { requests: words } = text.administration
  const done = { given: words.doneGranted, avslagen: words.doneDeclined }
  const asked = ctx.query['klart']
  showTool(
    ctx,
    { title: words.title, area: 'start', help: words.help, returnTo: '/behorigheter/forfragningar' },
    <RequestsList
      text={text}
      done={asked === 'given' || asked === 'avslagen' ? done[asked] : undefined}
      requests={requests.map((request) => asShown(ctx, request))}
    />,
  )
}

export interface RequestVisit {
  readonly request: PermissionRequest
  readonly isOwn: boolean
  readonly typed?: Readonly<Record<string, string>>
  readonly errors?: readonly FieldError[]
  readonly refusal?: string | undefined
  /** The reader answered what could not be answered any more. */
  readonly isLate?: boolean
}

export function showRequest(
  ctx: Ctx,
  { request, isOwn, typed = {}, errors = [], refusal, isLate }: RequestVisit,
): void {
  const { text, formToken } = ctx.state
  const { requests: words } = text.administration
  const late = isOwn ? words.own : words.answeredAlready
  const hasErrors = errors.length > 0 || refusal !== undefined || isLate === true
  const at = `/behorigheter/forfragningar/${request.id}` as const
  showTool(
    ctx,
    {
      title: words.title,
      area: 'start',
      help: words.help,
      returnTo: at,
      hasErrors,
      ...(hasErrors && { status: isLate ? 409 : 422 }),
    },
    <RequestPage
      text={text}
      formToken={formToken}
      request={asShown(ctx, request)}
      isOwn={isOwn}
      at={at}
      typed={typed}
      errors={errors}
      refusal={isLate ? late : refusal}
    />,
  )
}

/** As an administrator, or the one who asked, reads it. */
const asShown = (ctx: Ctx, request: PermissionRequest): RequestShown => {
  const { text, language } = ctx.state
  const { requests: words, person } = text.administration
  const day = (at: Date) => dateOf(language, stockholmDayOf(at))
  const { answer } = request
  return {
    id: request.id,
    name: request.name ?? person.protected,
    email: request.email && shownEmailAddress(request.email),
    service: request.service[language],
    organisation: request.organisation.name,
    words: request.words,
    askedOn: day(request.askedAt),
    answer: answer && words.byName(words.answerOf[answer.kind], answer.by ?? person.protected, day(answer.at)),
    reason: answer?.reason,
  }
}
