// The service with reload: the compiler watches the sources, Node watches what it makes. Ctrl-C ends both.
import { spawn, spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

const compiler = createRequire(import.meta.url)
  .resolve('typescript/package.json')
  .replace('package.json', 'bin/tsc')
const start = (...args) => spawn(process.execPath, args, { stdio: 'inherit' })

spawnSync(process.execPath, [compiler], { stdio: 'inherit' })
const children = [
  start(compiler, '--watch', '--preserveWatchOutput'),
  // Ctrl-C's signal, not SIGTERM: no balancer has to be waited for.
  start('--watch', '--watch-kill-signal=SIGINT', '--watch-preserve-output', '--enable-source-maps', 'dist/src/main.js'),
]
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal)
  })
}
