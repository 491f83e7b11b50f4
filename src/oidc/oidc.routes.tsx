import type { Db } from '../database/database.js'
import { signIn } from '../login/sign-in.js'
import { assertNever } from '../assert-never.js'
import { languages } from '../text/text.js'
import type { Ctx, Routes } from '../web/context.js'
import { readOpenForm } from '../web/form.js'
import { use } from '../web/language.js'
import { goTo, origin } from '../web/page.js'
import { TooMuch } from '../web/refusals.js'
import { stillSignedIn } from '../web/signed-in.js'
import type { AppContext } from '../context/app-context.js'
import { afterFirstAnswer, answerAgreed, answerRefused, answerSignedIn } from './answer.js'
import type { Interactions, Waiting } from './interaction.js'
import { mistakesIn, whyRefused } from './oidc.messages.js'
import { showConsent, showNoPermission, showOver, showSignIn, showTurnedOff, shownService } from './oidc.pages.js'

export interface LoginParts {
  readonly db: Db
  readonly context: AppContext
  readonly interactions: Interactions
}

/** The pages between a relying service's request and our answer to it. */
export function loginRoutes(parts: LoginParts) {
  const { db, context } = parts
  return (router: Routes): void => {
    router.get('/login/:uid', async (ctx) => {
      const waiting = await whoWaits(ctx, ctx.params['uid'], parts)
      if (waiting?.prompt === 'permission') await showNoPermission(ctx, db, waiting)
      if (waiting?.prompt === 'login') {
        if (await hasSignedInElsewhere(ctx, waiting)) return goTo(ctx, waiting.request)
        showSignIn(ctx, waiting)
      }
      if (waiting?.prompt === 'consent') showConsent(ctx, waiting)
    })

    router.get('/login/:uid/annan', async (ctx) => {
      const waiting = await whoWaits(ctx, ctx.params['uid'], parts)
      if (waiting !== undefined) showSignIn(ctx, waiting)
    })

    router.post('/login/:uid', async (ctx) => {
      const typed = await readOpenForm(ctx, ['username', 'password'])
      const waiting = await whoWaits(ctx, ctx.params['uid'], parts)
      if (waiting === undefined) return
      const errors = mistakesIn(ctx.state.text, context.policy.password, typed)
      if (errors.length > 0) return showSignIn(ctx, waiting, { username: typed.username, errors })
      await tryToSignIn(ctx, waiting, { ...parts, typed })
    })

    router.post('/login/:uid/godkann', async (ctx) => {
      await readOpenForm(ctx, [])
      const waiting = await whoWaits(ctx, ctx.params['uid'], parts)
      if (waiting === undefined) return
      if (waiting.prompt !== 'consent') return goTo(ctx, `/login/${waiting.uid}`)
      await goOn(ctx, waiting, await answerAgreed(db, waiting))
    })

    router.post('/login/:uid/avbryt', async (ctx) => {
      await readOpenForm(ctx, [])
      const waiting = await whoWaits(ctx, ctx.params['uid'], parts)
      if (waiting === undefined) return
      const why = waiting.prompt === 'permission' ? 'no-permission' : 'cancelled'
      await goOn(ctx, waiting, await answerRefused(db, waiting, why))
    })
  }
}

/** In another window, since this sign-in began: only then, or two answers to one question would lead round. */
const hasSignedInElsewhere = async (ctx: Ctx, { startedAt }: Waiting): Promise<boolean> => {
  if (startedAt === undefined) return false
  const who = await stillSignedIn(ctx)
  return who !== undefined && who.signedInAt.getTime() > startedAt * 1000
}

type Typed = Readonly<Record<'username' | 'password', string>>

const tryToSignIn = async (
  ctx: Ctx,
  waiting: Waiting,
  { db, context, typed }: LoginParts & { readonly typed: Typed },
): Promise<void> => {
  const { chosenLanguage, text } = ctx.state
  const from = origin(ctx)
  const outcome = await signIn(db, context, {
    ...typed,
    chosenLanguage,
    clientId: waiting.client.id,
    from,
    answer: async (trx, accountId) => await answerSignedIn(trx, waiting, { accountId, from }),
  })
  const wayOn = {
    again: `/login/${waiting.uid}`,
    service: waiting.client.isOwnTool ? undefined : shownService(ctx, waiting.client),
  } as const
  switch (outcome.kind) {
    case 'signed-in':
      return goTo(ctx, waiting.returnTo)
    case 'already-answered':
      return await goOn(ctx, waiting, await afterFirstAnswer(db, waiting, outcome.accountId))
    case 'choose-password-first':
      return goTo(ctx, `/losenordskiosk/andra?inloggning=${waiting.uid}&engangs=1`)
    case 'wrong':
    case 'locked':
      return showSignIn(ctx, waiting, {
        username: typed.username,
        refusal: whyRefused(text, context.policy.lock, outcome),
      })
    case 'limited':
      throw new TooMuch(429, outcome.retryAfterSeconds, wayOn)
    case 'full':
      throw new TooMuch(503, 5, wayOn)
    default:
      return assertNever(outcome)
  }
}

/** Both of a form that is sent twice at once lead on, or say that the sign-in is over. */
const goOn = async (ctx: Ctx, { client }: Waiting, address: string | undefined): Promise<void> => {
  if (address === undefined) await showOver(ctx, { service: client.isOwnTool ? undefined : client })
  else goTo(ctx, address)
}

/** Nobody any more, or nobody in this browser: then a page has said so. */
const whoWaits = async (ctx: Ctx, uid: unknown, { interactions }: LoginParts): Promise<Waiting | undefined> => {
  const waiting = await interactions.waiting(ctx, String(uid))
  if (waiting === undefined) await showWhyNobody(ctx, String(uid), interactions)
  if (waiting !== undefined && ctx.state.chosenLanguage === undefined) speakAsAsked(ctx, waiting)
  return waiting
}

const showWhyNobody = async (ctx: Ctx, uid: string, interactions: Interactions): Promise<void> => {
  const service = await interactions.turnedOff(ctx, uid)
  if (service !== undefined) return showTurnedOff(ctx, service)
  // A form of a page that is over leads to that page, so that Back and reload send nothing again.
  if (ctx.method === 'POST') goTo(ctx, `/login/${encodeURIComponent(uid)}`)
  else await showOver(ctx, await interactions.begun(uid))
}

/** The service's wish counts until the reader has chosen. */
const speakAsAsked = (ctx: Ctx, { uiLocales }: Waiting): void => {
  const tags = uiLocales.map((locale) => locale.toLowerCase().split('-')[0])
  const best = tags.map((tag) => languages.find((language) => language === tag)).find((language) => language)
  if (best !== undefined) use(ctx, best)
}
