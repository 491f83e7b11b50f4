import type { ExecutionContext } from 'ava'
import type { Lifetime } from './database.js'

/** What costs much to open, opened once for those tests of a file that do not disturb one another in it. */
export function shared<T>(open: (lifetime: Lifetime) => Promise<T>): (t: ExecutionContext) => Promise<T> {
  let users = 0
  let opened: Opened<T> | undefined
  const close = async () => {
    if (users > 0 || opened === undefined) return
    const { closings } = opened
    opened = undefined
    for (const closing of closings.toReversed()) await closing()
  }
  return async (t) => {
    users += 1
    t.teardown(() => {
      users -= 1
      // It waits a moment for the file's next test before it goes.
      setTimeout(() => void close(), 500)
    })
    opened ??= opening(open)
    return await opened.thing
  }
}

interface Opened<T> {
  readonly thing: Promise<T>
  readonly closings: readonly (() => unknown)[]
}

const opening = <T>(open: (lifetime: Lifetime) => Promise<T>): Opened<T> => {
  const closings: (() => unknown)[] = []
  return { thing: open({ teardown: (closing) => void closings.push(closing) }), closings }
}
