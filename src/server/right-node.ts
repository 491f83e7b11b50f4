/** Imported before everything else: on an older Node a library crashes as soon as it is imported, without a word. */
import { readFileSync } from 'node:fs'

const { engines } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  readonly engines: { readonly node: string }
}
const needed = engines.node.replace(/^>=/, '')
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const [neededMajor = 0, neededMinor = 0] = needed.split('.').map(Number)

if (major < neededMajor || (major === neededMajor && minor < neededMinor)) {
  process.stderr.write(`Portvakt needs Node ${needed} or later, and this is ${process.versions.node}.\n`)
  process.exit(1)
}
