/**
 * Brings a database to this version: the schema, the role that serves requests and its rights, and the steps that
 * other modules ask for. One migrator at a time, by an advisory lock. Whoever may not change the schema is let through
 * when there is nothing to change; a database newer than the code is refused.
 */
import { promises as fs } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { FileMigrationProvider, Migrator } from 'kysely/migration'
import pg from 'pg'
import { CannotStart } from '../config.js'
import { connectionOptions, serviceRole } from './database.js'
import { watchForSilence } from './silence.js'
import { compareSchema, refuseDifferences, restoreAgain } from './compare-schema.js'
import { grantToServiceRole, makeServiceRole, mayServe } from './roles.js'
import { readSchema, type SchemaObject } from './schema-objects.js'

export interface Migration {
  /** The address of the owner. */
  readonly url: string
  /** What other modules put into the database besides, such as the queues. Each is told the owner's address. */
  readonly afterwards?: readonly ((url: string) => Promise<void>)[]
  /** What must be there in the end, that of `afterwards` included. */
  readonly expected?: readonly SchemaObject[]
}

export type Migrated =
  | { readonly kind: 'migrated'; readonly names: readonly string[] }
  /** Nothing to do, and not ours to do. */
  | { readonly kind: 'not-the-owner' }

/** @throws CannotStart when this version and this database do not go together. */
export async function migrate({ url, afterwards = [], expected = [] }: Migration): Promise<Migrated> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 3,
    connectionTimeoutMillis: 5_000,
    statement_timeout: longestStatement,
    keepAlive: true,
    options: connectionOptions(),
  })
  pool.on('error', () => undefined)
  const lines = watchForSilence(url)
  pool.on('connect', lines.add)
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    return await db.connection().execute(async (holder) => {
      await waitInLine(holder)
      const isOwner = await mayChangeSchema(holder)
      const user = await userOf(holder)
      if (!isOwner && !(await mayServe(holder))) throw mayDoNothing(user)
      // A user "noinherit" has the role's rights in the role only.
      if (!isOwner) await sql`set role ${sql.id(serviceRole)}`.execute(holder)
      const pending = await pendingMigrations(holder)
      const refuseWhatLacks = async (some: readonly SchemaObject[], rights = true) =>
        refuseDifferences(compareSchema(await readSchema(holder), some, { rights }))
      if (!isOwner) {
        refuseLeftOver(pending, user)
        await refuseWhatLacks(expected)
        return { kind: 'not-the-owner' }
      }
      await runMigrations(db)
      await makeServiceRole(holder)
      // No queues are laid beside what is not there, and no rights given to it.
      await refuseWhatLacks(expected.filter(isOfMigrations), false)
      for (const step of afterwards) await step(url)
      await grantToServiceRole(holder)
      await refuseWhatLacks(expected)
      return { kind: 'migrated', names: pending }
    })
  } finally {
    lines.close()
    await db.destroy()
  }
}

/** A migration may take long on a large table; in milliseconds. */
const longestStatement = 30 * 60_000

const provider = new FileMigrationProvider({
  fs,
  path,
  migrationFolder: fileURLToPath(new URL('../../migrations', import.meta.url)),
})

/**
 * Held until the connection ends, so that a migrator that dies holds up nobody. The server asks after a minute whether a
 * silent migrator is still there.
 */
const waitInLine = async (holder: Kysely<unknown>): Promise<void> => {
  await sql`set lock_timeout = '60s'`.execute(holder)
  await sql`set tcp_keepalives_idle = 30`.execute(holder)
  await sql`set tcp_keepalives_interval = 10`.execute(holder)
  await sql`set tcp_keepalives_count = 3`.execute(holder)
  await sql`select pg_advisory_lock(7216003)`.execute(holder)
}

const pendingMigrations = async (db: Kysely<unknown>): Promise<string[]> => {
  const known = Object.keys(await provider.getMigrations()).toSorted()
  const { rows } = await sql<{ exists: boolean }>`select to_regclass('kysely_migration') is not null as exists`.execute(
    db,
  )
  const done =
    rows[0]?.exists === true ? await sql<{ name: string }>`select name from kysely_migration`.execute(db) : undefined
  const names = new Set(done?.rows.map(({ name }) => name))
  const newer = [...names].filter((name) => !known.includes(name))
  if (newer.length > 0)
    throw new CannotStart(
      `The database is newer than this version of Portvakt (${newer.join(', ')}): run the newer one.`,
    )
  const pending = known.filter((name) => !names.has(name))
  refuseLateComer(
    pending[0],
    known.findLast((name) => names.has(name)),
  )
  return pending
}

/** A migration was written for the schema that those before it left; what comes after it may not be there yet. */
const refuseLateComer = (first: string | undefined, lastDone: string | undefined): void => {
  if (first === undefined || lastDone === undefined || first > lastDone) return
  throw new CannotStart(
    `The migration ${first} sorts before ${lastDone}, which the database has already; it is as it was: run a version of Portvakt in which ${first} comes last or is missing.`,
  )
}

const isOfMigrations = ({ name }: SchemaObject) => !name.includes(' pgboss.')

/** To make the schema takes the right to create in it; to change it takes its tables. */
const mayChangeSchema = async (db: Kysely<unknown>): Promise<boolean> => {
  const { rows } = await sql<{ may: boolean }>`
    select has_schema_privilege('public', 'create') and coalesce(bool_and(pg_has_role(relowner, 'usage')), true) as may
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(db)
  return rows[0]?.may === true
}

const refuseLeftOver = (pending: readonly string[], user: string): void => {
  if (pending.length === 0) return
  throw new CannotStart(
    `The database lacks ${pending.length} migrations, and the user ${user} may not change its schema: run "npx portvakt migrate" with the owner's DATABASE_URL.`,
  )
}

const mayDoNothing = (user: string) =>
  new CannotStart(
    `The user ${user} may neither change the schema of the database nor act as ${serviceRole}: run "npx portvakt migrate" with the owner's DATABASE_URL, and in the database "grant ${serviceRole} to ${user}".`,
  )

const userOf = async (db: Kysely<unknown>): Promise<string> => {
  const { rows } = await sql<{ name: string }>`select current_user as name`.execute(db)
  return rows[0]?.name ?? ''
}

const runMigrations = async (db: Kysely<unknown>): Promise<void> => {
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (isOfMissingObject(error)) throw lacksForMigration(error.message, error)
  if (error !== undefined) throw new Error('A migration failed; the database is as it was.', { cause: error })
}

/** PostgreSQL’s numbers for a table, column, function or other object that is not there; its words name nothing else. */
const isOfMissingObject = (error: unknown): error is Error =>
  error instanceof Error && ['42P01', '42703', '42883', '42704'].includes(String((error as { code?: unknown }).code))

const lacksForMigration = (words: string, cause: Error) =>
  new CannotStart(`The database lacks what a migration changes (${words}); it is as it was. ${restoreAgain}`, { cause })
