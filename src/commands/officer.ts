import { InvalidArgumentError, Option, type Command } from 'commander'
import { changeContact } from '../accounts/details/change-details.js'
import { changeNumber } from '../accounts/change-number.js'
import { createAccount } from '../accounts/create-account.js'
import { namesFrom, readDetail, whyUnusable, type DetailField } from '../accounts/details/details.js'
import { findByUsername } from '../accounts/find.js'
import { endOfficer, isLastOfficer } from '../accounts/officers/end-officer.js'
import { isOfficer, isOrWasOfficer, makeOfficer } from '../accounts/officers/make-officer.js'
import { checkPersonalIdentityNumber } from '../accounts/personal-identity-number.js'
import type { Db, Trx } from '../database/database.js'
import { today } from '../database/today.js'
import { issueInitial } from '../one-time-passwords/issue-initial.js'
import { endSessions } from '../login/sessions/sessions.js'
import { reopenAccount } from '../officers/accounts/actions/ending/end-account.js'
import { resetAccess } from '../officers/accounts/actions/reset-access.js'
import { readWords } from '../officers/accounts/actions/account-actions.form.js'
import { sweden } from '../text/country.js'
import { textIn } from '../text/text.js'
import { sentenceFor } from '../values/mistakes.js'
import type { Names } from '../values/names.js'
import { fromWithin } from '../context/origin.js'
import { complain, inDatabase, say, contextOf } from './terminal.js'

interface TypedNames {
  readonly givenName?: string
  readonly familyName?: string
  readonly oneName?: true
}

interface NewOfficer extends TypedNames {
  readonly personnummer: string
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
    .option('--given-name <name>', 'given name, required but with --one-name', detail('givenName'))
    .option('--family-name <name>', 'family name, required but with --one-name', detail('familyName'))
    .option('--one-name', 'they have only one of the two names, which is given alone')
    .requiredOption('--email <address>', 'e-mail address', detail('email'))
    .action(create)
  officer
    .command('email')
    .description('change the e-mail address of an officer; both addresses are told, and one-time passwords wait a day')
    .requiredOption('--username <username>', 'their username')
    .requiredOption('--email <address>', 'the new e-mail address', detail('email'))
    .action(email)
  officer
    .command('name')
    .description('change the names of an officer, or of somebody who was one')
    .requiredOption('--username <username>', 'their username')
    .option('--given-name <name>', 'the new given name', detail('givenName'))
    .option('--family-name <name>', 'the new family name', detail('familyName'))
    .option('--one-name', 'they have only one of the two names')
    .action(name)
  officer
    .command('number')
    .description('change the personnummer or samordningsnummer of an officer, or of somebody who was one')
    .requiredOption('--username <username>', 'their username')
    .requiredOption('--personnummer <number>', 'the new personnummer or samordningsnummer')
    .action(number)
  addPost(officer)
  officer
    .command('reopen')
    .description('reopen the ended account of somebody who was an officer; they get a mail, and are no officer by it')
    .requiredOption('--username <username>', 'their username')
    .requiredOption('--reason <words>', 'why, in at most 500 characters', reasonFor)
    .action(reopen)
  officer
    .command('end')
    .description('somebody is an officer no longer; their account stays, signed out everywhere')
    .requiredOption('--username <username>', 'their username')
    .action(end)
}

const addPost = (officer: Command): void => {
  officer
    .command('post')
    .description('change the postal address of an officer, or of somebody who was one')
    .requiredOption('--username <username>', 'their username')
    .option('--street <street>', 'street and number, or box', detail('street'))
    .option('--postal-code <code>', 'postal code; may be left out where the country has none')
    .option('--locality <locality>', 'locality', detail('locality'))
    .option(
      '--country <country>',
      'its name in Swedish or English, or two letters; Sweden when left out',
      detail('country'),
    )
    .addOption(
      new Option('--none', 'they have no postal address any more').conflicts([
        'street',
        'postalCode',
        'locality',
        'country',
      ]),
    )
    .action(postal)
}

const email = async (told: { readonly username: string; readonly email: string }): Promise<void> =>
  await onOfficersAccount(told.username, async (trx, accountId) => {
    const input = { accountId, contact: { email: told.email }, from: fromWithin('portvakt officer email') }
    if ((await changeContact(trx, input)).kind === 'not-changed')
      return complain('They have that address already, or their account has ended.')
    say('The address has been changed, and both addresses get a mail about it.')
    say('One-time passwords can be sent there when a day has passed and the former address has got its mail.')
  })

const name = async (typed: TypedNames & { readonly username: string }): Promise<void> => {
  const names = namesTold(typed)
  if (names === undefined) return complain(bothNames)
  await onOfficersAccount(typed.username, async (trx, accountId) => {
    const outcome = await changeContact(trx, { accountId, contact: names, from: fromWithin('portvakt officer name') })
    if (outcome.kind === 'not-changed') return complain('They have that name already, or their account has ended.')
    say('The name has been changed.')
  })
}

const number = async (typed: { readonly username: string; readonly personnummer: string }): Promise<void> =>
  await onOfficersAccount(typed.username, async (trx, accountId) => {
    const read = await numberFrom(trx, typed.personnummer)
    if (read === undefined) return
    const from = fromWithin('portvakt officer number')
    const outcome = await changeNumber(trx, { accountId, by: undefined, number: read, from })
    switch (outcome.kind) {
      case 'changed':
        return say('The number has been changed.')
      case 'taken':
        return complain(textIn('en').officers.merging.number.taken)
      case 'not-changed':
        return complain('They have that number already, or their account has ended.')
      default:
        return outcome satisfies never
    }
  })

