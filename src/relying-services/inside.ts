import { BlockList, isIP } from 'node:net'
import type { AppContext } from '../context/app-context.js'

/**
 * Which addresses are inside our network, where a relying service that is called could be anything: loopback, private,
 * link-local (with the metadata of a cloud), shared, IPv4 in IPv6, and what the registries of special-purpose addresses
 * hold besides (RFC 6890). The agency names its own that may be called; the demo may call this machine.
 */
export type Called = Pick<AppContext, 'issuer' | 'callable'>

/** By name, at registration: the addresses that it may lead to are judged when it is called. */
export function isInsideByName(called: Called, hostname: string): boolean {
  if (isNamed(called, hostname)) return false
  const address = hostname.replaceAll(/[[\]]/g, '')
  if (isIP(address) !== 0) return isInsideAddress(called, address)
  const name = hostname.replace(/\.$/, '')
  return !name.includes('.') || innerNames.some((end) => name.endsWith(end))
}

/** An address that a name leads to. */
export function isInside(called: Called, hostname: string, address: string): boolean {
  return !isNamed(called, hostname) && isInsideAddress(called, address)
}

const isInsideAddress = (called: Called, address: string): boolean => {
  const [family, inner] = isIP(address) === 6 ? (['ipv6', innerOfSix] as const) : (['ipv4', innerOfFour] as const)
  return isIP(address) === 0 || (inner.check(address, family) && !networksOf(called).check(address, family))
}

/** Whole, or with a dot before it for all below it. */
const isNamed = ({ callable = [], issuer }: Called, hostname: string): boolean =>
  callable.some((entry) => entry === hostname || (entry.startsWith('.') && hostname.endsWith(entry))) ||
  (hostname === 'localhost' && isDemo(issuer))

const isDemo = (issuer: string) => issuer.startsWith('http:')

const networksOf = ({ callable = [], issuer }: Called): BlockList => {
  const networks = callable.filter((entry) => isIP(entry.split('/')[0] ?? '') !== 0)
  return blockList(isDemo(issuer) ? [...networks, '127.0.0.0/8', '::1/128'] : networks)
}

const innerNames = ['.localhost', '.local', '.internal', '.intranet', '.lan', '.corp', '.home', '.home.arpa']

const blockList = (networks: readonly string[]): BlockList => {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const isSix = isIP(address) === 6
    list.addSubnet(address, Number(bits ?? (isSix ? 128 : 32)), isSix ? 'ipv6' : 'ipv4')
  }
  return list
}

// A list each: a BlockList finds every IPv4 address in the network of the mapped ones.
const innerOfFour = blockList([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
])
const innerOfSix = blockList([
  // IPv4 inside IPv6: compatible, mapped, translated and 6to4; whoever means the IPv4 address has it.
  '::/96',
  '::ffff:0:0/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '2002::/16',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/9',
  'ff00::/8',
])
