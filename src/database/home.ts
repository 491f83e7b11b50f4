import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { CannotStart } from '../config.js'
import {
  mayEnter,
  ourMajor,
  postgresPrograms,
  whomToRunAs,
  type PostgresMajor,
  type Programs,
  type RunAs,
} from './programs.js'

/** Where an embedded server lives: its data directory and, beside it, the password that only we may read. */
export interface Home {
  readonly data: string
  readonly log: string
  readonly user: string
  readonly password: string
  readonly programs: Programs
}

const user = 'portvakt'

/** Names and texts sort by code point on every machine alike; where people read a list, its statement says how. */
const initialising = (major: PostgresMajor): readonly string[] => [
  ...'--auth=scram-sha-256 --encoding=UTF8 --no-instructions'.split(' '),
  ...(hasBuiltinLocales(major)
    ? '--locale=C --locale-provider=builtin --builtin-locale=C.UTF-8'
    : '--locale=C.UTF-8'
  ).split(' '),
]

const hasBuiltinLocales = (major: PostgresMajor) => Number(major) >= 17

/** Finds the home, or furnishes it: beside its place, so that it appears whole or not at all. */
export async function openHome(directory: string, major: PostgresMajor = ourMajor): Promise<Home> {
  const place = path.resolve(directory)
  const data = path.join(place, 'data')
  const owner = await stat(data).catch(nothingWhenMissing(place))
  const runAs = await whomToRunAs(owner?.uid)
  const programs = await postgresPrograms(runAs, major)
  if (owner === undefined) await prepare(place, { programs, major })
  if (!(await mayEnter(runAs, data))) throw unreachable(place, runAs)
  await refuseOtherVersion(data, major)
  const password = await readFile(path.join(place, 'password'), 'utf8').catch(nothingWhenMissing(place))
  if (password === undefined)
    throw new CannotStart(`${path.join(place, 'password')} is missing: restore it with the database.`)
  return { data, log: path.join(data, 'server.log'), user, password: password.trim(), programs }
}

interface Preparation {
  readonly programs: Programs
  readonly major: PostgresMajor
}

const prepare = async (place: string, { programs, major }: Preparation): Promise<void> => {
  const draft = `${place}.${randomBytes(4).toString('hex')}`
  await makeDirectory(draft)
  try {
    if (!(await mayEnter(programs.runAs, draft))) throw unreachable(place, programs.runAs)
    await initialise(draft, { programs, major })
    await rename(draft, place)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    // Another process has furnished it meanwhile: then theirs it is.
    if (!['ENOTEMPTY', 'EEXIST'].includes(String((error as NodeJS.ErrnoException).code))) throw error
  }
}

const initialise = async (draft: string, { programs, major }: Preparation): Promise<void> => {
  const password = randomBytes(24).toString('base64url')
  const data = path.join(draft, 'data')
  const told = path.join(draft, 'told')
  await writeFile(path.join(draft, 'password'), password, { mode: 0o600 })
  await writeFile(told, password, { mode: 0o600 })
  await mkdir(data, { mode: 0o700 })
  if (programs.runAs !== undefined) {
    await chown(told, programs.runAs.uid, programs.runAs.gid)
    await chown(data, programs.runAs.uid, programs.runAs.gid)
  }
  const { isDone, output } = await programs.run('initdb', [
    ...initialising(major),
    '-D',
    data,
    '-U',
    user,
    `--pwfile=${told}`,
  ])
  await rm(told)
  if (!isDone) throw new CannotStart(`The embedded database could not be made in ${draft}: ${lastLine(output)}`)
}

/** What we make on the way may be passed through by the user PostgreSQL runs as, whatever our umask. */
const makeDirectory = async (directory: string): Promise<void> => {
  try {
    const first = await mkdir(directory, { recursive: true })
    if (first !== undefined) for (const made of pathsBetween(first, directory)) await chmod(made, 0o711)
  } catch (cause) {
    throw new CannotStart(
      `${directory} cannot be made (${String((cause as NodeJS.ErrnoException).code)}): set DATA_DIR.`,
      { cause },
    )
  }
}

const pathsBetween = (first: string, last: string): string[] =>
  last === first || !last.startsWith(first) ? [last] : [...pathsBetween(first, path.dirname(last)), last]

const refuseOtherVersion = async (data: string, major: PostgresMajor): Promise<void> => {
  const version = (await readFile(path.join(data, 'PG_VERSION'), 'utf8').catch(() => '')).trim()
  if (version === '' || version === major) return
  throw new CannotStart(`${data} was made by PostgreSQL ${version}; this is ${major}. Move it over with pg_upgrade.`)
}

const unreachable = (place: string, runAs: RunAs | undefined) =>
  new CannotStart(
    `The user ${runAs?.name}, whom PostgreSQL runs as, cannot reach ${place}: set DATA_DIR to a directory that it can, such as /var/lib/portvakt.`,
  )

const nothingWhenMissing = (place: string) => (error: NodeJS.ErrnoException) => {
  if (error.code === 'ENOENT') return undefined
  throw new CannotStart(`${place} cannot be read (${error.code}): start as the user who made it, or set DATA_DIR.`, {
    cause: error,
  })
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? ''
