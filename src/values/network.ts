import { isIP } from 'node:net'

/** What a source limit counts together: /32 and /24 of IPv4; /64 and /48 of IPv6, where one line has a /64 of its own. */
export interface Sources {
  readonly address: string
  readonly network: string
}

export function sourcesOf(address: string): Sources {
  if (isIP(address) === 4) return { address, network: `${address.split('.').slice(0, 3).join('.')}.0/24` }
  if (isIP(address) === 0) return { address, network: `${address}/*` }
  const groups = expanded(address)
  return { address: `${groups.slice(0, 4).join(':')}::/64`, network: `${groups.slice(0, 3).join(':')}::/48` }
}

/** The part of an address that a whole network shares: enough to know one's own again, and no more. */
export function networkPart(address: string): string | undefined {
  if (isIP(address) === 0) return undefined
  const [network = ''] = sourcesOf(address).network.split('/')
  return network.replace(/\.0$|::$/, '')
}

/** All groups written out in the one way, so that an address written in another way is the same source. */
const expanded = (address: string): string[] => {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right]
  return groups.map((group) => (group.includes('.') ? group : Number.parseInt(group, 16).toString(16)))
}