interface TypedPostalAddress {
  readonly username: string
  readonly street?: string
  readonly postalCode?: string
  readonly locality?: string
  readonly country?: string
  readonly none?: true
}

const postal = async (typed: TypedPostalAddress, command: Command): Promise<void> => {
  const contact = typed.none === true ? noAddress : postalAddressTold(typed, command)
  await onOfficersAccount(typed.username, async (trx, accountId) => {
    const outcome = await changeContact(trx, { accountId, contact, from: fromWithin('portvakt officer post') })
    if (outcome.kind === 'not-changed') return complain('They have that address already, or their account has ended.')
    say(typed.none === true ? 'The postal address has been taken away.' : 'The postal address has been changed.')
  })
}

const noAddress = { street: null, postalCode: null, locality: null, country: sweden }

/** An address is whole or not there. */
const postalAddressTold = (typed: TypedPostalAddress, command: Command) => {
  const { street, locality, country = sweden } = typed
  if (street === undefined || locality === undefined)
    command.error('Give --street and --locality, or --none when they have no postal address.')
  const postalCode = readDetail.postalCode(typed.postalCode ?? '', country)
  // What a country's codes look like is known when both options have been read.
  const why = whyUnusable('postalCode', postalCode, country)
  if (why !== undefined) command.error(sentenceFor(textIn('en'), { kind: 'postalCode', why, value: postalCode }))
  return { street, postalCode: postalCode || null, locality, country }
}

const reopen = async ({ username, reason }: { readonly username: string; readonly reason: string }): Promise<void> =>
  await onOfficersAccount(username, async (trx, accountId) => {
    const from = fromWithin('portvakt officer reopen')
    const outcome = await reopenAccount(trx, { accountId, by: undefined, reason, from })
    if (outcome.kind === 'not-reopened')
      return complain('Their account has not ended, or has been merged into another one.')
    say('The account has been reopened, and they get a mail about it. An officer sends them a one-time password.')
    say('They are no officer by it: portvakt officer create makes them one again.')
  })

const end = async (told: { readonly username: string }): Promise<void> =>
  await onOfficer(told.username, async (trx, accountId) => {
    const from = fromWithin('portvakt officer end')
    if (await isLastOfficer(trx, accountId)) return complain('They are the last officer. Make another one first.')
    await endOfficer(trx, { accountId, from })
    await endSessions(trx, { accountId, reason: 'ended-by-officer' })
    say('They are an officer no longer, and are signed out everywhere.')
  })

type Act = (trx: Trx, accountId: string) => Promise<void>

const onOfficer = async (username: string, act: Act): Promise<void> =>
  await onAccount({ username, isTheirs: isOfficer, otherwise: 'No officer has that username.' }, act)

/** As far as the rule of two reaches (docs/decisions/0009). */
const onOfficersAccount = async (username: string, act: Act): Promise<void> =>
  await onAccount(
    { username, isTheirs: isOrWasOfficer, otherwise: 'Nobody who is or was an officer has that username.' },
    act,
  )

interface Whose {
  readonly username: string
  readonly isTheirs: (db: Db, accountId: string) => Promise<boolean>
  readonly otherwise: string
}

const onAccount = async ({ username, isTheirs, otherwise }: Whose, act: Act): Promise<void> =>
  await inDatabase(
    async (db) =>
      await db.transaction().execute(async (trx) => {
        const account = await findByUsername(trx, username)
        const isOne = account !== undefined && (await isTheirs(trx, account.id))
        return isOne ? await act(trx, account.id) : complain(otherwise)
      }),
  )

const create = async (told: NewOfficer): Promise<void> =>
  await inDatabase(async (db, config) => {
    const personalIdentityNumber = await numberFrom(db, told.personnummer)
    if (personalIdentityNumber === undefined) return
    const names = namesTold(told)
    if (names === undefined) return complain(bothNames)
    const context = await contextOf(config)
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
      return {
        username,
        code: await issueInitial(trx, context, { accountId, from }),
        isKnown: created.kind === 'known',
      }
    })
    if (outcome === undefined) return complain('They are an officer already, or their account has been ended.')
    say(`Username:           ${outcome.username}`)
    say(`One-time password:  ${outcome.code}`)
    if (outcome.isKnown)
      say('The account was there already: its password works no longer, and it is signed out everywhere.')
    say(
      `It is told here once, and opens ${config.issuer}/losenordskiosk/andra for ${context.policy.initialPassword.days} days.`,
    )
  })

/** Undefined when a name is missing and it is not said that there is none, or is there although that is said. */
const namesTold = ({ givenName = '', familyName = '', oneName }: TypedNames): Names | undefined => {
  if (oneName === true && givenName !== '' && familyName !== '') return undefined
  const names = namesFrom({ givenName, familyName, hasOneName: oneName === true ? 'ja' : '' })
  return names.givenName === '' || names.familyName === '' ? undefined : names
}

const bothNames = 'Give both names, or only one of them with --one-name.'

/** Undefined when it is none, and why has been written. */
const numberFrom = async (db: Db, typed: string): Promise<string | undefined> => {
  const read = checkPersonalIdentityNumber(typed, await today(db))
  if (read.kind === 'number') return read.number
  complain(textIn('en').mistakes.number[read.kind])
  return undefined
}

/** As every form reads it, and with the sentence that a form shows. */
const detail =
  (field: DetailField) =>
  (typed: string): string => {
    const value = readDetail[field](typed)
    const why = whyUnusable(field, value)
    if (why === undefined) return value
    throw new InvalidArgumentError(sentenceFor(textIn('en'), { kind: field, why, value }))
  }

const reasonFor = (typed: string): string => {
  const reason = readWords(typed)
  if (reason === undefined) throw new InvalidArgumentError(textIn('en').officers.accountActions.wrongReason)
  return reason
}
