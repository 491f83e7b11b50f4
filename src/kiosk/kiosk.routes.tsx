import { sessionCookieName } from '../login/sessions/session.js'
import { cookieName, cookieOptions } from '../web/browser.js'
import type { Ctx, Routes } from '../web/context.js'
import { readOpenForm } from '../web/form.js'
import { goTo, origin } from '../web/page.js'
import { TooMuch } from '../web/refusals.js'
import { digest } from '../context/keys.js'
import { adviseOn } from './advise.js'
import { choosePassword } from './choose-password.js'
import { enterCode } from './enter-code.js'
import { markOf, places, type Step, type Visit, type VisitAt } from './kiosk.js'
import { adviceIn, noAdvice, whyCodeRefused, whyNotChosen, whyNotProved } from './kiosk.messages.js'
import { orderCode } from './order-code.js'
import * as pages from './kiosk.pages.js'
import { provePassword } from './prove-password.js'
import { codeMistake, passwordMistake, usernameMistake } from './kiosk.form.js'
import { visitOf } from './visit.js'

/** The routes of the password kiosk. It signs nobody in: it ends where signing in begins. */
export function kioskRoutes(router: Routes, kiosk: pages.Kiosk): void {
  router.get(places.start, (ctx) => pages.showStart(ctx, interactionOf(ctx.query['inloggning'])))
  changeRoutes(router, kiosk)
  forgotRoutes(router, kiosk)
  codeRoutes(router, kiosk)
  passwordRoutes(router, kiosk)
  router.get(places.done, async (ctx) => {
    const visit = await atStep(ctx, kiosk, 'done')
    if (visit !== undefined) pages.showDone(ctx, visit)
  })
}

const changeRoutes = (router: Routes, kiosk: pages.Kiosk): void => {
  const { db, context } = kiosk
  router.get(places.change, (ctx) => pages.showChange(ctx, { interaction: interactionOf(ctx.query['inloggning']) }))
  router.post(places.change, async (ctx) => {
    const { text } = ctx.state
    const { username, password, inloggning } = await readOpenForm(ctx, ['username', 'password', 'inloggning'])
    const interaction = interactionOf(inloggning)
    const most = context.policy.password.maximumLength
    const mistakes = [
      ...usernameMistake(text, username),
      ...passwordMistake(text, most, password, text.kiosk.missingPassword),
    ]
    if (mistakes.length > 0) return pages.showChange(ctx, { interaction, username, mistakes })
    const current = await currentVisit(ctx, kiosk)
    const input = { username, password, interactionUid: interaction, current, from: origin(ctx) }
    const outcome = await provePassword(db, context, input)
    const wayOn = { again: pages.within(places.change, interaction) }
    if (outcome.kind === 'limited') throw new TooMuch(429, outcome.retryAfterSeconds, wayOn)
    if (outcome.kind === 'full') throw new TooMuch(503, secondsUntilRoom, wayOn)
    if (outcome.kind === 'proved') return goOn(ctx, kiosk, outcome.visitName, 'choose-password')
    const refusal = whyNotProved(text, context.policy, outcome)
    return pages.showChange(ctx, { interaction, username, mistakes: [refusal] })
  })
}

const forgotRoutes = (router: Routes, kiosk: pages.Kiosk): void => {
  const { db, context } = kiosk
  router.get(places.forgot, (ctx) => pages.showForgotten(ctx, { interaction: interactionOf(ctx.query['inloggning']) }))
  router.post(places.forgot, async (ctx) => {
    const { text, language } = ctx.state
    const { username, inloggning } = await readOpenForm(ctx, ['username', 'inloggning'])
    const interaction = interactionOf(inloggning)
    const mistakes = usernameMistake(text, username)
    if (mistakes.length > 0) return pages.showForgotten(ctx, { interaction, username, mistakes })
    const current = await currentVisit(ctx, kiosk)
    const input = { username, language, interactionUid: interaction, current, from: origin(ctx) }
    const outcome = await orderCode(db, context, input)
    const wayOn = { again: pages.within(places.forgot, interaction) }
    if (outcome.kind === 'limited') throw new TooMuch(429, outcome.retryAfterSeconds, wayOn)
    return goOn(ctx, kiosk, outcome.visitName, 'enter-code')
  })
}

