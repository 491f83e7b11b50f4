import { availableParallelism } from 'node:os'
import { randomBytes } from 'node:crypto'
import argon2 from 'argon2'
import type { Policy } from '../../config/policy.js'
import type { KeyRing } from './keys.js'
import { Queue } from './queue.js'

/**
 * One gate before all password hashing: as many at once as there are cores, a bounded queue in the order of arrival,
 * and no more (security.md 4). Argon2id with a pepper that the database never sees; the hash tells its parameters,
 * the row beside it tells which pepper. Passwords are compared in Unicode's form NFKC, whoever typed them.
 */
export interface Hashing {
  /** The PHC string of a new hash, with the id of the pepper key it needs. */
  readonly hash: (password: string) => Promise<HashedPassword>
  /** Compares with a stored hash; undefined compares with a decoy of equal cost and answers false. */
  readonly matches: (stored: HashedPassword | undefined, password: string) => Promise<boolean>
  /** True when the hash was made with other parameters than today's, or with an older pepper. */
  readonly isOld: (stored: HashedPassword) => boolean
  /** False when its pepper is not known here: whatever is typed, nobody can tell whether it is right. */
  readonly canJudge: (stored: HashedPassword) => boolean
  /** True when there is room: ask before an attempt is counted. */
  readonly hasRoom: () => boolean
  /** A place kept in the queue, so that an attempt which is counted is also compared; undefined when full. */
  readonly keepPlace: () => Place | undefined
  /** For the metrics. */
  readonly load: () => HashingLoad
  /** Whoever waits is turned away and nobody more comes in; what runs is finished. */
  readonly close: () => void
}

/** To be left in any case, also after it was used. */
export interface Place {
  readonly hash: Hashing['hash']
  readonly matches: Hashing['matches']
  readonly leave: () => void
}

export interface HashingLoad {
  readonly running: number
  /** Waiting, or with a place kept. */
  readonly waiting: number
  /** Turned away since the start. */
  readonly refused: number
  /** Compared with a decoy since the start, because the pepper of the stored hash is not configured. */
  readonly withoutPepper: number
}

export interface HashedPassword {
  readonly hash: string
  readonly pepperId: string
}

/** The queue is full. Nothing was counted or changed. */
export class HashingFull extends Error {
  override readonly name = 'HashingFull'
}

const saltBytes = 16
const tagBytes = 32

export function hashingGate(policy: Policy['hashing'], keys: KeyRing): Hashing {
  const costs = { memoryCost: policy.memoryKibibytes, timeCost: policy.passes, parallelism: policy.lanes }
  const line = new Queue({
    atOnce: policy.concurrency || availableParallelism(),
    inLine: policy.waiting,
    refusal: () => new HashingFull('Too many passwords are being hashed.'),
  })
  const decoy = decoyHash(policy)
  let withoutPepper = 0

  const hash = async (password: string): Promise<HashedPassword> => {
    const { id, bytes } = keys.newest('pepper')
    const made = await argon2.hash(password.normalize('NFKC'), {
      ...costs,
      type: argon2.argon2id,
      hashLength: tagBytes,
      salt: randomBytes(saltBytes),
      secret: bytes,
    })
    return { hash: made, pepperId: id }
  }
  const matches = async (stored: HashedPassword | undefined, password: string): Promise<boolean> => {
    const pepper = stored && keys.withId('pepper', stored.pepperId)
    if (stored !== undefined && pepper === undefined) withoutPepper += 1
    const isReal = stored !== undefined && pepper !== undefined
    const secret = (pepper ?? keys.newest('pepper')).bytes
    const isEqual = await argon2.verify(isReal ? stored.hash : decoy, password.normalize('NFKC'), { secret })
    return isReal && isEqual
  }

  return {
    hash: async (password) => await line.run(() => hash(password)),
    matches: async (stored, password) => await line.run(() => matches(stored, password)),
    isOld: ({ hash, pepperId }) => keys.age(pepperId) === 'older' || argon2.needsRehash(hash, costs),
    canJudge: ({ pepperId }) => keys.withId('pepper', pepperId) !== undefined,
    hasRoom: () => line.hasRoom(),
    keepPlace: () => {
      const place = line.keepPlace()
      if (place === undefined) return undefined
      return {
        hash: async (password) => await place.run(() => hash(password)),
        matches: async (stored, password) => await place.run(() => matches(stored, password)),
        leave: place.leave,
      }
    },
    load: () => ({ ...line.load(), withoutPepper }),
    close: () => line.close(),
  }
}

/** A hash that no password has: its tag is drawn, not computed. It costs what a real one costs. */
const decoyHash = ({ memoryKibibytes, passes, lanes }: Policy['hashing']) => {
  const drawn = (size: number) => randomBytes(size).toString('base64').replaceAll('=', '')
  return `$argon2id$v=19$m=${memoryKibibytes},t=${passes},p=${lanes}$${drawn(saltBytes)}$${drawn(tagBytes)}`
}
