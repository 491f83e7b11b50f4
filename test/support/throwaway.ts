/**
 * A server that lives exactly as long as whoever started it: a process of its own, which stops the server and removes
 * its folder when its standard input ends, however its parent died.
 */
import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import type { Socket } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { openDatabase, serviceRole } from '../../src/database/database.js'
import { startServer } from '../../src/database/embedded.js'
import { migrate } from '../../src/database/migrate.js'
import { ourMajor } from '../../src/database/programs.js'
import { installQueues } from '../../src/delivery/queues.js'
import { fillWithDemoData } from '../../src/demo/demo-data.js'
import { makeTemporaryFolder } from './memory-disk.js'
import { postgresMajor } from './postgres-versions.js'
import { giveSigningKeys } from './signing-keys.js'
import { testContext } from './context.js'

export interface Throwaway {
  /** To be followed by a slash and the database's name. */
  readonly server: string
  readonly stop: () => Promise<void>
}

const isChild = process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2] === 'child'

/** Of the service's own version, unless another is asked for, here or by `TEST_POSTGRES=15`. */
export async function startThrowaway(
  major = postgresMajor(process.env['TEST_POSTGRES'] ?? ourMajor),
): Promise<Throwaway> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), 'child'], {
    env: { ...process.env, TEST_POSTGRES: major },
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const server = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => resolve(line.toString('utf8').trim()))
    child.once('exit', () => reject(new Error('The throwaway database did not start.')))
  })
  child.unref()
  // Pipes are sockets; neither they nor the child shall keep a finished test file from ending.
  for (const pipe of [child.stdin, child.stdout]) (pipe as unknown as Socket).unref()
  return {
    server,
    stop: async () => {
      child.ref()
      child.stdin.end()
      await ended
    },
  }
}

export async function versionOf(server: string): Promise<string> {
  const client = new pg.Client({ connectionString: `${server}/postgres`, query_timeout: 60_000 })
  await client.connect()
  try {
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`)
    return rows[0]?.version ?? ''
  } finally {
    await client.end()
  }
}

/** Databases are made one after another; this wait is longer than any of the app's own. */
export async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres`, query_timeout: 60_000 })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** What a test's own database is copied from: migrated and empty, or with the demo's people as well. */
export type Template = 'template_empty' | 'template_demo'

/** Makes both templates. Not compared with the expected schema: a test does that. */
export async function makeTemplates(server: string): Promise<void> {
  await onServer(server, 'drop database if exists template_empty')
  await onServer(server, 'drop database if exists template_demo')
  await onServer(server, 'create database template_empty')
  await migrate({ url: `${server}/template_empty`, afterwards: [async (owner) => await installQueues(owner)] })
  await onServer(server, 'create database template_demo template template_empty')
  await fillTemplate(`${server}/template_demo`)
}

/** Under the secret and the hashing of `testContext()`. */
const fillTemplate = async (url: string): Promise<void> => {
  const db = openDatabase({ url, role: serviceRole })
  const owner = openDatabase({ url, size: 1 })
  try {
    const context = testContext()
    await giveSigningKeys(owner, context.keys)
    await fillWithDemoData(db, context)
  } finally {
    await Promise.all([db.destroy(), owner.destroy()])
  }
}

const live = async (): Promise<void> => {
  const folder = await makeTemporaryFolder()
  const place = {
    directory: path.join(folder, 'postgres'),
    isDurable: false,
    major: postgresMajor(process.env['TEST_POSTGRES'] ?? ourMajor),
    log: () => undefined,
  }
  const parentEnded = new Promise((resolve) => process.stdin.resume().on('end', resolve).on('error', resolve))
  try {
    const server = await startServer(place)
    try {
      const url = server.url('').replace(/\/$/, '')
      await makeTemplates(url)
      process.stdout.write(`${url}\n`)
      await parentEnded
    } finally {
      await server.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

if (isChild) await live()
