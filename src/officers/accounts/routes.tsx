import type { Routes } from '../../web/context.js'
import type { OfficerParts } from '../routes.js'
import { actRoutes } from './actions/routes.js'
import { personRoutes } from './person/routes.js'
import { requestRoutes } from './requests/routes.js'
import { searchRoutes } from './search/routes.js'

/** All accounts there are: found, read, and what the agency does about them. */
export function accountRoutes(router: Routes, parts: OfficerParts): void {
  searchRoutes(router, parts)
  requestRoutes(router, parts)
  personRoutes(router, parts)
  actRoutes(router, parts)
}
