/** So many at once, so many more in line in the order they came, and the rest turned away. */
export class Queue {
  readonly #atOnce: number
  readonly #inLine: number
  readonly #refusal: () => Error
  readonly #line: Waiting[] = []
  #running = 0
  #kept = 0
  #refused = 0
  #isClosed = false

  constructor(limits: { readonly atOnce: number; readonly inLine: number; readonly refusal: () => Error }) {
    this.#atOnce = limits.atOnce
    this.#inLine = limits.inLine
    this.#refusal = limits.refusal
  }

  hasRoom(): boolean {
    return !this.#isClosed && this.#running + this.#line.length + this.#kept < this.#atOnce + this.#inLine
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (!this.hasRoom()) throw this.#turnAway()
    return await this.#admit(work)
  }

  /** A place in line for work that is not ready yet; undefined when there is none. */
  keepPlace(): KeptPlace | undefined {
    if (!this.hasRoom()) {
      this.#refused += 1
      return undefined
    }
    this.#kept += 1
    let isKept = true
    const leave = () => {
      if (isKept) this.#kept -= 1
      isKept = false
    }
    const run = async <T>(work: () => Promise<T>): Promise<T> => {
      if (!isKept || this.#isClosed) throw this.#turnAway()
      leave()
      return await this.#admit(work)
    }
    return { run, leave }
  }

  load(): { readonly running: number; readonly waiting: number; readonly refused: number } {
    return { running: this.#running, waiting: this.#line.length + this.#kept, refused: this.#refused }
  }

  /** Whoever waits is turned away and nobody more comes in; what runs is finished. */
  close(): void {
    this.#isClosed = true
    for (const waiting of this.#line.splice(0)) waiting.refuse()
  }

  async #admit<T>(work: () => Promise<T>): Promise<T> {
    await this.#slot()
    try {
      return await work()
    } finally {
      this.#running -= 1
      this.#line.shift()?.start()
    }
  }

  /** The slot is taken by whoever frees it for the next in line, so that nobody slips in between. */
  async #slot(): Promise<void> {
    if (this.#running < this.#atOnce) {
      this.#running += 1
      return
    }
    await new Promise<void>((resolve, reject) => {
      const start = () => {
        this.#running += 1
        resolve()
      }
      this.#line.push({ start, refuse: () => reject(this.#turnAway()) })
    })
  }

  #turnAway(): Error {
    this.#refused += 1
    return this.#refusal()
  }
}

/** For one piece of work; to be left in any case. */
export interface KeptPlace {
  readonly run: <T>(work: () => Promise<T>) => Promise<T>
  /** Gives the place back if it was not used. */
  readonly leave: () => void
}

interface Waiting {
  readonly start: () => void
  readonly refuse: () => void
}
