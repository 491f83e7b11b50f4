import type { Policy } from '../../config/policy.js'
import type { Hashing } from './hashing.js'
import type { KeyRing } from './keys.js'

/** What a use case may know of the outside: keys, the hashing gate, the rules in force. Time is the database's. */
export interface AppContext {
  readonly keys: KeyRing
  readonly hashing: Hashing
  readonly policy: Policy
  /** Our public address, without a final slash: the only source of addresses in mails and pages. */
  readonly issuer: string
  /** Networks, hosts and `.domains` inside our own network whose relying services may be called; none unless given. */
  readonly callable?: readonly string[]
}
