// What npm runs after an install: builds, and puts the command in its place. An install without a build ends well.
import { compile } from './compile.js'

const code = compile()
if (code !== undefined && code !== 0) process.exit(code)
await import('./link-command.js')
