import { keyRing } from '../../src/context/keys.js'

const former = 'the-former-master-secret-long-enough-to-be-one'
const present = 'the-present-master-secret-long-enough-to-be-one'

/** The same two master secrets as nodes are given them while one takes the other's place. */
export const secrets = {
  former: [former],
  /** The new one is known, and not the newest yet. */
  known: [former, present],
  newest: [present, former],
  /** The former one is dropped. */
  present: [present],
}

/** Rings that have learned nothing from a database; a test that lets them learn makes its own. */
export const rings = {
  former: keyRing(secrets.former),
  known: keyRing(secrets.known),
  newest: keyRing(secrets.newest),
  present: keyRing(secrets.present),
}
