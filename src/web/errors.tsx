import { Refusal } from '../../views/refusals/refusal.js'
import { isUnreachable } from '../database/unreachable.js'
import type { Text } from '../text/text.js'
import { HashingFull } from '../context/hashing.js'
import { SecretUnknown } from '../context/keys.js'
import type { Ctx } from './context.js'
import { ownPath } from './language.js'
import { goTo, show } from './page.js'
import {
  BadInput,
  FormSentBefore,
  NotAnOfficer,
  NotAppointed,
  NotHere,
  StepUpRequired,
  NotSignedIn,
  StaleForm,
  TooMuch,
  type WayOn,
} from './refusals.js'
import { signInAgainAt, signInAt } from './signed-in.js'

/**
 * The one catch of the program: whatever is thrown becomes a page in the reader's language. An error's own words
 * never reach it; what nobody expected shows a number only, and the same number is in the log.
 */
export async function errorHandler(ctx: Ctx, next: () => Promise<unknown>): Promise<void> {
  try {
    await next()
    if (ctx.status === 404 && !ctx.body && ctx.respond !== false) throw new NotHere('no such page')
  } catch (error) {
    if (error instanceof NotSignedIn) return goTo(ctx, signInAt(error.returnTo))
    if (error instanceof StepUpRequired) return goTo(ctx, signInAgainAt(error.returnTo))
    refuse(ctx, answerTo(error, ctx.state.text, ctx.state.requestId))
    tell(ctx, error)
  }
}

interface Answer {
  readonly status: number
  readonly title: string
  readonly words: string
  readonly incident?: string
  readonly retryAfterSeconds?: number
  readonly wayOn?: WayOn
}

const answerTo = (error: unknown, { administration, officers, refusals: text }: Text, requestId: string): Answer => {
  if (error instanceof NotAnOfficer) {
    return { status: 403, title: officers.frame.notOfficerTitle, words: officers.frame.notOfficer }
  }
  if (error instanceof NotAppointed) {
    const { notAppointedTitle: title, notAppointed: words } = administration.frame
    return { status: 403, title, words }
  }
  if (error instanceof NotHere) return { status: 404, title: text.notHereTitle, words: text.notHere }
  if (error instanceof BadInput) return { status: 400, title: text.badInputTitle, words: text.badInput }
  if (error instanceof FormSentBefore) {
    const again = error.target === undefined ? {} : { again: ownPath(error.target) }
    return { status: 409, title: text.sentBeforeTitle, words: text.sentBefore[error.as], wayOn: again }
  }
  if (error instanceof StaleForm) return { status: 403, title: text.staleFormTitle, words: text.staleForm }
  if (error instanceof TooMuch && error.status === 429) return limited(error, text)
  if (error instanceof TooMuch || error instanceof HashingFull) {
    const retryAfterSeconds = error instanceof TooMuch ? error.retryAfterSeconds : 5
    const wayOn = error instanceof TooMuch ? error.wayOn : {}
    return { status: 503, title: text.fullTitle, words: text.full, retryAfterSeconds, wayOn }
  }
  if (isUnreachable(error) || error instanceof SecretUnknown) {
    return { status: 503, title: text.unavailableTitle, words: text.unavailable, retryAfterSeconds: 10 }
  }
  return { status: 500, title: text.brokenTitle, words: text.broken, incident: text.incident(requestId) }
}

const limited = ({ retryAfterSeconds, wayOn }: TooMuch, text: Text['refusals']): Answer => ({
  status: 429,
  title: text.tooManyTitle,
  words: text.tooMany(Math.max(1, Math.ceil(retryAfterSeconds / 60))),
  retryAfterSeconds,
  wayOn,
})

const refuse = (ctx: Ctx, answer: Answer): void => {
  const { text } = ctx.state
  const isPage = ctx.method === 'GET' || ctx.method === 'HEAD'
  for (const name of ofTheAnswerThatFailed) ctx.remove(name)
  if (answer.retryAfterSeconds !== undefined) ctx.set('Retry-After', String(Math.ceil(answer.retryAfterSeconds)))
  show(
    ctx,
    { title: answer.title, status: answer.status, returnTo: isPage ? ownPath(ctx.url) : '/' },
    <Refusal
      text={text}
      title={answer.title}
      words={answer.words}
      incident={answer.incident}
      {...(isPage && answer.status >= 429 && { again: ownPath(ctx.url) })}
      {...answer.wayOn}
      againWords={answer.status === 409 ? text.refusals.seeOutcome : text.refusals.tryAgain}
    />,
  )
}

const ofTheAnswerThatFailed = ['Location', 'ETag', 'Last-Modified', 'Content-Encoding', 'Content-Disposition', 'Vary']

const tell = (ctx: Ctx, error: unknown): void => {
  const { log } = ctx.state
  if (ctx.status === 500) log.error({ err: error }, 'something nobody expected')
  if (ctx.status === 503) log.warn({ err: error }, 'refused: cannot serve just now')
}
