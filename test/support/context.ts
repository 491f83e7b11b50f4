import { standardPolicy, type Policy } from '../../config/policy.js'
import type { Hashing } from '../../src/context/hashing.js'
import { hashingGate } from '../../src/context/hashing.js'
import { keyRing, type KeyRing } from '../../src/context/keys.js'
import type { AppContext } from '../../src/context/app-context.js'

export interface TestContextOptions {
  readonly keys?: KeyRing
  readonly hashing?: Hashing
  readonly issuer?: string
  /** Only what differs: `{ lock: { minutes: 5 } }`. */
  readonly policy?: { readonly [Group in keyof Policy]?: Partial<Policy[Group]> }
}

/**
 * A context as the service has it, with hashing that costs little and no minimum response time, but for what is given.
 */
export function testContext(given: TestContextOptions = {}): AppContext {
  const keys = given.keys ?? keyRing(['a master secret of tests, long enough to be one'])
  const policy = policyWith({
    ...given.policy,
    hashing: { memoryKibibytes: 1024, passes: 1, answerFloorMilliseconds: 0, ...given.policy?.hashing },
  })
  return {
    keys,
    policy,
    hashing: given.hashing ?? hashingGate(policy.hashing, keys),
    issuer: given.issuer ?? 'http://localhost:3000',
  }
}

const policyWith = (given: NonNullable<TestContextOptions['policy']>): Policy => {
  const groups = Object.entries(standardPolicy).map(([group, values]) => [
    group,
    { ...values, ...given[group as keyof Policy] },
  ])
  return Object.fromEntries(groups) as Policy
}
