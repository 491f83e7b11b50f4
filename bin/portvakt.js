#!/usr/bin/env node
// The command line. It runs on the Node that the project pins, whatever Node the machine has.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const fromRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const pinned = fromRoot('node_modules/node/bin/node')
const program = fromRoot('dist/src/commands/run.js')

if (!existsSync(program)) {
  process.stderr.write('Portvakt is not built yet: run "npm ci && npm run build".\n')
  process.exitCode = 1
} else if (process.versions.node.startsWith('24.') || !existsSync(pinned)) {
  await import('../dist/src/server/right-node.js')
  const { runCommand } = await import('../dist/src/commands/run.js')
  await runCommand(process.argv.slice(2))
} else {
  // By the channel the other sees that we are gone, even when we are killed outright.
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc']
  const child = spawn(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
}
