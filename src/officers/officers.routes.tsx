import type { Routes } from '../web/context.js'
import type { OfficerDeps } from './deps.js'
import { accountRoutes } from './accounts/accounts.routes.js'
import { assuranceRoutes } from './assurances/assurances.routes.js'
import { relyingServiceRoutes } from './relying-services/relying-services.routes.js'
import { letterRoutes } from './username-letters/username-letters.routes.js'
import { organisationRoutes } from './organisations/organisations.routes.js'
import { ruleRoutes } from './rules/administration-rules.routes.js'
import { disposalRoutes } from './disposal/disposal.routes.js'
import { logRoutes } from './log/log.routes.js'
import { startRoutes } from './start/officers-start.routes.js'
import { undeliveredRoutes } from './undelivered/undelivered.routes.js'

/** The agency's own tool, part by part. Every route asks `officer(ctx, db)` first. */
export function officerRoutes(router: Routes, parts: OfficerDeps): void {
  startRoutes(router, parts)
  accountRoutes(router, parts)
  organisationRoutes(router, parts)
  ruleRoutes(router, parts)
  assuranceRoutes(router, parts)
  letterRoutes(router, parts)
  relyingServiceRoutes(router, parts)
  logRoutes(router, parts)
  disposalRoutes(router, parts)
  undeliveredRoutes(router, parts)
}
