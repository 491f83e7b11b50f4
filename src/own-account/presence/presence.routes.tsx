import type { Db } from '../../database/database.js'
import { endOwnSession } from '../../login/sessions/own-sessions.js'
import type { Routes } from '../../web/context.js'
import { readForm } from '../../web/form.js'
import { ownPath } from '../../web/language.js'
import { goTo, origin } from '../../web/page.js'
import { signedIn, stillSignedIn, type SignedIn } from '../../web/signed-in.js'
import type { AppContext } from '../../context/app-context.js'
import { showSignedOut } from './presence.pages.js'

/** Where every sign-out of ours ends. */
export const signedOutPath = '/konto/utloggad'

export interface PresenceParts {
  readonly db: Db
  readonly context: AppContext
}

/** Being signed in as such: how long it lasts, staying, and going (security.md ). */
export function presenceRoutes(router: Routes, { db, context }: PresenceParts): void {
  // Asked by the page itself, so it is no activity. Who is not signed in hears only that.
  router.get('/konto/tid-kvar', async (ctx) => {
    const who = await stillSignedIn(ctx)
    ctx.status = who === undefined ? 401 : 200
    ctx.body = who === undefined ? {} : timeLeftOf(who)
  })

  router.post('/konto/stanna-kvar', async (ctx) => {
    const who = await signedIn(ctx)
    await readForm(ctx, [])
    ctx.body = timeLeftOf(who)
  })

  // Who is signed out already has what they wanted.
  router.post('/konto/logga-ut', async (ctx) => {
    const who = await stillSignedIn(ctx)
    if (who !== undefined) {
      await readForm(ctx, [])
      const { accountId, uid } = who
      await endOwnSession(db, context, { accountId, uid, here: uid, from: origin(ctx) })
    }
    goTo(ctx, signedOutPath)
  })

  router.get(signedOutPath, async (ctx) => {
    const returnTo = ctx.query['till'] === undefined ? '/konto' : ownPath(String(ctx.query['till']))
    // It must be true: whoever signed in meanwhile, in another window, is led to where they wanted to be.
    if ((await stillSignedIn(ctx)) !== undefined) return goTo(ctx, returnTo)
    showSignedOut(ctx, { reason: ctx.query['orsak'], returnTo })
  })
}

const timeLeftOf = ({ uid, timeLeft }: SignedIn) => ({ session: uid, ...timeLeft })
