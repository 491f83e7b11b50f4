// What npm runs before `npm start`: builds, or starts what was built elsewhere.
import { compile } from './compile.js'

process.exitCode = compile() ?? 1
