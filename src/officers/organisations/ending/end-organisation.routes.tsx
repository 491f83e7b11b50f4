import { randomUUID } from 'node:crypto'
import { allOrNone } from '../../../database/all-or-none.js'
import { uuid } from '../../../database/uuid.js'
import { organisationDetails } from '../../../organisations/details.js'
import { findOrganisation, findOrganisationById } from '../../../organisations/find.js'
import type { Ctx, Routes } from '../../../web/context.js'
import { readForm } from '../../../web/form.js'
import { goTo, origin } from '../../../web/page.js'
import { BadInput, NotHere } from '../../../web/refusals.js'
import { officer } from '../../officers.pages.js'
import type { OfficerDeps } from '../../deps.js'
import { visitBy, type Visit } from '../organisations.pages.js'
import { closeOrganisation, mergeOrganisation, type MergedOrganisation } from './end-organisation.js'
import { showEndingOf, showSuccessors } from './end-organisation.pages.js'

type Named = Ctx & { readonly params: Readonly<Record<string, string>> }

/**
 * An organisation closes, or goes into another: first what that means, and then it is done. It ends the work of many, so
 * whoever does it has just shown who they are.
 */
export function endingRoutes(router: Routes, { db }: OfficerDeps): void {
  // The form of each post stands at the address that it is sent to.
  const openVisit = async (ctx: Named): Promise<Visit> => {
    const by = await officer(ctx, db)
    const visit = await visitBy(by, ctx, db)
    if (visit.organisation.closedAt !== null) throw new NotHere('closed already')
    return visit
  }

  router.get('/handlaggning/organisationer/:id/stang', async (ctx) => {
    const { organisation } = await openVisit(ctx)
    await showEndingOf(ctx, db, { organisation })
  })

  router.post('/handlaggning/organisationer/:id/stang', async (ctx) => {
    const { by, organisation } = await openVisit(ctx)
    const version = versionIn((await readForm(ctx, ['version'])).version)
    const input = { ...action(ctx, { by, organisation }), version }
    const outcome = await allOrNone(db, 'closed', async (trx) => await closeOrganisation(trx, input))
    await answer(ctx, outcome, { organisation, done: 'closed' })
  })

  router.get('/handlaggning/organisationer/:id/sla-samman', async (ctx) => {
    const { organisation } = await openVisit(ctx)
    const typed = ctx.query['kod']
    if (typed === undefined) return showSuccessors(ctx, { organisation, typed: '', isWrong: false })
    if (typeof typed !== 'string' || typed.length > 200) throw new BadInput('no code')
    const into = await findOrganisation(db, { kind: organisation.kind, code: typed })
    const mayTakeOver = into !== undefined && !into.isClosed && into.id !== organisation.id
    if (!mayTakeOver) return showSuccessors(ctx, { organisation, typed, isWrong: true })
    return await showEndingOf(ctx, db, { organisation, into })
  })

  router.post('/handlaggning/organisationer/:id/sla-samman', async (ctx) => {
    const { by, organisation } = await openVisit(ctx)
    const form = await readForm(ctx, ['version', 'into'])
    if (!uuid.test(form.into)) throw new BadInput('not the id of an organisation')
    const into = await findOrganisationById(db, form.into)
    if (into === undefined) throw new NotHere('no such organisation')
    const input = { ...action(ctx, { by, organisation }), version: versionIn(form.version), into: into.id }
    const outcome = await allOrNone(db, 'closed', async (trx) => await mergeOrganisation(trx, input))
    await answer(ctx, outcome, { organisation, into, done: 'merged' })
  })

  const answer = async (
    ctx: Ctx,
    outcome: MergedOrganisation,
    {
      organisation,
      into,
      done,
    }: Pick<Visit, 'organisation'> & { into?: Parameters<typeof showEndingOf>[2]['into']; done: string },
  ): Promise<void> => {
    if (outcome.kind === 'closed') return goTo(ctx, `/handlaggning/organisationer/${organisation.id}?klart=${done}`)
    // As it is now: what is confirmed next is what is shown.
    const now = await organisationDetails(db, organisation.id)
    if (outcome.kind === 'not-there' || now === undefined) throw new NotHere('no such organisation')
    if (now.closedAt !== null) return goTo(ctx, `/handlaggning/organisationer/${organisation.id}`)
    return await showEndingOf(ctx, db, { organisation: now, refused: outcome.kind, ...(into && { into }) })
  }
}

const action = (ctx: Ctx, { by, organisation }: Visit) => ({
  organisationId: organisation.id,
  act: randomUUID(),
  by: by.accountId,
  from: origin(ctx),
})

const versionIn = (written: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(written)) throw new BadInput('no version')
  return Number(written)
}
