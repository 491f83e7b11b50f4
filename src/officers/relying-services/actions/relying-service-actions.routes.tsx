import { formerWorksForHours, renewSecret } from '../../../relying-services/renew-secret.js'
import { findClient } from '../../../relying-services/find.js'
import { turnOff, turnOn } from '../../../relying-services/turn-off.js'
import type { Routes } from '../../../web/context.js'
import { readForm } from '../../../web/form.js'
import { goTo, origin } from '../../../web/page.js'
import { NotHere } from '../../../web/refusals.js'
import { officer } from '../../officers.pages.js'
import type { OfficerDeps } from '../../deps.js'
import { momentOf } from '../facts.js'
import { clientAt, first, showRenew, showSecret, showTurnOff } from '../relying-services.pages.js'
import { versionOf } from '../relying-services.form.js'

/** Another secret; turned off, which whoever is at the desk may do at once; and on again. */
export function actionRoutes(router: Routes, parts: OfficerDeps): void {
  secretRoutes(router, parts)
  const { db } = parts
  router.get(`${first}/:client/stang-av`, async (ctx) => {
    await officer(ctx, db)
    showTurnOff(ctx, await clientAt(ctx, db))
  })

  router.post(`${first}/:client/stang-av`, async (ctx) => {
    const { accountId: by } = await officer(ctx, db)
    const { id } = await clientAt(ctx, db)
    await readForm(ctx, [])
    const turn = { id, by, from: origin(ctx) }
    await db.transaction().execute(async (trx) => await turnOff(trx, turn))
    goTo(ctx, `${first}/${id}?klart=off`)
  })

  router.post(`${first}/:client/oppna`, async (ctx) => {
    const { accountId: by } = await officer(ctx, db)
    const { id } = await clientAt(ctx, db)
    await readForm(ctx, [])
    const turn = { id, by, from: origin(ctx) }
    await db.transaction().execute(async (trx) => await turnOn(trx, turn))
    goTo(ctx, `${first}/${id}?klart=on`)
  })
}

const secretRoutes = (router: Routes, { db, context }: OfficerDeps): void => {
  router.get(`${first}/:client/ny-hemlighet`, async (ctx) => {
    await officer(ctx, db)
    showRenew(ctx, await clientAt(ctx, db))
  })

  router.post(`${first}/:client/ny-hemlighet`, async (ctx) => {
    const { accountId: by } = await officer(ctx, db)
    const client = await clientAt(ctx, db)
    const typed = await readForm(ctx, ['former', 'version'])
    const hours = formerWorksForHours.find((known) => String(known) === typed.former)
    if (hours === undefined) return showRenew(ctx, client, { isUnchosen: true })
    const { id } = client
    const renewal = { id, version: versionOf(typed), formerWorksForHours: hours, by, from: origin(ctx) }
    const outcome = await db.transaction().execute(async (trx) => await renewSecret(trx, context, renewal))
    if (outcome.kind === 'not-there' || outcome.kind === 'has-none') throw new NotHere('no secret to renew')
    const now = await findClient(db, id)
    if (now === undefined) throw new NotHere('no such client')
    if (outcome.kind === 'changed-meanwhile') return showRenew(ctx, now, { wasChanged: true })
    const { text, language } = ctx.state
    const { relyingServices: words } = text.officers
    const { formerSecretEndsAt: until } = now
    const done = until === undefined ? words.formerStopped : words.formerWorks(momentOf({ text, language }, until))
    return showSecret(ctx, now, { secret: outcome.secret, done })
  })
}
