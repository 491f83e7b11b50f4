import { closeSync, openSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import test from 'ava'
import { sql } from 'kysely'
import { logLevels } from '../src/config.js'
import { databaseOn, openPool, serviceRole, type StatementLog } from '../src/database/database.js'
import { openLog, standardOutput } from '../src/log.js'
import { freshDatabase, patience } from './support/database.js'
import { measureLog, openMetrics } from '../src/server/metrics.js'

const linesOf = (write: (log: ReturnType<typeof openLog>) => void): string => {
  let written = ''
  write(openLog({ write: (line) => void (written += line) }))
  return written
}

test('a line stays one line, whatever somebody typed (R-93)', (t) => {
  const typed = 'a\r\n{"level":"info"}\u001B[31m\u009B31m\u2028\u202Eb'
  const written = linesOf((log) => log.warn({ typed }, 'typed'))
  // oxlint-disable-next-line no-control-regex -- they are what must not be there
  t.notRegex(written.slice(0, -1), /[\u0000-\u001F\u007F-\u009F\u2028\u202E]/)
  t.is((JSON.parse(written) as { typed: string }).typed, typed)
})

test('what is called a secret does not get out', (t) => {
  const written = linesOf((log) => log.info({ password: 'hush-1', form: { token: 'hush-2' } }, 'x'))
  t.notRegex(written, /hush/)
})

/** A device that answers each write as a full disk does; some machines have none. */
const fullDisk = (): number | undefined => {
  try {
    return openSync('/dev/full', 'w')
  } catch {
    return undefined
  }
}

test('an output that takes no lines keeps a million bytes waiting at most, and the dropped lines are counted (F-45)', async (t) => {
  const fd = fullDisk()
  if (fd === undefined) {
    t.pass()
    return
  }
  // The file stays open: the output goes on trying, and a closed descriptor's number would soon be another file's.
  const output = standardOutput(fd)
  const log = openLog(output)
  const metrics = openMetrics()
  measureLog(metrics, output)
  const dropped = async () => /^portvakt_log_lines_dropped_total (.*)$/m.exec(await metrics.metrics())?.[1]
  t.is(await dropped(), '0')
  const line = 'x'.repeat(10_000)
  for (let turn = 0; turn < 250; turn += 1) log.info({ line }, 'much')
  t.true(Number(await dropped()) > 100 && Number(await dropped()) < 250, await dropped())
})

test('lines come out whole and in their order, however many are written at once', async (t) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'portvakt-test-'))
  t.teardown(async () => await rm(folder, { recursive: true }))
  const file = path.join(folder, 'log')
  const fd = openSync(file, 'w')
  t.teardown(() => closeSync(fd))
  const output = standardOutput(fd)
  const lines = Array.from({ length: 1_000 }, (_, number) => `${number} räksmörgås\n`)
  for (const line of lines) output.write(line)
  const isOut = () => readFileSync(file, 'utf8').length >= lines.join('').length
  while (!isOut()) await output.flush()
  t.true(readFileSync(file, 'utf8') === lines.join(''))
  t.is(output.dropped(), 0)
})

test('a database error in a log line carries its code, table and constraint, and no value of a row', async (t) => {
  const { owner } = await freshDatabase(t)
  const canary = 'Kanariefågel vit sover 4719'
  await sql`create table cage (bird text constraint known_birds unique check (bird <> 'x'), born date)`.execute(owner)
  await sql`insert into cage values (${canary})`.execute(owner)
  const failing = [
    sql`insert into cage values (${canary})`,
    sql`select ${canary}::uuid`,
    sql`select ${canary}::date`,
    sql`select ${`{"bird": ${canary}`}::jsonb`,
    sql`update cage set bird = 'x' where bird = ${canary}`,
    sql`select ${sql.id(canary)} from cage`,
    sql`do ${sql.lit(`begin raise exception 'no room for "${canary}"' using detail = '${canary}'; end`)}`,
  ]
  const written = await Promise.all(
    failing.map(async (statement) => {
      const error = await statement.execute(owner).then(
        () => undefined,
        (thrown: unknown) => thrown as Error,
      )
      return linesOf((log) => log.error({ err: new Error('wrapped', { cause: error }), other: error }, 'failed'))
    }),
  )
  t.regex(written[0] ?? '', /"code":"23505","constraint":"known_birds","table":"cage"/)
  t.deepEqual(
    written.filter((line) => line.includes(canary) || !/"code":"[0-9A-Z]{5}"/.test(line)),
    [],
  )
})

test('an error of a parser, and one with an address or a personnummer in its words, are logged without them', (t) => {
  const parsing = () => JSON.parse('Kanariefågel') as unknown
  const thrown = t.throws(parsing)
  const words = new Error('550 no such user karin@skola.example, 19680314-9845')
  const written = linesOf((log) => log.warn({ thrown, words }, 'failed'))
  t.notRegex(written, /Kanarie|karin|9845/)
  t.regex(written, /550 no such user/)
})

test('a line that weighs less than LOG_LEVEL is not written', (t) => {
  const levels: string[] = []
  for (const level of logLevels) {
    const log = openLog({ write: (line) => void levels.push(`${level}: ${line}`) }, level)
    for (const one of logLevels) log[one]({}, one)
  }
  const written = levels.map((line) => line.replace(/^(\w+): .*"msg":"(\w+)".*\n$/, '$1 $2'))
  t.deepEqual(written, [
    'error error',
    'warn error',
    'warn warn',
    'info error',
    'info warn',
    'info info',
    'debug error',
    'debug warn',
    'debug info',
    'debug debug',
  ])
})

test('a statement in the log carries its time and none of its values', async (t) => {
  const { ownerUrl } = await freshDatabase(t)
  const statements: Parameters<StatementLog>[0][] = []
  const pool = openPool({ url: ownerUrl, size: 1, role: serviceRole, patience })
  t.teardown(async () => await pool.end())
  const db = databaseOn(pool, (statement) => void statements.push(statement))
  await sql`select ${'Kanariefågel'}::text`.execute(db)
  await t.throwsAsync(sql`select ${'Kanariefågel'}::uuid`.execute(db))
  t.deepEqual(
    statements.map((statement) => statement.sql),
    ['select $1::text', 'select $1::uuid'],
  )
  t.true(statements.every(({ milliseconds }) => milliseconds >= 0))
})
