import { findAccount } from '../accounts/find.js'
import type { Db } from '../database/database.js'
import { standing } from '../one-time-passwords/redeem.js'
import { clockOf } from '../text/moment.js'
import type { Ctx } from '../web/context.js'
import { goTo, show } from '../web/page.js'
import type { AppContext } from '../context/app-context.js'
import { ChangePassword } from '../../views/kiosk/change-password.js'
import { ChoosePassword } from '../../views/kiosk/choose-password.js'
import { CodeSpent } from '../../views/kiosk/code-spent.js'
import { KioskStart } from '../../views/kiosk/kiosk-start.js'
import { EnterCode } from '../../views/kiosk/enter-code.js'
import { ForgottenPassword } from '../../views/kiosk/forgotten-password.js'
import { PasswordChanged } from '../../views/kiosk/password-changed.js'
import { markOf, places, type VisitAt } from './kiosk.js'
import type { Message } from './kiosk.messages.js'

/** What the kiosk is built on, and what a page of it shows besides its words. */
export interface Kiosk {
  readonly db: Db
  readonly context: AppContext
  readonly isSecure: boolean
}

export interface Asked {
  readonly interaction: string | undefined
  readonly username?: string
  readonly mistakes?: readonly Message[]
}

export interface Stood {
  readonly mistakes?: readonly Message[]
  /** The form came from the page of an earlier visit. */
  readonly isAnotherVisit?: boolean
}

export function showStart(ctx: Ctx, interaction: string | undefined): void {
  const { text } = ctx.state
  const isStartingAgain = ctx.query['omstart'] !== undefined
  show(
    ctx,
    {
      title: text.kiosk.title,
      ...(!isStartingAgain && { description: text.kiosk.startIntroduction }),
      returnTo: within(places.start, interaction),
    },
    <KioskStart
      text={text}
      change={within(places.change, interaction)}
      forgot={within(places.forgot, interaction)}
      isStartingAgain={isStartingAgain}
    />,
  )
}

export function showChange(ctx: Ctx, { interaction, mistakes = [], ...asked }: Asked): void {
  const { text, formToken } = ctx.state
  show(
    ctx,
    {
      ...mended(mistakes),
      title: text.kiosk.changeLink,
      scripts: ['show-password.js'],
      returnTo: within(places.change, interaction),
    },
    <ChangePassword
      text={text}
      formToken={formToken}
      to={places.change}
      start={within(places.start, interaction)}
      forgot={within(places.forgot, interaction)}
      interaction={interaction}
      mistakes={mistakes}
      isFromSignIn={ctx.query['engangs'] !== undefined}
      isLocked={mistakes.some(({ code }) => code === 'KIOSK-SPARR')}
      {...asked}
    />,
  )
}

export function showForgotten(ctx: Ctx, { interaction, mistakes = [], ...asked }: Asked): void {
  const { text, formToken } = ctx.state
  show(
    ctx,
    { ...mended(mistakes), title: text.kiosk.forgotLink, returnTo: within(places.forgot, interaction) },
    <ForgottenPassword
      text={text}
      formToken={formToken}
      to={places.forgot}
      start={within(places.start, interaction)}
      interaction={interaction}
      mistakes={mistakes}
      {...asked}
    />,
  )
}

/** The field for the code, or that the code has come to its end. */
export async function showEnterCode(
  ctx: Ctx,
  { db, context }: Kiosk,
  visit: VisitAt<'enter-code'>,
  { mistakes = [], isAnotherVisit = false }: Stood = {},
): Promise<void> {
  const { text, formToken } = ctx.state
  const stands = visit.codeId === undefined ? undefined : await standing(db, context, visit.codeId)
  const forgot = within(places.forgot, visit.interactionUid)
  const page = { ...mended(mistakes, isAnotherVisit), title: text.kiosk.codeTitle, returnTo: places['enter-code'] }
  if (stands === undefined) {
    show(ctx, { ...page, hasErrors: true }, <CodeSpent text={text} forgot={forgot} code="KOD-SLUT" />)
    return
  }
  const { ordersPerMinute: perMinute, ordersPerHour: perHour, ordersPerDay: perDay } = context.policy.resetCode
  show(
    ctx,
    page,
    <EnterCode
      text={text}
      formToken={formToken}
      to={places['enter-code']}
      forgot={forgot}
      mark={markOf(visit.idHash)}
      clock={clockOf(text, stands.expiresAt)}
      triesLeft={stands.triesLeft}
      limits={{ perMinute, perHour, perDay }}
      mistakes={mistakes}
      isAnotherVisit={isAnotherVisit}
    />,
  )
}

export async function showChoosePassword(
  ctx: Ctx,
  { db, context }: Kiosk,
  visit: VisitAt<'choose-password'>,
  { mistakes = [], isAnotherVisit = false }: Stood = {},
): Promise<void> {
  const { text, formToken } = ctx.state
  const account = await findAccount(db, visit.accountId)
  if (account === undefined) return goTo(ctx, startAgain)
  show(
    ctx,
    {
      ...mended(mistakes, isAnotherVisit),
      title: text.kiosk.chooseTitle,
      scripts: ['show-password.js', 'password-advice.js'],
      returnTo: places['choose-password'],
    },
    <ChoosePassword
      text={text}
      formToken={formToken}
      to={places['choose-password']}
      advice={places.advice}
      mark={markOf(visit.idHash)}
      username={account.username}
      least={context.policy.password.minimumLength}
      mistakes={mistakes}
      isAnotherVisit={isAnotherVisit}
    />,
  )
}

export function showDone(ctx: Ctx, visit: VisitAt<'done'>): void {
  const { text } = ctx.state
  const { interactionUid } = visit
  const to = interactionUid === undefined ? '/' : (`/login/${interactionUid}` as const)
  show(
    ctx,
    { title: text.kiosk.doneTitle, returnTo: places.done },
    <PasswordChanged text={text} next={{ to, label: text.kiosk.signIn }} />,
  )
}

/** To the start of the kiosk, which says why. */
export const startAgain = `${places.start}?omstart=1` as const

/** A page of the kiosk, remembering the sign-in that the person came from. */
export const within = (place: `/${string}`, interaction: string | undefined): `/${string}` =>
  interaction === undefined ? place : `${place}?inloggning=${interaction}`

const mended = (mistakes: readonly Message[], isAnotherVisit = false) => {
  if (isAnotherVisit) return { status: 409, hasErrors: true } as const
  return mistakes.length > 0 ? ({ status: 422, hasErrors: true } as const) : ({} as const)
}
