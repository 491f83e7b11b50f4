import { availableParallelism } from 'node:os'
import type { Policy } from '../../config/policy.js'

/** For files, the look-up of names and compression, while every place at the hashing gate is taken. */
const besideHashing = 4

/**
 * Passwords are hashed on libuv's threads, four unless it is told otherwise, and so is much else: without threads of
 * its own, the rest would stand still while many sign in. Told before the first thread is asked for, or never.
 */
export function widenThreadPool(environment: NodeJS.ProcessEnv, { concurrency }: Policy['hashing']): void {
  environment['UV_THREADPOOL_SIZE'] ??= String((concurrency || availableParallelism()) + besideHashing)
}
