import { postgresMajors, type PostgresMajor } from '../../src/database/programs.js'

/**
 * The tests that run on every version that docs/operate.md names: migrations, statements, audit, backup and a journey.
 * What does not depend on the server is tried on the one that the service brings along.
 */
export const chosenForEveryVersion: readonly string[] = [
  'dist/test/database/*.test.js',
  'dist/test/accounts/**/*.test.js',
  'dist/test/audit/**/*.test.js',
  'dist/test/commands/restored.test.js',
  'dist/test/login/**/*.test.js',
  'dist/test/one-time-passwords/**/*.test.js',
  'dist/test/organisations/**/*.test.js',
  'dist/test/permissions/**/*.test.js',
  'dist/test/delivery/mail-queue.test.js',
  'dist/test/oidc/storage.test.js',
  'dist/test/journeys/a-user-is-added.test.js',
  '!dist/test/accounts/advise.test.js',
  '!dist/test/**/*.timed.test.js',
]

export function postgresMajor(wanted: string): PostgresMajor {
  const major = postgresMajors.find((known) => known === wanted)
  if (major === undefined) throw new Error(`The version of PostgreSQL is one of ${postgresMajors.join(', ')}.`)
  return major
}
