/** The operator's commands. Each works beside a running service, and on a machine where none is running. */
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { verifyAudit } from '../audit/chain/verify.js'
import type { Db } from '../database/database.js'
import { uuidInAnyCase } from '../database/uuid.js'
import { retryChore, failedJobs } from '../delivery/jobs/failed-jobs.js'
import { undeliveredMails } from '../delivery/undelivered.js'
import { serve } from '../server/serve.js'
import { exitOnCannotStart, processEnvironment } from '../server/process-environment.js'
import { clientCommands } from './client.js'
import { keyCommands } from './keys.js'
import { officerCommands } from './officer.js'
import { organisationCommands } from './organisation.js'
import { restored } from './restored.js'
import { complain, inDatabase, say } from './terminal.js'

/** 0: done, also with warnings. 1: failed. 2: the command line cannot be read, and nothing has been tried. */
const wrongUsage = 2

/** Reads the command line and does what it says; the exit code tells whether it was done. */
export async function runCommand(argv: readonly string[]): Promise<void> {
  const program = new Command('portvakt')
    .description('Identity and access management for an agency that schools report to.')
    .addHelpText('after', '\nSettings come from the environment and the file .env; .env.example lists them.')
    .showHelpAfterError()
    .exitOverride()
  program
    .command('serve')
    .description('start the service; what npm start does')
    .action(async () => await serve(processEnvironment))
  program
    .command('migrate')
    .description('bring the database to this version, as the owner that DATABASE_URL names')
    .action(async () => await inDatabase(async () => say('The database is of this version.')))
  program
    .command('restored')
    .description('after a backup was put back: end every session, token and one-time password, and open every lock')
    .action(async () => await inDatabase(restored))
  program
    .command('audit')
    .description('the record of what was done')
    .command('verify')
    .description('walk the whole chain of audit events and compute every hash anew')
    .action(async () => await inDatabase(verify))
  program
    .command('mail')
    .description('the e-mails that the service sends')
    .command('undelivered')
    .description('list those that were given up, the latest first')
    .action(async () => await inDatabase(listUndelivered))
  jobCommands(
    program
      .command('job')
      .description('work that is too long for a request: files of people, walks along the record, disposals'),
  )
  clientCommands(program.command('client').description('relying services'))
  keyCommands(program.command('keys').description('what id tokens are signed with, and master secrets'))
  organisationCommands(program.command('organisation').description('schools and municipalities'))
  officerCommands(program.command('officer').description('those who work for the agency'))
  await exitOnCannotStart(async () => {
    try {
      await program.parseAsync([...argv], { from: 'user' })
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error
      if (error.exitCode !== 0) process.exitCode = wrongUsage
    }
  })
}

const jobCommands = (job: Command): void => {
  job
    .command('undone')
    .description('list what has failed for good, the latest first')
    .action(async () => await inDatabase(listUndone))
  job
    .command('retry')
    .description('try once more what has failed for good; what was done of it is not done again')
    .argument('<id>', 'the last word of its line in the list', idFrom)
    .action(async (id: string) => await inDatabase(async (db) => await retry(db, id)))
}

const idFrom = (typed: string): string => {
  if (uuidInAnyCase.test(typed)) return typed
  throw new InvalidArgumentError('It is no id of a job.')
}

const retry = async (db: Db, id: string): Promise<void> => {
  const isBack = await db.transaction().execute(async (trx) => await retryChore(trx, id))
  if (!isBack) return complain('No job that has failed for good has that id.')
  say('The job waits to be done again.')
}

const verify = async (db: Db): Promise<void> => {
  const state = await verifyAudit(db)
  if (state.kind === 'whole') return say(`The chain is whole: ${state.events} events.`)
  complain(`The chain is broken at event ${state.at}: ${broken[state.why]}`)
}

const listUndelivered = async (db: Db): Promise<void> => {
  const mails = await undeliveredMails(db)
  for (const { givenUpAt, kind, reason, tries, accountId, id } of mails) {
    say([givenUpAt.toISOString(), kind, reason, `${tries} tries`, `account ${accountId ?? 'unknown'}`, id].join('  '))
  }
  if (mails.length === 0) say('No e-mail lies undelivered.')
}

const listUndone = async (db: Db): Promise<void> => {
  const undone = await failedJobs(db)
  for (const { givenUpAt, kind, about = 'unknown', tries, id } of undone) {
    say([givenUpAt.toISOString(), kind, about, `${tries} tries`, id].join('  '))
  }
  if (undone.length === 0) say('No job has failed for good.')
}

const broken = {
  changed: 'it has been changed.',
  missing: 'one is missing here.',
  'cut-off': 'this one and all later ones are gone.',
} as const
