import type { ServiceCode } from '../../../config/services.js'
import { allServices } from '../../permissions/configured/service.js'
import {
  authMethods,
  signingAlgorithms,
  type AuthMethod,
  type Client,
  type Registration,
  type SigningAlgorithm,
} from '../../relying-services/client.js'
import { readAddress, readAddresses } from '../../relying-services/addresses.js'
import { readLine } from '../../values/line.js'
import { faultsIn, type Fault } from '../../relying-services/faults.js'
import { readPublicKeys, type KeyFault } from '../../relying-services/public-keys.js'
import type { AppContext } from '../../context/app-context.js'

export type ServiceField = `service-${ServiceCode}`
export const serviceField = (code: ServiceCode): ServiceField => `service-${code}`

/** The form by which a relying service is registered and changed, in its order. */
export const clientFields = [
  'id',
  'nameSv',
  'nameEn',
  'homeUri',
  'redirectUris',
  'postLogoutRedirectUris',
  'backchannelLogoutUri',
  ...allServices.map(({ code }) => serviceField(code)),
  'authMethod',
  'publicKeys',
  'idTokenSignedResponseAlg',
  'mayRefresh',
  'isFirstParty',
  'version',
] as const
export type ClientField = (typeof clientFields)[number]
export type TypedClient = Readonly<Record<ClientField, string>>

export type Mistake =
  | Fault
  | { readonly field: 'id'; readonly what: 'id' | 'taken' }
  | { readonly field: 'authMethod'; readonly what: 'authMethod' }
  | { readonly field: 'idTokenSignedResponseAlg'; readonly what: 'idTokenSignedResponseAlg' }
  | { readonly field: 'publicKeys'; readonly what: 'keys'; readonly fault: KeyFault }

export interface ReadClient {
  readonly registration: Registration
  /** All at once; what cannot be read stands in the registration as nothing. */
  readonly mistakes: readonly Mistake[]
}

export function readClient(context: Pick<AppContext, 'issuer'>, typed: TypedClient): ReadClient {
  const method = authMethods.find((known) => known === typed.authMethod)
  const algorithm = signingAlgorithms.find((known) => known === typed.idTokenSignedResponseAlg)
  const keys =
    method === 'private_key_jwt' && typed.publicKeys.trim() !== '' ? readPublicKeys(typed.publicKeys) : undefined
  const publicKeys = keys?.kind === 'read' ? keys.publicKeys : undefined
  const registration = registrationOf(typed, { method: method ?? 'none', algorithm: algorithm ?? 'ES256', publicKeys })
  const keyFault = keys?.kind === 'faulty' ? keys.fault : undefined
  const faults = faultsIn(context, registration).filter(({ what }) => what !== 'keys-missing' || keyFault === undefined)
  return {
    registration,
    mistakes: [
      ...faults.filter(({ field }) => field !== 'publicKeys'),
      ...(method === undefined ? [{ field: 'authMethod', what: 'authMethod' } as const] : []),
      ...faults.filter(({ field }) => field === 'publicKeys'),
      ...(keyFault === undefined ? [] : [{ field: 'publicKeys', what: 'keys', fault: keyFault } as const]),
      ...(algorithm === undefined
        ? [{ field: 'idTokenSignedResponseAlg', what: 'idTokenSignedResponseAlg' } as const]
        : []),
    ],
  }
}

interface Chosen {
  readonly method: AuthMethod
  readonly algorithm: SigningAlgorithm
  readonly publicKeys: Registration['publicKeys']
}

const registrationOf = (typed: TypedClient, { method, algorithm, publicKeys }: Chosen): Registration => {
  const toTell = readAddress(typed.backchannelLogoutUri)
  return {
    name: { sv: readLine(typed.nameSv), en: readLine(typed.nameEn) },
    homeUri: readAddress(typed.homeUri),
    redirectUris: readAddresses(typed.redirectUris),
    postLogoutRedirectUris: readAddresses(typed.postLogoutRedirectUris),
    backchannelLogoutUri: toTell === '' ? undefined : toTell,
    services: allServices.map(({ code }) => code).filter((code) => typed[serviceField(code)] === 'ja'),
    authMethod: method,
    publicKeys,
    idTokenSignedResponseAlg: algorithm,
    mayRefresh: typed.mayRefresh === 'ja',
    isFirstParty: typed.isFirstParty === 'ja',
  }
}

/** The form as it stands before anything is typed: the safer answer where there is one. */
export const nothingTyped: TypedClient = {
  ...emptied(),
  authMethod: 'client_secret_basic',
  idTokenSignedResponseAlg: 'ES256',
  isFirstParty: 'ja',
}

/** A client as its form shows it. */
export function typedFrom(client: Client): TypedClient {
  const { name, services, publicKeys } = client
  const ticks = Object.fromEntries(
    allServices.map(({ code }) => [serviceField(code), services.includes(code) ? 'ja' : '']),
  )
  return {
    ...emptied(),
    ...ticks,
    id: client.id,
    nameSv: name.sv,
    nameEn: name.en,
    homeUri: client.homeUri,
    redirectUris: client.redirectUris.join('\n'),
    postLogoutRedirectUris: client.postLogoutRedirectUris.join('\n'),
    backchannelLogoutUri: client.backchannelLogoutUri ?? '',
    authMethod: client.authMethod,
    publicKeys: publicKeys === undefined ? '' : JSON.stringify(publicKeys, null, 2),
    idTokenSignedResponseAlg: client.idTokenSignedResponseAlg,
    mayRefresh: client.mayRefresh ? 'ja' : '',
    isFirstParty: client.isFirstParty ? 'ja' : '',
    version: String(client.version),
  }
}

/** Which client the form was about as it was read; what no page of ours says is never the one that holds. */
export const versionOf = ({ version }: Pick<TypedClient, 'version'>): number =>
  /^[0-9]{1,9}$/.test(version) ? Number(version) : 0

function emptied(): TypedClient {
  return Object.fromEntries(clientFields.map((field) => [field, ''])) as TypedClient
}
