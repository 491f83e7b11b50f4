import type { Routes } from '../../web/context.js'
import type { OfficerParts } from '../routes.js'
import { contactRoutes } from './contacts/routes.js'
import { endingRoutes } from './ending/routes.js'
import { grantingRoutes } from './granting/routes.js'
import { importRoutes } from './importing/routes.js'
import { organisationEditRoutes } from './edit/routes.js'
import { organisationListRoutes } from './list/routes.js'
import { organisationPageRoutes } from './page/routes.js'

/** Schools and municipalities, and everything that the agency decides about them. */
export function organisationRoutes(router: Routes, parts: OfficerParts): void {
  organisationListRoutes(router, parts)
  importRoutes(router, parts)
  organisationEditRoutes(router, parts)
  contactRoutes(router, parts)
  endingRoutes(router, parts)
  grantingRoutes(router, parts)
  // Last: the place for an id would take every address beside it.
  organisationPageRoutes(router, parts)
}
