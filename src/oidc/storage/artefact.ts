import type { AdapterPayload } from 'oidc-provider'
import { digest } from '../../context/keys.js'
import type { NewRecord } from './storage.queries.js'

/**
 * What of an artefact is kept. Its id is the secret itself (a code, a token, a cookie's value), so the table has the
 * digest only, and every copy of an id inside the payload is taken out: who reads the database can use nothing of it.
 */
export function kept(model: string, id: string, payload: AdapterPayload): NewRecord {
  return {
    model,
    idHash: digest(id),
    payload: {
      ...payload,
      jti: undefined,
      ...(payload.returnTo !== undefined && { returnTo: payload.returnTo.replace(id, '') }),
      ...(payload.session !== undefined && { session: { ...payload.session, cookie: undefined } }),
    },
    uid: payload.sessionUid,
    // A grant's id is no secret: nobody is let in by it, and the family is found by it.
    grantId: model === 'Grant' ? id : payload.grantId,
    accountId: payload.accountId,
    clientId: payload.clientId,
    // Its end was set when the first of its family was given; rotation does not move it.
    endsAt: model === 'RefreshToken' ? payload.exp : undefined,
  }
}

/** Makes it whole again for the one who brought the id. */
export function restored(id: string, payload: AdapterPayload): AdapterPayload {
  return {
    ...payload,
    jti: id,
    ...(payload.returnTo !== undefined && { returnTo: `${payload.returnTo}${id}` }),
  }
}
