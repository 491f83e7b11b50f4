/** Portvakt does not answer, or not sensibly. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}
