import { isServiceCode } from '../permissions/configured/service.js'
import { addressFault, calledAddressFault, type AddressFault } from './addresses.js'
import type { Registration } from './client.js'
import type { Called } from './inside.js'

/** What must be mended before a registration can stand, each with the part it is about. */
export type Fault =
  | { readonly field: 'nameSv' | 'nameEn'; readonly what: 'name' }
  | { readonly field: AddressField; readonly what: AddressFault; readonly address: string }
  | { readonly field: 'redirectUris'; readonly what: 'none' }
  | { readonly field: 'redirectUris' | 'postLogoutRedirectUris'; readonly what: 'too-many' }
  | { readonly field: 'services'; readonly what: 'services' }
  | { readonly field: 'publicKeys'; readonly what: 'keys-missing' }

export type AddressField = 'homeUri' | 'redirectUris' | 'postLogoutRedirectUris' | 'backchannelLogoutUri'

const mostAddresses = 20

/** All of them at once, in the order of the form. */
export function faultsIn(context: Called, registration: Registration): readonly Fault[] {
  const { name, homeUri, redirectUris, postLogoutRedirectUris, backchannelLogoutUri } = registration
  const toTell = backchannelLogoutUri === undefined ? [] : [backchannelLogoutUri]
  const wrong = (field: AddressField, addresses: readonly string[], faultOf = addressFault): readonly Fault[] =>
    addresses.flatMap((address) => {
      const what = faultOf(context, address)
      return what === undefined ? [] : [{ field, what, address }]
    })
  return [
    ...(isName(name.sv) ? [] : [{ field: 'nameSv', what: 'name' } as const]),
    ...(isName(name.en) ? [] : [{ field: 'nameEn', what: 'name' } as const]),
    ...wrong('homeUri', [homeUri]),
    ...(redirectUris.length === 0 ? [{ field: 'redirectUris', what: 'none' } as const] : []),
    ...tooMany('redirectUris', redirectUris),
    ...wrong('redirectUris', redirectUris),
    ...tooMany('postLogoutRedirectUris', postLogoutRedirectUris),
    ...wrong('postLogoutRedirectUris', postLogoutRedirectUris),
    ...wrong('backchannelLogoutUri', toTell, calledAddressFault),
    ...(areServices(registration.services) ? [] : [{ field: 'services', what: 'services' } as const]),
    ...(hasItsKeys(registration) ? [] : [{ field: 'publicKeys', what: 'keys-missing' } as const]),
  ]
}

const isName = (name: string): boolean => /^[^\p{C}]{1,100}$/u.test(name) && name.trim() === name

const tooMany = (field: 'redirectUris' | 'postLogoutRedirectUris', { length }: readonly string[]): readonly Fault[] =>
  length > mostAddresses ? [{ field, what: 'too-many' }] : []

/** At least one: who may do nothing there has nothing to sign in for. */
const areServices = (services: readonly string[]): boolean => services.length > 0 && services.every(isServiceCode)

const hasItsKeys = ({ authMethod, publicKeys }: Registration): boolean =>
  authMethod !== 'private_key_jwt' || (publicKeys !== undefined && publicKeys.keys.length > 0)
