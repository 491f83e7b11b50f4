import { InvalidArgumentError, type Command } from 'commander'
import { changeContact } from '../accounts/details/change-details.js'
import { createAccount } from '../accounts/create-account.js'
import { namesFrom, whyUnusable } from '../accounts/details/details.js'
import { findByUsername } from '../accounts/find.js'
import { endOfficer, isLastOfficer } from '../accounts/officers/end-officer.js'
import { isOfficer, makeOfficer } from '../accounts/officers/make-officer.js'
import { readPersonalIdentityNumber } from '../accounts/personal-identity-number.js'
import type { Trx } from '../database/database.js'
import { today } from '../database/today.js'
import { isEmailAddress, readEmailAddress } from '../delivery/address.js'
import { issueInitial } from '../one-time-passwords/issue-initial.js'
import { endSessions } from '../login/sessions/sessions.js'
import { resetAccess } from '../officers/accounts/acts/reset-access.js'
import { readLine } from '../values/line.js'
import type { Names } from '../values/names.js'
import { fromWithin } from '../world/origin.js'
import { complain, inDatabase, say, worldOf } from './terminal.js'

interface NewOfficer {
  readonly personnummer: string
  readonly givenName?: string
  readonly familyName?: string
  readonly oneName?: true
  readonly email: string
}

/** `portvakt officer …`: the first officer has nobody before them who could let them in. */
export function officerCommands(officer: Command): void {
  officer
    .command('create')
    .description(
      'make somebody an officer of the agency; prints a one-time password once, and a password that they had works no longer',
    )
    .requiredOption('--personnummer <number>', 'personnummer or samordningsnummer')
    .option('--given-name <name>', 'given name', plainName)
    .option('--family-name <name>', 'family name', plainName)
    .option('--one-name', 'they have only one of the two names')
    .requiredOption('--email <address>', 'e-mail address', emailAddress)
    .action(create)
  officer
    .command('email')
    .description('change the e-mail address of an officer; both addresses are told, and one-time passwords wait a day')
    .requiredOption('--username <username>', 'their username')
    .requiredOption('--email <address>', 'the new e-mail address', emailAddress)
    .action(email)
  officer
    .command('end')
    .description('somebody is an officer no longer; their account stays, signed out everywhere')
    .requiredOption('--username <username>', 'their username')
    .action(end)
}

const email = async (told: { readonly username: string; readonly email: string }): Promise<void> =>
  await onOfficer(told.username, async (trx, accountId) => {
    const input = { accountId, contact: { email: told.email }, from: fromWithin('portvakt officer email') }
    if ((await changeContact(trx, input)).kind === 'not-changed') return complain('They have that address already.')
    say('The address has been changed, and both addresses get a mail about it.')
    say('One-time passwords can be sent there when a day has passed and the former address has got its mail.')
  })

const end = async (told: { readonly username: string }): Promise<void> =>
  await onOfficer(told.username, async (trx, accountId) => {
    const from = fromWithin('portvakt officer end')
    if (await isLastOfficer(trx, accountId)) return complain('They are the last officer. Make another one first.')
    await endOfficer(trx, { accountId, from })
    await endSessions(trx, { accountId, reason: 'ended-by-officer' })
    say('They are an officer no longer, and are signed out everywhere.')
  })

const onOfficer = async (username: string, act: (trx: Trx, accountId: string) => Promise<void>): Promise<void> =>
  await inDatabase(
    async (db) =>
      await db.transaction().execute(async (trx) => {
        const account = await findByUsername(trx, username)
        const isOne = account !== undefined && (await isOfficer(trx, account.id))
        return isOne ? await act(trx, account.id) : complain('No officer has that username.')
      }),
  )

const create = async (told: NewOfficer): Promise<void> =>
  await inDatabase(async (db, config) => {
    const personalIdentityNumber = readPersonalIdentityNumber(told.personnummer, await today(db))
    if (personalIdentityNumber === undefined) return complain('That is no personnummer or samordningsnummer.')
    const names = namesTold(told)
    if (names === undefined) return complain('Give both names, or one of them with --one-name.')
    const world = await worldOf(config)
    const from = fromWithin('portvakt officer create')
    const { email } = told
    const outcome = await db.transaction().execute(async (trx) => {
      const created = await createAccount(trx, {
        person: { personalIdentityNumber, ...names, email },
        from,
      })
      if (created.kind === 'username-taken') throw new Error('No free username was drawn.')
      const { accountId, username } = created
      const made = await makeOfficer(trx, { accountId, from })
      if (made.kind === 'not-made') return undefined
      if (created.kind === 'known')
        await resetAccess(trx, { accountId, contact: { email }, why: { why: 'officer' }, from })
      return { username, code: await issueInitial(trx, world, { accountId, from }), isKnown: created.kind === 'known' }
    })
    if (outcome === undefined) return complain('They are an officer already, or their account has been ended.')
    say(`Username:           ${outcome.username}`)
    say(`One-time password:  ${outcome.code}`)
    if (outcome.isKnown)
      say('The account was there already: its password works no longer, and it is signed out everywhere.')
    say(
      `It is told here once, and opens ${config.issuer}/losenordskiosk/andra for ${world.policy.initialPassword.days} days.`,
    )
  })

/** Undefined when a name is missing and it is not said that there is none. */
const namesTold = ({ givenName = '', familyName = '', oneName }: NewOfficer): Names | undefined => {
  const names = namesFrom({ givenName, familyName, hasOneName: oneName === true ? 'ja' : '' })
  return names.givenName === '' || names.familyName === '' ? undefined : names
}

const plainName = (written: string): string => {
  const name = readLine(written)
  if (whyUnusable('givenName', name) !== undefined)
    throw new InvalidArgumentError('A name of at most 80 characters, and no address.')
  return name
}

const emailAddress = (written: string): string => {
  const address = readEmailAddress(written)
  if (!isEmailAddress(address)) throw new InvalidArgumentError('One plain e-mail address.')
  return address
}