const codeRoutes = (router: Routes, kiosk: pages.Kiosk): void => {
  const { db, context } = kiosk
  router.get(places['enter-code'], async (ctx) => {
    const visit = await atStep(ctx, kiosk, 'enter-code')
    if (visit !== undefined) await pages.showEnterCode(ctx, kiosk, visit)
  })
  router.post(places['enter-code'], async (ctx) => {
    const { text } = ctx.state
    const { code, steg } = await readOpenForm(ctx, ['code', 'steg'])
    const visit = await atStep(ctx, kiosk, 'enter-code')
    if (visit === undefined) return
    if (steg !== markOf(visit.idHash)) return await pages.showEnterCode(ctx, kiosk, visit, { isAnotherVisit: true })
    const mistakes = codeMistake(text, code)
    if (mistakes.length > 0) return await pages.showEnterCode(ctx, kiosk, visit, { mistakes })
    const outcome = await enterCode(db, context, { visit, typed: code, from: origin(ctx) })
    const wayOn = { again: places['enter-code'] }
    if (outcome.kind === 'limited') throw new TooMuch(429, outcome.retryAfterSeconds, wayOn)
    if (outcome.kind === 'proved') return goOn(ctx, kiosk, outcome.visitName, 'choose-password')
    await pages.showEnterCode(ctx, kiosk, visit, { mistakes: [whyCodeRefused(text, outcome)] })
  })
}

const passwordRoutes = (router: Routes, kiosk: pages.Kiosk): void => {
  const { db, context, isSecure } = kiosk
  const { maximumLength } = context.policy.password
  router.get(places['choose-password'], async (ctx) => {
    const visit = await atStep(ctx, kiosk, 'choose-password')
    if (visit !== undefined) await pages.showChoosePassword(ctx, kiosk, visit)
  })
  router.post(places['choose-password'], async (ctx) => {
    const { text, chosenLanguage } = ctx.state
    const { password, steg } = await readOpenForm(ctx, ['password', 'steg'])
    const visit = await atStep(ctx, kiosk, 'choose-password')
    if (visit === undefined) return
    if (steg !== markOf(visit.idHash))
      return await pages.showChoosePassword(ctx, kiosk, visit, { isAnotherVisit: true })
    const mistakes = passwordMistake(text, maximumLength, password, text.kiosk.missingNewPassword)
    if (mistakes.length > 0) return await pages.showChoosePassword(ctx, kiosk, visit, { mistakes })
    const session = ctx.cookies.get(sessionCookieName(isSecure), { signed: false })
    const outcome = await choosePassword(db, context, {
      visit,
      password,
      chosenLanguage,
      session: session === undefined ? undefined : digest(session),
      from: origin(ctx),
    })
    if (outcome.kind === 'full') throw new TooMuch(503, secondsUntilRoom, { again: places['choose-password'] })
    if (outcome.kind === 'changed') return goTo(ctx, places.done)
    if (outcome.kind === 'out-of-turn') return goTo(ctx, pages.startAgain)
    await pages.showChoosePassword(ctx, kiosk, visit, { mistakes: whyNotChosen(text, outcome) })
  })
  router.post(places.advice, async (ctx) => {
    const { password } = await readOpenForm(ctx, ['password'])
    const visit = await currentVisit(ctx, kiosk)
    const advice = visit?.step === 'choose-password' ? await adviseOn(db, context, { visit, password }) : undefined
    ctx.status = advice === undefined ? 409 : 200
    ctx.body = advice === undefined ? noAdvice : adviceIn(ctx.state.text, advice)
  })
}

/** About as long as a full queue takes. */
const secondsUntilRoom = 5

const currentVisit = async (ctx: Ctx, { db, isSecure }: pages.Kiosk): Promise<Visit | undefined> =>
  await visitOf(db, ctx.cookies.get(cookieName(isSecure, 'portvakt_kiosk'), { signed: false }))

/** The visit when it is at this step; otherwise the reader is led to the step where they are, or to the start. */
const atStep = async <S extends Step>(ctx: Ctx, kiosk: pages.Kiosk, step: S): Promise<VisitAt<S> | undefined> => {
  const visit = await currentVisit(ctx, kiosk)
  if (visit !== undefined && isAt(visit, step)) return visit
  goTo(ctx, visit === undefined ? pages.startAgain : places[visit.step])
  return undefined
}

const isAt = <S extends Step>(visit: Visit, step: S): visit is VisitAt<S> => visit.step === step

/** To the next step. The cookie ends with the browser; the visit in the database ends sooner. */
const goOn = (ctx: Ctx, { isSecure }: pages.Kiosk, visitName: string | undefined, step: Step): void => {
  if (visitName !== undefined) {
    ctx.cookies.set(cookieName(isSecure, 'portvakt_kiosk'), visitName, cookieOptions(isSecure))
  }
  goTo(ctx, places[step])
}

/** The sign-in to go back to: a name as the provider makes them, and nothing that could lead elsewhere. */
const interactionOf = (text: string | string[] | undefined): string | undefined =>
  typeof text === 'string' && /^[\w-]{1,64}$/.test(text) ? text : undefined
