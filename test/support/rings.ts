import { keyRing } from '../../src/world/keys.js'

const former = 'the former master secret, long enough to be one'
const present = 'the present master secret, long enough to be one'

/** The same two master secrets as nodes are given them while one takes the other's place. */
export const rings = {
  former: keyRing([former]),
  /** The new one is known, and not the newest yet. */
  known: keyRing([former, present]),
  newest: keyRing([present, former]),
  /** The former one is dropped. */
  present: keyRing([present]),
}
