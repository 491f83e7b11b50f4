import { findAccount } from '../accounts/find.js'
import type { Db } from '../database/database.js'
import { endOwnSession, endOwnSessions, sessionsOf } from '../login/sessions/own-sessions.js'
import { sessionUid } from '../login/sessions/session.js'
import { requestsBy } from '../permissions/requests/requests.js'
import { languages } from '../text/text.js'
import type { Routes } from '../web/context.js'
import { readForm } from '../web/form.js'
import { rememberChoice } from '../web/language.js'
import { goTo, origin } from '../web/page.js'
import { BadInput, NotHere } from '../web/refusals.js'
import { signedIn } from '../web/signed-in.js'
import type { AppContext } from '../context/app-context.js'
import { askingRoutes } from './asking/ask-permission.routes.js'
import { chooseLanguage } from './choose-language.js'
import { showOwnAccount } from './own-account.pages.js'
import { presenceRoutes, signedOutPath } from './presence/presence.routes.js'
import { schoolsOf } from './schools.js'

export interface OwnAccountParts {
  readonly db: Db
  readonly context: AppContext
  readonly isSecure: boolean
}

/** The signed-in person's own page. Whose it is follows from the session alone: no address names an account. */
export function ownAccountRoutes(router: Routes, { db, context, isSecure }: OwnAccountParts): void {
  router.get('/konto', async (ctx) => {
    const who = await signedIn(ctx)
    const { accountId } = who
    const [account, schools, requests, sessions] = await Promise.all([
      findAccount(db, accountId),
      schoolsOf(db, accountId),
      requestsBy(db, accountId),
      sessionsOf(db, context, accountId),
    ])
    if (account === undefined) throw new NotHere('the account of a session')
    showOwnAccount(ctx, { who, account, schools, requests, sessions })
  })

  router.post('/konto/sprak', async (ctx) => {
    const { accountId } = await signedIn(ctx)
    const form = await readForm(ctx, ['language'])
    const language = languages.find((candidate) => candidate === form.language)
    if (language === undefined) throw new BadInput('not a language')
    await chooseLanguage(db, { accountId, language, from: origin(ctx) })
    rememberChoice(ctx, language, isSecure)
    goTo(ctx, '/konto?klart=sprak')
  })

  router.post('/konto/inloggningar/avsluta', async (ctx) => {
    const { accountId, uid: here } = await signedIn(ctx)
    const { session: uid } = await readForm(ctx, ['session'])
    if (!sessionUid.test(uid)) throw new NotHere('not the name of a session')
    const outcome = await endOwnSession(db, context, { accountId, uid, here, from: origin(ctx) })
    if (outcome.kind === 'not-there') throw new NotHere('not a session of theirs')
    goTo(ctx, uid === here ? signedOutPath : '/konto?klart=utloggning')
  })

  router.post('/konto/inloggningar/avsluta-alla', async (ctx) => {
    const { accountId } = await signedIn(ctx)
    await readForm(ctx, [])
    await endOwnSessions(db, { accountId, from: origin(ctx) })
    goTo(ctx, signedOutPath)
  })

  askingRoutes(router, { db })
  presenceRoutes(router, { db, context })
}
