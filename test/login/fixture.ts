import { createAccount } from '../../src/accounts/create-account.js'
import { storePassword } from '../../src/accounts/set-password.js'
import { fromWithin } from '../../src/context/origin.js'
import type { Origin } from '../../src/context/origin.js'
import type { Db } from '../../src/database/database.js'
import { signIn } from '../../src/login/sign-in.js'
import { hashingGate, type Hashing } from '../../src/context/hashing.js'
import type { AppContext } from '../../src/context/app-context.js'
import { testContext, type TestContextOptions } from '../support/context.js'

export const password = 'Vintern kom tidigt 2026'
export const from: Origin = { address: '192.0.2.10', requestId: 'test' }

/** Somebody with an account, a password and an address. The number is only to be unlike the others'. */
export async function person(
  db: Db,
  context: AppContext,
  username: string,
  chosen: string | null = password,
): Promise<string> {
  const hashed = chosen === null ? undefined : await context.hashing.hash(chosen)
  return await db.transaction().execute(async (trx) => {
    const created = await createAccount(trx, {
      person: {
        personalIdentityNumber: `19${String(Math.floor(Math.random() * 1e10)).padStart(10, '0')}`,
        givenName: 'Prov',
        familyName: 'Provsson',
        email: `${encodeURIComponent(username).replaceAll('%', '')}@example.se`,
      },
      username,
      from: fromWithin('test'),
    })
    if (created.kind !== 'created') throw new Error(created.kind)
    if (hashed !== undefined) await storePassword(trx, created.accountId, hashed)
    return created.accountId
  })
}

/** A context whose gate counts how many passwords were compared with a stored hash, and how many with the decoy. */
export function countingContext(given: TestContextOptions = {}): {
  readonly context: AppContext
  readonly compared: Compared
} {
  const compared: Compared = { real: 0, decoy: 0 }
  const plain = testContext(given)
  const gate = hashingGate(plain.policy.hashing, plain.keys)
  const counted =
    (matches: Hashing['matches']): Hashing['matches'] =>
    async (stored, typed) => {
      compared[stored === undefined ? 'decoy' : 'real'] += 1
      return await matches(stored, typed)
    }
  const hashing: Hashing = {
    ...gate,
    matches: counted(gate.matches),
    keepPlace: () => {
      const place = gate.keepPlace()
      return place && { ...place, matches: counted(place.matches) }
    },
  }
  return { context: { ...plain, hashing }, compared }
}

export interface Compared {
  real: number
  decoy: number
}

/** Types a name and a password at sign-in. */
export async function tries(db: Db, context: AppContext, username: string, typed = 'fel lösenord') {
  return await signIn(db, context, { username, password: typed, from })
}

/** The first so many wrong attempts. */
export async function wrong(db: Db, context: AppContext, username: string, times: number) {
  const outcomes = []
  for (let turn = 0; turn < times; turn += 1) outcomes.push(await tries(db, context, username))
  return outcomes
}

export async function events(owner: Db): Promise<string[]> {
  const rows = await owner.selectFrom('audit_event').select('kind').orderBy('seq').execute()
  return rows.map(({ kind }) => kind)
}

/** Something happens between the comparison and the transaction. */
export const meanwhile = (context: AppContext, happens: () => Promise<void>): AppContext => ({
  ...context,
  hashing: {
    ...context.hashing,
    keepPlace: () => {
      const place = context.hashing.keepPlace()
      if (place === undefined) return undefined
      return {
        ...place,
        matches: async (stored, typed) => {
          const isRight = await place.matches(stored, typed)
          await happens()
          return isRight
        },
      }
    },
  },
})
