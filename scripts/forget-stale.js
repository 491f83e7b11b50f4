// Takes away what was once compiled from a source that is gone: migrations and tests are found by their folder, and a
// renamed one would be run twice. What is still in use stays, so that a service that is running is left alone.
import { existsSync, readdirSync, rmSync } from 'node:fs'

const root = new URL('../', import.meta.url)
const compiled = /\.js(?:\.map)?$/

for (const file of readdirSync(new URL('dist', root), { recursive: true, encoding: 'utf8' })) {
  const source = ['.ts', '.tsx'].map((ending) => new URL(file.replaceAll('\\', '/').replace(compiled, ending), root))
  if (compiled.test(file) && !source.some(existsSync)) rmSync(new URL(`dist/${file}`, root))
}
