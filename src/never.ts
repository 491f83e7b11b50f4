/** Ends an exhaustive switch: a new case that nobody handles does not compile. */
export function never(value: never): never {
  throw new Error(`A case nobody expected: ${JSON.stringify(value)}`)
}
