import type { Routes } from '../../web/context.js'
import { administrator } from '../pages.js'
import type { AdministrationParts } from '../routes.js'
import { showStart } from './pages.js'

/** The tool's first page: what needs doing, and how many have which permission. */
export function startRoutes(router: Routes, { db }: AdministrationParts): void {
  router.get('/behorigheter', async (ctx) => {
    await showStart(ctx, db, await administrator(ctx, db))
  })
}
