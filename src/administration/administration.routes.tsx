import type { Routes } from '../web/context.js'
import type { AdministrationDeps } from './deps.js'
import { addRoutes } from './add/add-person.routes.js'
import { bulkRoutes } from './bulk/add-people.routes.js'
import { personRoutes } from './person/person.routes.js'
import { peopleRoutes } from './people/people.routes.js'
import { requestRoutes } from './requests/permission-requests.routes.js'
import { organisationRoutes } from './organisation/organisation.routes.js'
import { startRoutes } from './start/administration-start.routes.js'

/** The behörighetsadministratör's tool, part by part. Every route asks `administrator(ctx, db)` first. */
export function administrationRoutes(router: Routes, parts: AdministrationDeps): void {
  startRoutes(router, parts)
  organisationRoutes(router, parts)
  requestRoutes(router, parts)
  addRoutes(router, parts)
  bulkRoutes(router, parts)
  peopleRoutes(router, parts)
  // Last: the place for an id would take every address beside it.
  personRoutes(router, parts)
}
