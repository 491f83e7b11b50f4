import { readFileSync } from 'node:fs'
import { CannotStart } from '../config.js'
import type { ProcessEnvironment } from './serve.js'

// An output that takes nothing ends no process: a full disk, or a reader that has gone.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

/** The process we are, for those who must not look for themselves. */
export const processEnvironment: ProcessEnvironment = {
  environment: process.env,
  readFile: (name) => {
    try {
      return readFileSync(name, 'utf8')
    } catch {
      return undefined
    }
  },
  print: (text) => void process.stdout.write(text),
}

/** Runs a program to its end; what keeps it from starting is told in words, not as a stack. */
export async function exitOnCannotStart(program: () => Promise<void>): Promise<void> {
  try {
    await program()
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
