import { AsyncLocalStorage } from 'node:async_hooks'
import type { Transaction } from 'kysely'
import type { Database } from './schema.js'

/** How a transaction ended that threw nothing. */
export interface Ended<T> {
  readonly answer: T
  /** False when all that it did is undone. */
  readonly isKept: boolean
}

/** Begins a transaction; what is given runs in it first. */
export type Begin<T> = (first?: (trx: Transaction<Database>) => Promise<void>) => Promise<Ended<T>>

/** Decides what runs first in the transactions that an act begins. */
export type Guard = <T>(begin: Begin<T>) => Promise<T>

const guards = new AsyncLocalStorage<Guard>()

/** Every transaction that the act begins goes by the guard. */
export async function guarded<T>(guard: Guard, act: () => Promise<T>): Promise<T> {
  return await guards.run(guard, act)
}

/**
 * A transaction that stands whatever becomes of the act, such as the record that something was looked up. The guard is
 * for the act's own.
 */
export async function besideTheAct<T>(note: () => Promise<T>): Promise<T> {
  return await guards.exit(note)
}

/** The one way to begin a transaction (database.ts, all-or-none.ts). */
export async function beginTransaction<T>(begin: Begin<T>): Promise<T> {
  const guard = guards.getStore()
  return guard === undefined ? (await begin()).answer : await guard(begin)
}
