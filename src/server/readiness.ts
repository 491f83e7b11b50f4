import type { Log } from '../log.js'

/**
 * What this process cannot do just now, as a list of named reasons: `/health/ready` answers it. A reason that another
 * node does not share blocks: traffic goes there. A reason that every node shares, such as a slow or read-only
 * database, is named and blocks nothing, since no node serves better.
 */
export interface Reason {
  /** For a monitor; it never changes. */
  readonly name: string
  /** For the person on duty: what is wrong, without any row's values. */
  readonly words: string
  /** True: no traffic should come here. */
  readonly blocks: boolean
}

/** Resolves to the reasons that hold now. */
export type ReadinessCheck = () => Promise<readonly Reason[]>

export interface Readiness {
  /** A check that throws counts as a reason that blocks, under the check's name. */
  readonly add: (name: string, check: ReadinessCheck) => void
  /** Answers within a second, whatever the checks do. */
  readonly reasons: () => Promise<readonly Reason[]>
}

/** Writes the reasons that hold to the log, at once and each minute; the answer is how to stop it. */
export function logReasons({ reasons }: Pick<Readiness, 'reasons'>, log: Log): () => void {
  const look = async () => {
    for (const { name, words } of await reasons()) log.warn({ reason: name }, words)
  }
  void look()
  const timer = setInterval(() => void look(), 60_000)
  return () => clearInterval(timer)
}

/** Milliseconds on a clock that only goes forward, and how to wait; tests bring their own. */
export interface Waiting {
  readonly now: () => number
  readonly after: (milliseconds: number) => Promise<void>
}

const answeredWithin = 1_000
/** A check that answered this lately is believed while it is slow. */
const believedFor = 10_000

export function openReadiness(waiting: Waiting = realWaiting): Readiness {
  const checks: (() => Promise<readonly Reason[]>)[] = []
  return {
    add: (name, check) => void checks.push(patient(name, check, waiting)),
    reasons: async () => (await Promise.all(checks.map(async (check) => await check()))).flat(),
  }
}

/** Asks once at a time; while an answer is late, the last one stands for ten seconds. */
const patient = (name: string, check: ReadinessCheck, { now, after }: Waiting): ReadinessCheck => {
  let underWay: Promise<readonly Reason[]> | undefined
  let last: { readonly reasons: readonly Reason[]; readonly at: number } | undefined
  const begunAt = now()
  const ask = async (): Promise<readonly Reason[]> => {
    const reasons = await check().catch((): readonly Reason[] => [failed(name)])
    last = { reasons, at: now() }
    underWay = undefined
    return reasons
  }
  return async () => {
    underWay ??= ask()
    const answer = await Promise.race([underWay, after(answeredWithin)])
    if (answer !== undefined) return answer
    const silence = now() - (last?.at ?? begunAt)
    return silence < believedFor && last !== undefined ? [...last.reasons, slow(name)] : [silent(name)]
  }
}

const failed = (name: string): Reason => ({ name, words: `The check of the ${name} failed.`, blocks: true })
const slow = (name: string): Reason => ({
  name: `${name}-slow`,
  words: `The ${name} takes more than a second to answer.`,
  blocks: false,
})
const silent = (name: string): Reason => ({
  name,
  words: `The ${name} has not answered for ten seconds.`,
  blocks: true,
})

const realWaiting: Waiting = {
  now: () => performance.now(),
  after: async (milliseconds) => await new Promise((resolve) => void setTimeout(resolve, milliseconds).unref()),
}
