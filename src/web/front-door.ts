import { BlockList, isIP } from 'node:net'
import type { IncomingMessage } from 'node:http'

/** Rewrites what a request says about itself, so that everything behind the door may believe it. */
export type FrontDoor = (request: IncomingMessage) => void

/**
 * Host and scheme are always the issuer's: no header of a stranger can turn an address of ours (RFC 9110, 7.2).
 * The client's address is the last one in X-Forwarded-For that is not a trusted proxy, read only when the peer is one.
 * @param trusted addresses or networks (`10.0.0.0/8`) of our own proxies
 */
export function frontDoor(issuer: string, trusted: readonly string[]): FrontDoor {
  const { host, protocol } = new URL(issuer)
  const proxies = blockList(trusted)
  return (request) => {
    const address = clientAddress(request, proxies)
    for (const name of Object.keys(request.headers)) {
      if (name === 'forwarded' || name.startsWith('x-forwarded-')) delete request.headers[name]
    }
    request.headers.host = host
    request.headers['x-forwarded-proto'] = protocol.slice(0, -1)
    request.headers['x-forwarded-for'] = address
    if (request.url !== undefined && !request.url.startsWith('/')) request.url = pathOf(request.url)
  }
}

const clientAddress = (request: IncomingMessage, proxies: BlockList): string => {
  const peer = plain(request.socket.remoteAddress ?? '')
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',')
  const hops = [...forwarded.split(',').map((hop) => plain(hop.trim())), peer].filter((hop) => hop !== '')
  for (const hop of hops.toReversed()) {
    if (isIP(hop) === 0) return peer
    if (!isTrusted(proxies, hop)) return hop
  }
  return peer
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
