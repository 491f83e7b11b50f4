import type { AppContext } from '../context/app-context.js'
import type { Db } from '../database/database.js'

/** What every route of this tool is given. */
export interface OfficerDeps {
  readonly db: Db
  readonly context: AppContext
}
