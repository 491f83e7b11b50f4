import type { Db } from '../../../database/database.js'
import { uuid } from '../../../database/uuid.js'
import {
  forwardLetter,
  releaseLetter,
  returnLetter,
  withholdLetter,
  type LetterAct,
} from '../../../username-letters/act-on-letter.js'
import { findLetter } from '../../../username-letters/listed/letters-of.js'
import { orderAnew } from '../../../username-letters/order-anew.js'
import type { Ctx, Routes } from '../../../web/context.js'
import { readForm } from '../../../web/form.js'
import { goTo, origin } from '../../../web/page.js'
import { NotHere } from '../../../web/refusals.js'
import { officer } from '../../officers.pages.js'
import type { OfficerDeps } from '../../deps.js'
import { showLetter, type Acted } from './username-letter.pages.js'
import { forwardingFields, readForwarding, readWhy } from './username-letter.form.js'

const place = '/handlaggning/brev/:id'

/** One letter: where it is, and what an officer does with it. */
export function letterActRoutes(router: Routes, { db }: OfficerDeps): void {
  router.get(place, async (ctx) => {
    await showLetter(ctx, db, await visitTo(ctx, db))
  })

  router.post(`${place}/retur`, async (ctx) => {
    const act = await actOn(ctx, db)
    await readForm(ctx, [])
    await tell(ctx, db, {
      act,
      acted: 'retur',
      outcome: await db.transaction().execute((trx) => returnLetter(trx, act)),
    })
  })

  router.post(`${place}/bestall`, async (ctx) => {
    const act = await actOn(ctx, db)
    await readForm(ctx, [])
    const outcome = await db.transaction().execute((trx) => orderAnew(trx, act))
    if (outcome.kind === 'ordered') return goTo(ctx, `/handlaggning/brev/${outcome.letterId}?klart=bestallt`)
    await showLetter(ctx, db, { ...act, refused: outcome.kind })
  })

  router.post(`${place}/slapp`, async (ctx) => {
    const act = await actOn(ctx, db)
    await readForm(ctx, [])
    await tell(ctx, db, {
      act,
      acted: 'slappt',
      outcome: await db.transaction().execute((trx) => releaseLetter(trx, act)),
    })
  })
  typedRoutes(router, db)
}

const typedRoutes = (router: Routes, db: Db): void => {
  router.post(`${place}/hall-inne`, async (ctx) => {
    const act = await actOn(ctx, db)
    const why = readWhy((await readForm(ctx, ['why'])).why)
    if (why === undefined) return await showLetter(ctx, db, { ...act, isWhyMissing: true })
    const outcome = await db.transaction().execute((trx) => withholdLetter(trx, { ...act, why }))
    await tell(ctx, db, { act, acted: 'halls', outcome })
  })

  router.post(`${place}/adress`, async (ctx) => {
    const act = await actOn(ctx, db)
    const typed = await readForm(ctx, forwardingFields)
    const read = readForwarding(typed)
    if (read.kind === 'mistaken') return await showLetter(ctx, db, { ...act, typed, mistakes: read.mistakes })
    const outcome = await db.transaction().execute((trx) => forwardLetter(trx, { ...act, lines: read.lines }))
    await tell(ctx, db, { act, acted: 'adress', outcome })
  })
}

type Named = Ctx & { readonly params: Readonly<Record<string, string>> }

const visitTo = async (ctx: Named, db: Db): Promise<LetterAct> => {
  const { accountId: by } = await officer(ctx, db)
  const { id: letterId = '' } = ctx.params
  if (!uuid.test(letterId)) throw new NotHere('not the id of a letter')
  return { letterId, by, from: origin(ctx) }
}

/** What is done is done to a letter that is there. */
const actOn = async (ctx: Named, db: Db): Promise<LetterAct> => {
  const act = await visitTo(ctx, db)
  if ((await findLetter(db, act.letterId)) === undefined) throw new NotHere('no such letter')
  return act
}

const tell = async (
  ctx: Ctx,
  db: Db,
  {
    act,
    acted,
    outcome,
  }: {
    readonly act: LetterAct
    readonly acted: Acted
    readonly outcome: { readonly kind: 'done' | 'not-so-any-more' }
  },
): Promise<void> => {
  if (outcome.kind === 'done') return goTo(ctx, `/handlaggning/brev/${act.letterId}?klart=${acted}`)
  await showLetter(ctx, db, { ...act, refused: outcome.kind })
}
