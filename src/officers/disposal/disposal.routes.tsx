import type { Ctx, Routes } from '../../web/context.js'
import { readForm } from '../../web/form.js'
import { goTo, origin } from '../../web/page.js'
import { BadInput, NotHere } from '../../web/refusals.js'
import { isDay } from '../../text/moment.js'
import { officer } from '../officers.pages.js'
import type { OfficerDeps } from '../deps.js'
import { orderDisposal } from './order-disposal.js'
import { disposalPath, showConfirm, showReport } from './disposal.pages.js'
import { classNamed } from './record-classes.js'

/** The disposal report, and each class of it with what would go, before it goes. */
export function disposalRoutes(router: Routes, { db, context }: OfficerDeps): void {
  router.get(disposalPath, async (ctx) => {
    const { accountId: by } = await officer(ctx, db)
    await showReport(ctx, db, { context, reader: { by, from: origin(ctx) } })
  })

  router.get(`${disposalPath}/:class`, async (ctx: Named) => {
    const { accountId: by } = await officer(ctx, db)
    await showConfirm(ctx, db, { context, reader: { by, from: origin(ctx) }, name: namedIn(ctx) })
  })

  router.post(`${disposalPath}/:class`, async (ctx: Named) => {
    const { accountId: by } = await officer(ctx, db)
    const name = namedIn(ctx)
    const { before } = await readForm(ctx, ['before'])
    if (!isDay(before)) throw new BadInput('no day')
    const outcome = await orderDisposal(db, context, { name, before, by, from: origin(ctx) })
    goTo(ctx, `${disposalPath}?klart=${outcome}`)
  })
}

type Named = Ctx & { readonly params: Readonly<Record<string, string>> }

const namedIn = ({ params }: Named) => {
  const name = classNamed(params['class'] ?? '')
  if (name === undefined) throw new NotHere('no such class of records')
  return name
}
