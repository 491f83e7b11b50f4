/** One turn of the event loop: for so long nobody else is answered. Both in milliseconds. */
export interface Turn {
  /** What this thread computed: a machine that is busy with other work adds nothing to it. */
  readonly processor: number
  readonly clock: number
}

/** The turn with the most work while it is done, all of this thread's work included: the client's, and garbage collection. */
export async function longestTurn(act: () => Promise<unknown>): Promise<Turn> {
  await pause()
  let longest: Turn = { processor: 0, clock: 0 }
  let before = look()
  const measure = () => {
    const now = look()
    const turn = { processor: now.processor - before.processor, clock: now.clock - before.clock }
    if (turn.processor > longest.processor) longest = turn
    before = now
    if (!isOver) setImmediate(measure)
  }
  let isOver = false
  setImmediate(measure)
  await act()
  await pause()
  isOver = true
  return longest
}

const look = (): Turn => {
  const { user, system } = process.threadCpuUsage()
  return { processor: (user + system) / 1_000, clock: performance.now() }
}

const pause = async () => await new Promise((resolve) => void setTimeout(resolve, 20))
