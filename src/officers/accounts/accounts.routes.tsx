import type { Routes } from '../../web/context.js'
import type { OfficerDeps } from '../deps.js'
import { actRoutes } from './actions/account-actions.routes.js'
import { personRoutes } from './person/account.routes.js'
import { requestRoutes } from './requests/ending-requests.routes.js'
import { searchRoutes } from './search/account-search.routes.js'

/** All accounts there are: found, read, and what the agency does about them. */
export function accountRoutes(router: Routes, parts: OfficerDeps): void {
  searchRoutes(router, parts)
  requestRoutes(router, parts)
  personRoutes(router, parts)
  actRoutes(router, parts)
}
