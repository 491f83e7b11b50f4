import OidcProvider from 'oidc-provider'
import { sourcesOf } from '../values/network.js'
import { fromWithin, type Origin } from '../context/origin.js'

/** Where the request that the provider is at work on came from. */
export function currentRequestOrigin(): Origin {
  const ctx = OidcProvider.ctx
  if (ctx === undefined) return fromWithin('oidc')
  return { address: String(ctx.state['address']), requestId: String(ctx.state['requestId']) }
}

/** As source limits count it: one IPv4 address, or the /64 of IPv6. */
export function sourceOf({ address }: Origin): string {
  return sourcesOf(address).address
}
