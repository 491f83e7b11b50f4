import type { Routes } from '../../web/context.js'
import { administrator } from '../administration.pages.js'
import type { AdministrationDeps } from '../deps.js'
import { showStart } from './administration-start.pages.js'

/** The tool's first page: what needs doing, and how many have which permission. */
export function startRoutes(router: Routes, { db }: AdministrationDeps): void {
  router.get('/behorigheter', async (ctx) => {
    await showStart(ctx, db, await administrator(ctx, db))
  })
}
