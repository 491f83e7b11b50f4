import { readFileSync } from 'node:fs'

/**
 * Under npm whoever kills npm outright means us: it cannot pass that signal on, and between it and us there may be a
 * shell and our command line, which outlive it. So each of them is watched, by the parent that it has. While we are
 * about to begin, npm may be gone already, or its signal may have ended the shell alone.
 */
export function whenOrphaned(act: () => void): NodeJS.Timeout | undefined {
  if (process.env['npm_lifecycle_event'] === undefined) return undefined
  const between = upToNpm()
  const isWhole = () => between.every(({ pid, parent }) => parentOf(pid) === parent)
  const watch = setInterval(() => {
    if (between.length > 0 && isWhole()) return
    clearInterval(watch)
    act()
  }, 500)
  return watch.unref()
}

interface Process {
  readonly pid: number
  readonly parent: number | undefined
}

/** We, and those above us that npm started; empty when npm started us and is not above us any more. */
const upToNpm = (): readonly Process[] => {
  const self: Process = { pid: process.pid, parent: process.ppid }
  const passed = [self]
  for (let { parent } = self; parent !== undefined && parent > 0; parent = passed.at(-1)?.parent) {
    if (isNpm(readProc(parent, 'cmdline').split('\0'))) return passed
    passed.push({ pid: parent, parent: parentOf(parent) })
  }
  return isStartedByNpm() && readProc(process.pid, 'status') !== '' ? [] : [self]
}

/** By the title that npm gives itself, or by the program that Node runs. */
const isNpm = ([program = '', script = '']: readonly string[]): boolean =>
  /^(?:npm|npx)\b/.test(program) || /(?:^|\/)(?:npm|npx)(?:-cli)?(?:\.js)?$/.test(script)

/** By a script that waits for us. What other scripts start may be meant to outlive them. */
const isStartedByNpm = (): boolean => {
  const { npm_config_user_agent: agent = '', npm_lifecycle_script: script = '' } = process.env
  return agent.startsWith('npm/') && (script === 'node dist/src/main.js' || script.startsWith("'portvakt'"))
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
