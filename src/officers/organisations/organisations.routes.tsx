import type { Routes } from '../../web/context.js'
import type { OfficerDeps } from '../deps.js'
import { contactRoutes } from './contacts/contacts.routes.js'
import { endingRoutes } from './ending/end-organisation.routes.js'
import { grantingRoutes } from './granting/organisation-permissions.routes.js'
import { importRoutes } from './importing/import-organisations.routes.js'
import { organisationEditRoutes } from './edit/edit-organisation.routes.js'
import { organisationListRoutes } from './list/organisation-list.routes.js'
import { organisationPageRoutes } from './page/organisation.routes.js'

/** Schools and municipalities, and everything that the agency decides about them. */
export function organisationRoutes(router: Routes, parts: OfficerDeps): void {
  organisationListRoutes(router, parts)
  importRoutes(router, parts)
  organisationEditRoutes(router, parts)
  contactRoutes(router, parts)
  endingRoutes(router, parts)
  grantingRoutes(router, parts)
  // Last: the place for an id would take every address beside it.
  organisationPageRoutes(router, parts)
}
