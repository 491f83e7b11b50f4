import { withoutInvisible } from '../values/characters.js'
import type { AppContext } from '../context/app-context.js'
import { isInsideByName, type Called } from './inside.js'

/**
 * Which addresses are registered (security.md R-79, RFC 9700, 4.1.3): https, compared letter for letter, so without
 * anything that two programs read differently; http to this machine only where we ourselves are on http, as in the demo.
 */
export type AddressFault =
  | 'not-an-address'
  | 'not-https'
  | 'has-user'
  | 'has-fragment'
  | 'has-wildcard'
  /** Another spelling of what a browser would make of it: `/a/../b`, an upper-case host, `:443`. */
  | 'not-plain'
  /** Of an address that we call: it leads inside our own network. */
  | 'inside'

/** An address as it was typed or pasted, as it is kept: without what nobody sees, and nothing else is another letter. */
export function readAddress(typed: string): string {
  return withoutInvisible(typed).trim()
}

/** Addresses that stand on a line each; none is there twice. */
export function readAddresses(typed: string): readonly string[] {
  const lines = typed.split(/[\r\n\v\f\u0085\u2028\u2029]/u).map(readAddress)
  return [...new Set(lines.filter((line) => line !== ''))]
}

/** The first thing that is wrong with it, in the order in which one would look. */
export function addressFault(context: Pick<AppContext, 'issuer'>, address: string): AddressFault | undefined {
  if (address.length > 500 || /[^\x21-\x7e]|["'<>\\^`{|}]/.test(address)) return 'not-an-address'
  if (!URL.canParse(address)) return 'not-an-address'
  const url = new URL(address)
  if (url.protocol !== 'https:' && !isLoopbackOfDemo(context, url)) return 'not-https'
  if (url.username !== '' || url.password !== '' || /^https?:\/\/[^/?#]*@/i.test(address)) return 'has-user'
  if (address.includes('#')) return 'has-fragment'
  if (address.includes('*')) return 'has-wildcard'
  if (isSpeltOtherwise(address, url)) return 'not-plain'
  return undefined
}

/** The same of an address that we ourselves call. */
export function calledAddressFault(called: Called, address: string): AddressFault | undefined {
  const fault = addressFault(called, address)
  return fault ?? (isInsideByName(called, new URL(address).hostname) ? 'inside' : undefined)
}

const isLoopbackOfDemo = ({ issuer }: Pick<AppContext, 'issuer'>, { protocol, hostname }: URL): boolean =>
  protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname) && issuer.startsWith('http:')

/** An address without a path may do without its slash; no other letter may differ, and no letter may hide. */
const isSpeltOtherwise = (address: string, { href, pathname }: URL): boolean =>
  (href !== address && href !== `${address}/`) || /%(?:2e|2f|5c|00)/i.test(address) || pathname.includes('//')
