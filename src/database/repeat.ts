import { setTimeout as wait } from 'node:timers/promises'

/** The first try and two more, so that a request still ends within its time. */
const triesAtMost = 3

/**
 * Runs a transaction again when PostgreSQL has ended it because of another one: by a deadlock, or because the two cannot
 * be put one after the other. All that it did is rolled back, and a transaction of ours does nothing outside itself, so
 * that it begins anew. Of two that met, each waits for a time of its own.
 */
export async function repeatOnConflict<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await transaction()
    } catch (error) {
      if (tries === triesAtMost || !isConflict(error)) throw error
    }
    await wait(tries * 20 + Math.random() * tries * 80)
  }
}

/** PostgreSQL, appendix A: 40001 serialization failure, 40P01 deadlock. */
const isConflict = (error: unknown): boolean =>
  error instanceof Error && /^(?:40001|40P01)$/.test(String((error as { code?: unknown }).code))
