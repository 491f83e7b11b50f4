import type { Routes } from '../../web/context.js'
import { officer } from '../officers.pages.js'
import type { OfficerDeps } from '../deps.js'
import { showAppointments, showStart } from './officers-start.pages.js'

/** The tool's first page, and the list of appointments that it leads to. */
export function startRoutes(router: Routes, { db }: OfficerDeps): void {
  router.get('/handlaggning', async (ctx) => {
    await officer(ctx, db)
    await showStart(ctx, db)
  })

  router.get('/handlaggning/uppdrag', async (ctx) => {
    await officer(ctx, db)
    await showAppointments(ctx, db)
  })
}
