import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** What a key is for. Each purpose has a key of its own, so that none can be used in another's place. */
export type Purpose = 'pepper' | 'name' | 'source' | 'one-time-password' | 'cookie' | 'form' | 'stored-secret' | 'demo'

export interface Key {
  /** Tells which master secret the key came from; no secret itself. */
  readonly id: string
  readonly bytes: Buffer
}

/** The keys of the service, all derived from the master secrets (HKDF-SHA-256, RFC 5869), newest secret first. */
export interface KeyRing {
  readonly newest: (purpose: Purpose) => Key
  /** A pepper also when its secret has been dropped and the pepper was kept. */
  readonly withId: (purpose: Purpose, id: string) => Key | undefined
  readonly all: (purpose: Purpose) => readonly Key[]
  /** Names the master secrets that are configured, newest first. */
  readonly ids: readonly [string, ...string[]]
  /** Whether a secret was the newest before ours was, or after: two nodes with different newest secrets agree on it. */
  readonly age: (id: string) => 'older' | 'newer' | undefined
  /** Whether something that people type cannot be compared here, since its secret is gone: read at the start. */
  readonly lacksSecrets: () => boolean
  /** What the database knows of the master secrets, read at the start. */
  readonly learn: (learned: Learned) => void
}

export interface Learned {
  readonly older: readonly string[]
  readonly newer: readonly string[]
  /** Of secrets that are not configured any more. */
  readonly peppers: readonly Key[]
  readonly lacksSecrets?: boolean
}

/** What is asked for needs a master secret that this node does not have: another may, so nobody is judged by it. */
export class SecretUnknown extends Error {
  override readonly name = 'SecretUnknown'

  constructor(secretId: string) {
    super(`The master secret ${secretId} is needed, and is not in PORTVAKT_SECRET.`)
  }
}

/** @throws RangeError when there is no secret. */
export function keyRing(masterSecrets: readonly string[]): KeyRing {
  const [first, ...others] = masterSecrets
  if (first === undefined) throw new RangeError('A key ring needs at least one master secret.')
  const ids = [identify(first), ...others.map(identify)] as const
  const made = new Map<string, Key>()
  const keyOf = (secret: string, purpose: Purpose): Key => {
    const name = `${purpose}/${secret}`
    const key = made.get(name) ?? { id: identify(secret), bytes: derive(secret, purpose) }
    made.set(name, key)
    return key
  }
  let learned: Learned = { older: ids.slice(1), newer: [], peppers: [] }
  return {
    newest: (purpose) => keyOf(first, purpose),
    all: (purpose) => masterSecrets.map((secret) => keyOf(secret, purpose)),
    withId: (purpose, id) => {
      const secret = masterSecrets[ids.indexOf(id)]
      if (secret !== undefined) return keyOf(secret, purpose)
      return purpose === 'pepper' ? learned.peppers.find((pepper) => pepper.id === id) : undefined
    },
    ids,
    age: (id) => {
      if (learned.older.includes(id)) return 'older'
      return learned.newer.includes(id) ? 'newer' : undefined
    },
    lacksSecrets: () => learned.lacksSecrets === true,
    learn: (given) => void (learned = given),
  }
}

/** HMAC-SHA-256, RFC 2104. */
export function keyedDigest(key: Key, text: string): Buffer {
  return createHmac('sha256', key.bytes).update(text, 'utf8').digest()
}

/** SHA-256 of an identifier that is a secret in itself, such as a session cookie's value: what our tables hold. */
export function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest()
}

/** Encrypts for storage: AES-256-GCM (NIST SP 800-38D), a fresh 96-bit nonce; the key's id stands in front. */
export function seal(keys: KeyRing, plaintext: string): string {
  const { id, bytes } = keys.newest('stored-secret')
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', bytes, nonce).setAAD(Buffer.from(id))
  const sealed = Buffer.concat([nonce, cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `${id}.${sealed.toString('base64url')}`
}

/**
 * @throws SecretUnknown when its master secret is not configured
 * @throws Error when the text has been changed
 */
export function unseal(keys: KeyRing, sealed: string): string {
  const [id = '', body = ''] = sealed.split('.')
  const key = keys.withId('stored-secret', id)
  if (key === undefined) throw new SecretUnknown(id)
  const bytes = Buffer.from(body, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, 12)).setAAD(Buffer.from(id))
  decipher.setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
}

/**
 * Sealed under the newest secret what another one sealed; undefined when it stays as it is, so that two nodes with
 * different newest secrets do not take turns.
 */
export function sealedAnew(keys: KeyRing, sealed: string): string | undefined {
  const id = secretOf(sealed)
  const isLeft = id === keys.ids[0] || keys.age(id) === 'newer' || !keys.ids.includes(id)
  return isLeft ? undefined : seal(keys, unseal(keys, sealed))
}

/** Names the master secret that it needs. */
export const secretOf = (sealed: string): string => sealed.split('.')[0] ?? ''

const derive = (secret: string, purpose: string) =>
  Buffer.from(hkdfSync('sha256', secret, 'portvakt', `portvakt/${purpose}`, 32))
const identify = (secret: string) => derive(secret, 'key-id').subarray(0, 4).toString('hex')
