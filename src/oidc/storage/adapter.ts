import OidcProvider, { errors, type Adapter, type AdapterFactory, type AdapterPayload } from 'oidc-provider'
import { record } from '../../audit/record.js'
import type { Db } from '../../database/database.js'
import { rememberRelyingSession } from '../../login/relying-sessions/relying-sessions.js'
import { digest } from '../../context/keys.js'
import type { AppContext } from '../../context/app-context.js'
import { kept, restored } from './artefact.js'
import { currentRequestOrigin } from '../current-request-origin.js'
import { clientMetadata } from '../clients.js'
import {
  findRecord,
  finishInteraction,
  insertGrant,
  insertOnce,
  removeByGrant,
  removeRecord,
  saveRecord,
  updateRecord,
} from './storage.queries.js'
import { useOnce } from './replay.js'
import { sessionAdapter } from './session-adapter.js'

/**
 * The provider's storage. The library reads, decides and then saves; where a decision must hold under any
 * interleaving it is made here, in one statement: use once, first of all, never revive.
 */
export function adapterOn(db: Db, context: AppContext): AdapterFactory {
  return (model) => {
    if (model === 'Session') return sessionAdapter(db, context)
    if (model === 'Client') return { ...artefacts(db, model), find: async (id) => await clientMetadata(db, id) }
    if (model === 'Grant') return { ...artefacts(db, model), upsert: async (...given) => await saveGrant(db, ...given) }
    if (model === 'AuthorizationCode') {
      return { ...artefacts(db, model), upsert: async (...given) => await saveCode(db, ...given) }
    }
    if (model === 'Interaction') {
      return { ...artefacts(db, model), destroy: async (id) => await finishInteraction(db, digest(id)) }
    }
    if (model === 'ReplayDetection') {
      return { ...artefacts(db, model), upsert: async (...given) => await saveOnce(db, ...given) }
    }
    return artefacts(db, model)
  }
}

const artefacts = (db: Db, model: string): Adapter => ({
  upsert: async (id, payload, expiresInSeconds) =>
    await saveRecord(db, { ...kept(model, id, payload), expiresInSeconds }),
  find: async (id) => {
    const found = await findRecord(db, { model, idHash: digest(id) })
    if (found === undefined) return undefined
    return { ...restored(id, found.payload), ...(found.consumedAt !== null && asUsedUp()) }
  },
  consume: async (id) => await useOnce(db, { model, idHash: digest(id) }, currentRequestOrigin()),
  destroy: async (id) => await removeRecord(db, { model, idHash: digest(id) }),
  revokeByGrantId: async (grantId) => await removeByGrant(db, { model, grantId }),
  findByUid: notFoundThus,
  findByUserCode: notFoundThus,
})

/**
 * At the token endpoint a used code or refresh token is shown as fresh, so that it comes through the checks of client
 * and PKCE to `consume`, which judges it, however late it comes again. Everywhere else it is shown as used.
 */
const asUsedUp = () =>
  OidcProvider.ctx?.oidc.route === 'token' ? { exp: Number.MAX_SAFE_INTEGER } : { consumed: true }

/** Only sessions have a uid to be found by, and there is no device flow. */
async function notFoundThus(): Promise<undefined> {
  return undefined
}

/** A new grant is consent, given or not asked for, and leaves a trace in the same transaction. */
const saveGrant = async (db: Db, id: string, payload: AdapterPayload, expiresInSeconds?: number): Promise<void> => {
  const grant = { ...kept('Grant', id, payload), uid: OidcProvider.ctx?.oidc.session?.uid, expiresInSeconds }
  await db.transaction().execute(async (trx) => {
    if (await updateRecord(trx, grant)) return
    if (!(await insertGrant(trx, grant))) return
    await record(trx, currentRequestOrigin(), {
      kind: OidcProvider.ctx?.oidc.result?.consent === undefined ? 'consent-recorded' : 'consent-given',
      about: payload.accountId,
      details: { client: payload.clientId ?? null },
    })
  })
}

/** With a code the service comes to know the session by a name, and is to be told when it ends. */
const saveCode = async (db: Db, id: string, payload: AdapterPayload, expiresInSeconds?: number): Promise<void> => {
  const { sid, sessionUid: uid, clientId, accountId } = payload
  await db.transaction().execute(async (trx) => {
    if (sid !== undefined && uid !== undefined && clientId !== undefined && accountId !== undefined) {
      await rememberRelyingSession(trx, { uid, clientId, sid, accountId })
    }
    await saveRecord(trx, { ...kept('AuthorizationCode', id, payload), expiresInSeconds })
  })
}

const saveOnce = async (db: Db, id: string, payload: AdapterPayload, expiresInSeconds?: number): Promise<void> => {
  const isFirst = await insertOnce(db, { ...kept('ReplayDetection', id, payload), expiresInSeconds })
  if (!isFirst) throw new errors.InvalidClientAuth('client assertion tokens must only be used once')
}
