// What npm runs after an install: builds where the compiler is, and puts the command in its place. Where only what runs
// was installed (`npm ci --omit=dev`) there is no compiler: a build that is there is kept, and one that is not is named.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const fromRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))

if (existsSync(fromRoot('node_modules/typescript'))) {
  const { status } = spawnSync('npm', ['run', 'build'], {
    cwd: fromRoot(''),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
} else if (!existsSync(fromRoot('dist/src/main.js'))) {
  process.stderr.write(
    'Portvakt is not built, and the compiler is not installed: run "npm ci && npm run build && npm prune --omit=dev".\n',
  )
}
await import('./link-command.js')
