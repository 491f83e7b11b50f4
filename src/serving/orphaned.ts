import { readFileSync } from 'node:fs'

/**
 * Under npm whoever kills npm outright means us: it cannot pass that signal on, and between it and us there may be a
 * shell and our command line, which outlive it. So each of them is watched, by the parent that it has.
 */
export function whenOrphaned(act: () => void): NodeJS.Timeout | undefined {
  if (process.env['npm_lifecycle_event'] === undefined) return undefined
  const between = upToNpm()
  const watch = setInterval(() => {
    if (between.every(({ pid, parent }) => parentOf(pid) === parent)) return
    clearInterval(watch)
    act()
  }, 500)
  return watch.unref()
}

interface Process {
  readonly pid: number
  readonly parent: number | undefined
}

/** We, and those above us that npm started. Without npm above us, nobody but our own parent is watched. */
const upToNpm = (): readonly Process[] => {
  const self: Process = { pid: process.pid, parent: process.ppid }
  const passed = [self]
  for (let { parent } = self; parent !== undefined && parent > 0; parent = passed.at(-1)?.parent) {
    if (/^np[mx]\b/.test(readProc(parent, 'cmdline'))) return passed
    passed.push({ pid: parent, parent: parentOf(parent) })
  }
  return [self]
}

/** Where /proc is missing, the shell of npm makes way for us, and our own parent is npm. */
const parentOf = (pid: number): number | undefined => {
  if (pid === process.pid) return process.ppid
  const found = /^PPid:\s+(\d+)$/m.exec(readProc(pid, 'status'))?.[1]
  return found === undefined ? undefined : Number(found)
}

const readProc = (pid: number, file: 'cmdline' | 'status'): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
