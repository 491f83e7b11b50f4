import type { Db, Trx } from '../../src/database/database.js'
import type { Registration } from '../../src/relying-services/client.js'
import { fromWithin } from '../../src/context/origin.js'

export const from = fromWithin('test')

/** As an officer would register it. */
export const registration: Registration = {
  name: { sv: 'Rapportering', en: 'Reporting' },
  homeUri: 'https://rapportering.example.se/',
  redirectUris: ['https://rapportering.example.se/svar'],
  postLogoutRedirectUris: ['https://rapportering.example.se/utloggad'],
  backchannelLogoutUri: undefined,
  services: ['studietider'],
  authMethod: 'client_secret_basic',
  publicKeys: undefined,
  idTokenSignedResponseAlg: 'ES256',
  mayRefresh: false,
  isFirstParty: true,
}

export async function together<T>(db: Db, act: (trx: Trx) => Promise<T>): Promise<T> {
  return await db.transaction().execute(act)
}
