import { Kysely, PostgresDialect, type Transaction, type TransactionBuilder } from 'kysely'
import pg from 'pg'
import { beginTransaction } from './begin.js'
import { repeatOnConflict } from './repeat.js'
import type { Database } from './schema.js'
import { isOverdue } from './unreachable.js'

/** A place to run one statement. */
export type Db = Kysely<Database>
/** A place where several statements stand or fall together. A function that needs that asks for it by type. */
export type Trx = Transaction<Database>

/** The database role that serves requests: it may not change the schema, nor change or delete audit events. */
export const serviceRole = 'portvakt_service'

export interface DatabasePlace {
  readonly url: string
  /** Connections at most. */
  readonly size?: number
  /** The role taken on every connection; without it, the one in the address. */
  readonly role?: string
  /** How many times as long as the service to wait for anything; once if it is not given. */
  readonly patience?: number
  /** Told of connections that are lost, idle or at work, which pg would otherwise throw. */
  readonly onIdleError?: (error: Error) => void
}

/**
 * Said as the connection is made, so that it costs no round trip. Compiling takes longer than any statement of ours
 * runs; up to PostgreSQL 17 a plan type that is turned off makes a plan look so dear that it is compiled every time.
 */
export const connectionOptions = (role?: string): string =>
  ['-c jit=off', ...(role === undefined ? [] : [`-c role=${role}`])].join(' ')

/** Every wait has an end: 1.5 s for a connection, 2 s for a lock, 5 s for a statement (security.md, G9). */
export function openPool(place: DatabasePlace): pg.Pool {
  const { url, size = 10, role, patience = 1, onIdleError = () => {} } = place
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: patience * 1_500,
    statement_timeout: patience * 5_000,
    query_timeout: patience * 6_000,
    lock_timeout: patience * 2_000,
    idle_in_transaction_session_timeout: patience * 10_000,
    keepAlive: true,
    application_name: 'portvakt',
    types: { getTypeParser },
    options: connectionOptions(role),
  })
  pool.on('error', onIdleError)
  // While one is lent out the pool does not listen to it, and what nobody listens to would end the program.
  pool.on('connect', (client) => void client.on('error', () => undefined))
  return pool
}

/**
 * When an answer does not come in time, pg lets the next statement on that connection wait behind the lost one. So that
 * connection, and all that were open then and lead the same way, are closed instead of being lent out again.
 */
export function databaseOn(pool: pg.Pool, log?: StatementLog): Db {
  let losses = 0
  const openedAfter = new WeakMap<pg.PoolClient, number>()
  const connect = async (): Promise<pg.PoolClient> => {
    const client = await pool.connect()
    if ((openedAfter.get(client) ?? losses) === losses) {
      openedAfter.set(client, losses)
      return client
    }
    client.release(true)
    return await connect()
  }
  const lent = { connect, end: async () => await pool.end(), options: pool.options }
  return new RepeatingDatabase({
    dialect: new PostgresDialect({ pool: lent }),
    log: (event) => {
      if (event.level === 'error' && isOverdue(event.error)) losses += 1
      log?.({ sql: event.query.sql, milliseconds: Math.round(event.queryDurationMillis * 10) / 10 })
    },
  })
}

/** Is given each statement when it is done, or has failed; its values are nobody's to read. */
export type StatementLog = (statement: { readonly sql: string; readonly milliseconds: number }) => void

/** Where each transaction begins: by the guard of its act (begin.ts), and anew when it meets another one (repeat.ts). */
class RepeatingDatabase extends Kysely<Database> {
  override transaction(): TransactionBuilder<Database> {
    const builder = super.transaction()
    const execute = builder.execute.bind(builder)
    builder.execute = async (act) =>
      await beginTransaction(async (first) => {
        const answer = await repeatOnConflict(
          async () =>
            await execute(async (trx) => {
              await first?.(trx)
              return await act(trx)
            }),
        )
        return { answer, isKept: true }
      })
    return builder
  }
}

export function openDatabase(place: DatabasePlace): Db {
  return databaseOn(openPool(place))
}

/** PostgreSQL’s own number of the type `date`. */
const dateType: number = pg.types.builtins.DATE

/** A date stays the text `2026-03-29`: as an instant it would be another day in another time zone. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: unknown) => {
  if (oid === dateType) return (text: string) => text
  return pg.types.getTypeParser(oid, format as 'text')
}
