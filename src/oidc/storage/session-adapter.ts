import OidcProvider, { type Adapter, type AdapterPayload } from 'oidc-provider'
import { record } from '../../audit/record.js'
import type { Db } from '../../database/database.js'
import { endSession, findSession, saveSession } from '../../login/sessions/sessions.js'
import type { Session } from '../../login/sessions/session.js'
import { digest } from '../../context/keys.js'
import type { AppContext } from '../../context/app-context.js'
import { currentRequestOrigin } from '../current-request-origin.js'
import { grantsOfSession } from './storage.queries.js'

/**
 * The provider's sessions are login's sessions. The library saves the whole session at the end of each request, also
 * one that was ended meanwhile; login refuses that save, and tokens are looked up through the session each time,
 * so that nothing given out in such a request works.
 */
export function sessionAdapter(db: Db, context: AppContext): Adapter {
  return {
    upsert: async (id, payload) => {
      await saveSession(db, {
        idHash: digest(id),
        uid: payload.uid ?? '',
        accountId: payload.accountId,
        payload: { ...payload, jti: undefined },
        source: currentRequestOrigin().address,
      })
    },
    find: async (id) => {
      const found = await findSession(db, context, { idHash: digest(id) })
      return found && { ...(await withGrants(db, found)), jti: id }
    },
    findByUid: async (uid) => {
      const found = await findSession(db, context, { uid })
      return found && (await withGrants(db, found))
    },
    destroy: async (id) => await end(db, id),
    consume: doesNotApply,
    revokeByGrantId: doesNotApply,
    findByUserCode: doesNotApply,
  }
}

/**
 * Two services opened at once each save the session as they read it, and the later save forgets the earlier one's
 * grant. The grants know whose they are, so they are asked.
 */
const withGrants = async (db: Db, { uid, payload }: Session): Promise<AdapterPayload> => {
  const session: AdapterPayload = payload
  const given = (await grantsOfSession(db, uid)).map(({ clientId, grantId }) => {
    const known = session.authorizations?.[clientId ?? '']
    return [clientId ?? '', { ...known, grantId: grantId ?? undefined }] as const
  })
  return { ...session, authorizations: { ...session.authorizations, ...Object.fromEntries(given) } }
}

/** The library gives a session another id by destroying the former; else it destroys what somebody signed out of. */
const end = async (db: Db, id: string): Promise<void> => {
  const session = OidcProvider.ctx?.oidc.session
  const isRenewed = session !== undefined && 'oldId' in session && session.oldId === id
  await db.transaction().execute(async (trx) => {
    const about = await endSession(trx, { idHash: digest(id), reason: isRenewed ? 'replaced' : 'signed-out' })
    if (!isRenewed && about) await record(trx, currentRequestOrigin(), { kind: 'signed-out', by: about, about })
  })
}

async function doesNotApply(): Promise<undefined> {
  return undefined
}
