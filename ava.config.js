/** The longest first: files that run alone, then the groups of files that share a process (test/support/run.ts). */
const isGroup = (file) => file.includes('/groups/')

// oxlint-disable-next-line import/no-default-export -- it is what ava reads
export default {
  files: ['dist/test/**/*.test.js'],
  require: ['./dist/test/support/ava-hooks.js'],
  sortTestFiles: (one, other) => isGroup(one) - isGroup(other) || one.localeCompare(other),
  concurrency: 2,
  timeout: '5m',
}
