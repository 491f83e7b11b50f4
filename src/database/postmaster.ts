import { execFile } from 'node:child_process'
import { readFile, readlink, realpath, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

/** A server process that is at work on a data directory. */
export interface Postmaster {
  readonly pid: number
  /** Undefined while it is about to start. */
  readonly port: number | undefined
}

/**
 * The server that runs on this directory, by its postmaster.pid. The number in the file is believed only when the
 * process is a server on this very directory: after a crash it may have become anybody's.
 */
export async function findPostmaster(directory: string): Promise<Postmaster | undefined> {
  const file = path.join(directory, 'postmaster.pid')
  const text = await readFile(file, 'utf8').catch(() => '')
  const [pidLine = '', , , portLine = ''] = text.split('\n')
  const pid = Number(pidLine)
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined
  if (await isServerOn(pid, directory)) return { pid, port: Number(portLine) || undefined }
  // PostgreSQL clears away the file of a dead process by itself, but takes any living one for a server.
  if ((await readFile(file, 'utf8').catch(() => '')) === text) await rm(file, { force: true })
  return undefined
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A server works in its data directory. Where /proc is missing, its command line names the directory. */
const isServerOn = async (pid: number, directory: string): Promise<boolean> => {
  const expected = await realpath(directory)
  const workplace = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
  if (workplace !== undefined) return workplace === expected
  const listed = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }))
  return listed.stdout.includes(directory) || listed.stdout.includes(expected)
}
