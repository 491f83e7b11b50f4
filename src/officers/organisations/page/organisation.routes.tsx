import type { Routes } from '../../../web/context.js'
import { readForm } from '../../../web/form.js'
import { goTo, origin } from '../../../web/page.js'
import { NotHere } from '../../../web/refusals.js'
import type { OfficerDeps } from '../../deps.js'
import { idOf, visitTo } from '../organisations.pages.js'
import { endAppointmentAndTell } from './end-appointment.js'
import { showEnding, showHistory, showOrganisation } from './organisation.pages.js'
import { selectAppointments } from './organisation.queries.js'

/** One organisation: what is kept about it, who administers it, and what has been done there. */
export function organisationPageRoutes(router: Routes, { db }: OfficerDeps): void {
  router.get('/handlaggning/organisationer/:id', async (ctx) => {
    const { organisation } = await visitTo(ctx, db)
    await showOrganisation(ctx, db, organisation)
  })

  router.get('/handlaggning/organisationer/:id/historik', async (ctx) => {
    const { organisation } = await visitTo(ctx, db)
    await showHistory(ctx, db, organisation)
  })

  router.get('/handlaggning/organisationer/:id/uppdrag/:appointment', async (ctx) => {
    const { organisation } = await visitTo(ctx, db)
    const all = await selectAppointments(db, organisation.id)
    const appointment = all.find(({ id }) => id === ctx.params['appointment'])
    if (appointment === undefined) throw new NotHere('no appointment that holds there')
    showEnding(ctx, { organisation, appointment, isLast: all.filter(({ hasBegun }) => hasBegun).length === 1 })
  })

  router.post('/handlaggning/organisationer/:id/uppdrag/:appointment', async (ctx) => {
    const { by, organisation } = await visitTo(ctx, db)
    await readForm(ctx, [])
    const appointmentId = idOf(ctx, 'appointment')
    const isThere = (await selectAppointments(db, organisation.id)).some(({ id }) => id === appointmentId)
    if (!isThere) throw new NotHere('no appointment that holds there')
    const input = { appointmentId, by: by.accountId, from: origin(ctx) }
    const outcome = await db.transaction().execute(async (trx) => await endAppointmentAndTell(trx, input))
    goTo(ctx, `/handlaggning/organisationer/${organisation.id}?klart=${outcome.kind}`)
  })
}
