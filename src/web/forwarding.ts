import { BlockList, isIP } from 'node:net'
import type { IncomingMessage } from 'node:http'

/** Rewrites what a request says about itself, so that everything behind it may believe it. */
export type Forwarding = (request: IncomingMessage) => void

/** In place of an address that could not be read (RFC 7239, 6.2). No limit rests on it: it may be anybody's. */
export const unknownAddress = 'unknown'

export interface Proxies {
  /** Addresses or networks (`10.0.0.0/8`) of our own proxies. */
  readonly trusted: readonly string[]
  /** Called when a trusted proxy does not say who the client is: at once, then hourly while it goes on, with how often. */
  readonly onUnreadable?: (received: string, times: number) => void
  /** A clock in milliseconds that only goes forwards. */
  readonly clock?: () => number
}

/**
 * Host and scheme are always the issuer's: no header of a stranger can turn an address of ours (RFC 9110, 7.2).
 * The client's address is the last one in X-Forwarded-For that is not a trusted proxy, read only when the peer is one;
 * the first, where all of them are. What cannot be read becomes nobody's address, never the proxy's.
 */
export function forwarding(
  issuer: string,
  { trusted, onUnreadable, clock = () => performance.now() }: Proxies,
): Forwarding {
  const { host, protocol } = new URL(issuer)
  const proxies = blockList(trusted)
  let times = 0
  let saidAt = -Infinity
  return (request) => {
    const address = clientAddress(request, proxies) ?? unknownAddress
    if (address === unknownAddress) {
      times += 1
      if (clock() - saidAt >= anHour) {
        onUnreadable?.(forwardedFor(request), times)
        times = 0
        saidAt = clock()
      }
    }
    for (const name of Object.keys(request.headers)) {
      if (name === 'forwarded' || name.startsWith('x-forwarded-')) delete request.headers[name]
    }
    request.headers.host = host
    request.headers['x-forwarded-proto'] = protocol.slice(0, -1)
    request.headers['x-forwarded-for'] = address
    if (request.url !== undefined && !request.url.startsWith('/')) request.url = pathOf(request.url)
  }
}

const anHour = 3_600_000

const clientAddress = (request: IncomingMessage, proxies: BlockList): string | undefined => {
  const peer = plain(request.socket.remoteAddress ?? '')
  if (isIP(peer) === 0 || !isTrusted(proxies, peer)) return peer
  let first: string | undefined
  for (const hop of forwardedFor(request).split(',').toReversed()) {
    if (hop.trim() === '') continue
    const address = addressIn(hop.trim())
    if (address === undefined || !isTrusted(proxies, address)) return address
    first = address
  }
  return first
}

const forwardedFor = ({ headers }: IncomingMessage): string => [headers['x-forwarded-for'] ?? []].flat().join(',')

/** `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1`, `[2001:db8::1]`, `[2001:db8::1]:4711`, and each in quotation marks. */
const addressIn = (hop: string): string | undefined => {
  const node = /^"(.*)"$/.exec(hop)?.[1] ?? hop
  const { bracketed, v4 } = /^(?:\[(?<bracketed>[^\]]+)\]|(?<v4>[\d.]+))(?::\d{1,5})?$/.exec(node)?.groups ?? {}
  const address = plain(bracketed ?? v4 ?? node)
  return isIP(address) === 0 ? undefined : address
}

const blockList = (trusted: readonly string[]): BlockList => {
  const list = new BlockList()
  for (const entry of trusted) {
    const [address = '', bits] = entry.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    if (bits !== undefined) list.addSubnet(address, Number(bits), family)
  }
  return list
}

const isTrusted = (proxies: BlockList, address: string) => proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** Node writes an IPv4 peer on a dual-stack socket as ::ffff:192.0.2.1. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '')

const pathOf = (absolute: string): string => {
  const url = URL.canParse(absolute) ? new URL(absolute) : undefined
  return url === undefined ? '/' : `${url.pathname}${url.search}`
}
