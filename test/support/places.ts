/** What ends, and can be told what to do then: a test of ava's, or a program's run. */
interface Lifetime {
  readonly teardown: (end: () => void) => void
}

const waiting: (() => void)[] = []
const placed = new WeakSet<object>()
let free = 4

/**
 * At most four houses of one file stand at once: each has a database, a queue and a dozen connections, and more of
 * them only wait for one another. A test that has a place already may open a second house.
 */
export async function takePlace(t: Lifetime): Promise<void> {
  if (placed.has(t)) return
  placed.add(t)
  if (free === 0) await new Promise<void>((resolve) => void waiting.push(resolve))
  else free -= 1
  t.teardown(() => {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  })
}
