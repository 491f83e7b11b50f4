import type { Ctx } from '../../web/context.js'
import { cookieName, cookieOptions } from '../../web/browser.js'
import { seal, unseal, type KeyRing } from '../../context/keys.js'
import type { Pending, Session } from './sign-in.js'

/**
 * What this service keeps, it keeps sealed in the person's own browser: it has no database, and a restart signs
 * nobody out. Whether the session still holds, Portvakt answers at every page, and says by itself when it ends.
 */
export interface Keeper {
  readonly session: (ctx: Ctx) => Session | undefined
  readonly keepSession: (ctx: Ctx, session: Session) => void
  readonly forgetSession: (ctx: Ctx) => void
  readonly keepPending: (ctx: Ctx, pending: Pending) => void
  /** Once: the cookie is taken away with it. */
  readonly takePending: (ctx: Ctx, state: string) => Pending | undefined
}

const pendingSeconds = 15 * 60
/** Browsers keep cookies of 4096 bytes, the name included. */
const roomForCookie = 3_900

export function keeperWith(keys: KeyRing, secure: boolean): Keeper {
  const nameOfSession = cookieName(secure, 'mina_tjanster')
  // One cookie for each sign-in that has begun, so that two tabs do not disturb one another.
  const nameOfPending = (state: string) => cookieName(secure, `mina_tjanster_${state.replace(/\W/g, '').slice(0, 12)}`)
  const read = (ctx: Ctx, name: string, kind: string): object | undefined => {
    const sealed = ctx.cookies.get(name, { signed: false })
    return sealed === undefined ? undefined : opened(keys, sealed, kind)
  }
  return {
    session: (ctx) => read(ctx, nameOfSession, 'session') as Session | undefined,
    keepSession: (ctx, session) => {
      const whole = seal(keys, JSON.stringify({ kind: 'session', ...session }))
      const { idToken: _left, ...short } = session
      const sealed = whole.length <= roomForCookie ? whole : seal(keys, JSON.stringify({ kind: 'session', ...short }))
      ctx.cookies.set(nameOfSession, sealed, cookieOptions(secure))
    },
    forgetSession: (ctx) => void ctx.cookies.set(nameOfSession, null, cookieOptions(secure)),
    keepPending: (ctx, pending) => {
      const sealed = seal(keys, JSON.stringify({ kind: 'pending', ...pending }))
      ctx.cookies.set(nameOfPending(pending.state), sealed, cookieOptions(secure, pendingSeconds))
    },
    takePending: (ctx, state) => {
      const pending = read(ctx, nameOfPending(state), 'pending') as Pending | undefined
      if (pending !== undefined) ctx.cookies.set(nameOfPending(state), null, cookieOptions(secure))
      return pending
    },
  }
}

/** Undefined for anything that we did not seal for this purpose. */
const opened = (keys: KeyRing, sealed: string, kind: string): object | undefined => {
  try {
    const content = JSON.parse(unseal(keys, sealed)) as { readonly kind?: unknown }
    return content.kind === kind ? content : undefined
  } catch {
    // Altered, cut, or sealed with a secret of old: all the same as no cookie.
    return undefined
  }
}
