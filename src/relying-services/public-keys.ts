import { createPublicKey } from 'node:crypto'
import { withoutInvisible } from '../values/characters.js'
import type { KeySet, PublicKey } from './client.js'

/** What is wrong with a pasted key set; `key` counts from one. */
export type KeyFault =
  | { readonly kind: 'not-json' }
  | { readonly kind: 'no-keys' }
  | { readonly kind: 'too-many' }
  /** It holds what nobody but its owner may have: the key is to be thrown away. */
  | { readonly kind: 'private'; readonly key: number }
  | { readonly kind: 'unusable'; readonly key: number }
  | { readonly kind: 'too-weak'; readonly key: number }
  | { readonly kind: 'same-name'; readonly key: number }

export type ReadKeys =
  | { readonly kind: 'read'; readonly publicKeys: KeySet }
  | { readonly kind: 'faulty'; readonly fault: KeyFault }

const atMost = 5

/**
 * Public keys as JSON Web Keys (RFC 7517): a set, or a single key. ES256 with P-256, or RS256 with 2048 bits or more:
 * what the provider can check a client's assertion with. Only what a public key consists of is kept.
 */
export function readPublicKeys(text: string): ReadKeys {
  const told = parsed(text)
  if (told === undefined) return faulty({ kind: 'not-json' })
  const members = membersOf(told)
  if (members.length === 0) return faulty({ kind: 'no-keys' })
  if (members.length > atMost) return faulty({ kind: 'too-many' })
  const keys: PublicKey[] = []
  for (const [place, member] of members.entries()) {
    const key = place + 1
    if (privateParts.some((part) => part in member)) return faulty({ kind: 'private', key })
    const strength = strengthOf(member)
    if (strength === undefined) return faulty({ kind: 'unusable', key })
    if (strength === 'weak') return faulty({ kind: 'too-weak', key })
    const plain = publicPart(member)
    if (keys.some(({ kid }) => kid === plain['kid'])) return faulty({ kind: 'same-name', key })
    keys.push(plain)
  }
  return { kind: 'read', publicKeys: { keys } }
}

type Member = Readonly<Record<string, unknown>>

const faulty = (fault: KeyFault): ReadKeys => ({ kind: 'faulty', fault })
const privateParts = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv']

const parsed = (text: string): Member | undefined => {
  try {
    const told: unknown = JSON.parse(withoutInvisible(text).replaceAll(/\p{Zs}/gu, ' '))
    return isObject(told) ? told : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** A single key stands for a set of one. */
const membersOf = (told: Member): readonly Member[] => {
  if ('kty' in told) return [told]
  return Array.isArray(told['keys']) ? told['keys'].filter(isObject) : []
}

const isObject = (told: unknown): told is Member => typeof told === 'object' && told !== null && !Array.isArray(told)

/** Undefined when it is no key that we can check with. */
const strengthOf = (member: Member): 'strong' | 'weak' | undefined => {
  const { kty, alg, use, kid } = member
  if (use !== undefined && use !== 'sig') return undefined
  if (kid !== undefined && (typeof kid !== 'string' || kid === '' || kid.length > 200)) return undefined
  const isElliptic = kty === 'EC' && member['crv'] === 'P-256' && (alg ?? 'ES256') === 'ES256'
  const isRsa = kty === 'RSA' && (alg ?? 'RS256') === 'RS256'
  if (!isElliptic && !isRsa) return undefined
  try {
    const { modulusLength = 0 } = createPublicKey({ key: { ...member }, format: 'jwk' }).asymmetricKeyDetails ?? {}
    return isRsa && modulusLength < 2048 ? 'weak' : 'strong'
  } catch {
    // Numbers that make no key; what exactly is wrong with them is of no help to anybody.
    return undefined
  }
}

const publicPart = (member: Member): PublicKey => {
  const isRsa = member['kty'] === 'RSA'
  const numbers = isRsa ? { n: member['n'], e: member['e'] } : { crv: 'P-256', x: member['x'], y: member['y'] }
  const named = member['kid'] === undefined ? {} : { kid: member['kid'] }
  return { kty: isRsa ? 'RSA' : 'EC', ...numbers, ...named, use: 'sig', alg: isRsa ? 'RS256' : 'ES256' }
}
