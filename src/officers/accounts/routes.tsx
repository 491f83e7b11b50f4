import type { Routes } from '../../web/context.js'
import type { OfficerParts } from '../routes.js'
import { personRoutes } from './person/routes.js'
import { searchRoutes } from './search/routes.js'

/** All accounts there are: found, read, and what the agency does about them. */
export function accountRoutes(router: Routes, parts: OfficerParts): void {
  searchRoutes(router, parts)
  personRoutes(router, parts)
}
