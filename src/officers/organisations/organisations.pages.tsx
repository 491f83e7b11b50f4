import type { Db } from '../../database/database.js'
import { uuid } from '../../database/uuid.js'
import { organisationDetails, type OrganisationDetails } from '../../organisations/details.js'
import type { Ctx } from '../../web/context.js'
import { NotHere } from '../../web/refusals.js'
import { officer, type Officer } from '../officers.pages.js'

export interface Visit {
  readonly by: Officer
  readonly organisation: OrganisationDetails
}

type Named = Ctx & { readonly params: Readonly<Record<string, string>> }

/**
 * The officer, and the organisation that the address names.
 * @throws NotHere when there is none
 */
export async function visitTo(ctx: Named, db: Db): Promise<Visit> {
  return await visitBy(await officer(ctx, db), ctx, db)
}

/** The same, for whoever has shown who they are. */
export async function visitBy(by: Officer, ctx: Named, db: Db): Promise<Visit> {
  const organisation = await organisationDetails(db, idOf(ctx, 'id'))
  if (organisation === undefined) throw new NotHere('no such organisation')
  return { by, organisation }
}

/** @throws NotHere for what no page of ours names */
export function idOf(ctx: Named, name: string): string {
  const id = ctx.params[name] ?? ''
  if (!uuid.test(id)) throw new NotHere('not an id')
  return id
}
