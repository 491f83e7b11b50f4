import { record } from '../audit/record.js'
import type { Db } from '../database/database.js'
import { fromWithin } from '../context/origin.js'
import type { AppContext } from '../context/app-context.js'
import { upsertOwnTools } from './relying-services.queries.js'

/**
 * The agency's own tools are one client of the provider, named here and nowhere else: no officer registers it or
 * changes it. It asks for no service, so everybody with an account may sign in to it, and what somebody may do there
 * each tool decides. It gets neither codes nor tokens (docs/decisions/0005-the-tools-use-the-session.md).
 */
export const ownToolsId = 'portvakt'
/** Where they come back to. */
export const signedInPath = '/konto/inloggad'

/** Makes the table say so, at every start. Leaves a trace when that changed anything. */
export async function registerOwnTools(db: Db, context: Pick<AppContext, 'issuer'>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const isChanged = await upsertOwnTools(trx, {
      id: ownToolsId,
      name_sv: 'Portvakt',
      name_en: 'Portvakt',
      home_uri: `${context.issuer}/`,
      redirect_uris: [`${context.issuer}${signedInPath}`],
    })
    if (isChanged)
      await record(trx, fromWithin('start'), { kind: 'client-registered', details: { client: ownToolsId } })
  })
}
