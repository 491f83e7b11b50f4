// Builds where the compiler is. Where only what runs was installed (`npm ci --omit=dev`) there is none: a build that is
// there is kept, and one that is not is named.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const fromRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** How it went, as an exit code: 0, the compiler's, or undefined when there is nothing to run. */
export function compile() {
  if (existsSync(fromRoot('node_modules/typescript'))) {
    const options = { cwd: fromRoot(''), stdio: 'inherit', shell: process.platform === 'win32' }
    return spawnSync('npm', ['run', '--silent', 'build'], options).status ?? 1
  }
  if (existsSync(fromRoot('dist/src/main.js'))) return 0
  process.stderr.write(
    'Portvakt is not built, and the compiler is not installed: run "npm ci && npm run build && npm prune --omit=dev".\n',
  )
  return undefined
}
