import { readFile } from 'node:fs/promises'
import { InvalidArgumentError, Option, type Command } from 'commander'
import { CannotStart } from '../config.js'
import type { Db } from '../database/database.js'
import { untoldServices } from '../delivery/notices/untold.js'
import { errorsFrom } from '../officers/relying-services/relying-services.messages.js'
import type { Mistake } from '../officers/relying-services/relying-services.form.js'
import { allServices } from '../permissions/configured/service.js'
import {
  authMethods,
  signingAlgorithms,
  type AuthMethod,
  type KeySet,
  type SigningAlgorithm,
} from '../relying-services/client.js'
import { readPublicKeys } from '../relying-services/public-keys.js'
import { readAddress } from '../relying-services/addresses.js'
import { readLine } from '../values/line.js'
import { registerClient } from '../relying-services/register.js'
import { turnOff, turnOn } from '../relying-services/turn-off.js'
import { en } from '../text/en.js'
import { fromWithin } from '../context/origin.js'
import { complain, inDatabase, say, contextOf } from './terminal.js'

interface Told {
  readonly nameSv: string
  readonly nameEn: string
  readonly home: string
  readonly redirect: readonly string[]
  readonly postLogout?: readonly string[]
  readonly backchannelLogout?: string
  readonly service: readonly string[]
  readonly auth: AuthMethod
  readonly jwks?: string
  readonly idTokenAlg: SigningAlgorithm
  readonly mayRefresh?: boolean
  readonly asksConsent?: boolean
}

/** `portvakt client …` */
export function clientCommands(client: Command): void {
  client
    .command('add')
    .description('register a relying service; prints its secret once, if it has one')
    .argument('<id>', 'its client_id: small letters, digits and hyphens')
    .requiredOption('--name-sv <name>', 'its name in Swedish', plainName)
    .requiredOption('--name-en <name>', 'its name in English', plainName)
    .requiredOption('--home <address>', 'where a person begins')
    .requiredOption('--redirect <address...>', 'where a person comes back after sign-in, exactly')
    .option('--post-logout <address...>', 'where a person comes back after sign-out, exactly')
    .option('--backchannel-logout <address>', 'where it is told that a session has ended')
    .addOption(
      new Option('--service <code...>', 'the services whose permissions it is told of')
        .choices(allServices.map(({ code }) => code))
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--auth <method>', 'how it shows who it is').choices([...authMethods]).default('client_secret_basic'),
    )
    .option('--jwks <file>', 'its public keys, for private_key_jwt')
    .addOption(
      new Option('--id-token-alg <alg>', 'what its id tokens are signed with')
        .choices([...signingAlgorithms])
        .default('ES256'),
    )
    .option('--may-refresh', 'it may renew its tokens without another sign-in')
    .option('--asks-consent', 'it is not the agency’s own: each person is asked what it may know of them')
    .action(add)
  client
    .command('off')
    .description('turn it off: what it was given is gone, it is told to let go of everybody, nobody signs in to it')
    .argument('<id>')
    .action(async (id: string) => await turn(id, 'off'))
  client
    .command('on')
    .description('turn it on again; it begins anew')
    .argument('<id>')
    .action(async (id: string) => await turn(id, 'on'))
  client
    .command('untold')
    .description('list those that could not be told of the end of a session, the latest first')
    .action(async () => await inDatabase(listUntold))
}

const add = async (id: string, told: Told): Promise<void> => {
  const publicKeys = told.jwks === undefined ? undefined : await keysIn(told.jwks)
  if (publicKeys === 'unusable') return
  await inDatabase(async (db, config) => {
    const context = await contextOf(config)
    const registration = {
      name: { sv: readLine(told.nameSv), en: readLine(told.nameEn) },
      homeUri: readAddress(told.home),
      redirectUris: told.redirect.map(readAddress),
      postLogoutRedirectUris: (told.postLogout ?? []).map(readAddress),
      backchannelLogoutUri: told.backchannelLogout && readAddress(told.backchannelLogout),
      services: told.service,
      authMethod: told.auth,
      publicKeys: told.auth === 'private_key_jwt' ? publicKeys : undefined,
      idTokenSignedResponseAlg: told.idTokenAlg,
      mayRefresh: told.mayRefresh ?? false,
      isFirstParty: told.asksConsent !== true,
    }
    const input = { id, registration, from: fromWithin('portvakt client add') }
    const outcome = await db.transaction().execute(async (trx) => await registerClient(trx, context, input))
    if (outcome.kind === 'faulty') return complainOf(outcome.faults)
    if (outcome.kind !== 'registered') {
      return complainOf([{ field: 'id', what: outcome.kind === 'taken' ? 'taken' : 'id' }])
    }
    say(`Issuer:     ${config.issuer}`)
    say(`Client id:  ${id}`)
    if (outcome.secret !== undefined) say(`Secret:     ${outcome.secret}\nIt is told here once.`)
  })
}

const complainOf = (mistakes: readonly Mistake[]): void =>
  complain([...errorsFrom(en, mistakes).map(({ message }) => message), 'Nothing has been registered.'].join('\n'))

const keysIn = async (file: string): Promise<KeySet | 'unusable'> => {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new CannotStart(`${file} cannot be read (${cause.code}).`, { cause })
  })
  const read = readPublicKeys(text)
  if (read.kind === 'read') return read.publicKeys
  complainOf([{ field: 'publicKeys', what: 'keys', fault: read.fault }])
  return 'unusable'
}

const turn = async (id: string, to: 'off' | 'on'): Promise<void> =>
  await inDatabase(async (db) => {
    const input = { id, from: fromWithin(`portvakt client ${to}`) }
    const act = to === 'off' ? turnOff : turnOn
    const outcome = await db.transaction().execute(async (trx) => await act(trx, input))
    if (outcome.kind === 'not-turned')
      return complain(`There is no service ${id} that is ${to === 'off' ? 'on' : 'off'}.`)
    say(`${id} is ${to}.`)
  })

const listUntold = async (db: Db): Promise<void> => {
  const notices = await untoldServices(db)
  for (const { givenUpAt, clientId, reason, tries, accountId, id } of notices) {
    const about = `account ${accountId ?? 'unknown'}`
    say([givenUpAt.toISOString(), clientId ?? 'unknown', reason, `${tries} tries`, about, id].join('  '))
  }
  if (notices.length === 0) say('Every relying service has been told.')
}

const plainName = (written: string): string => {
  const name = written.trim().normalize('NFC')
  if (!/^[^\p{C}]{1,100}$/u.test(name)) throw new InvalidArgumentError('A name of 1 to 100 characters.')
  return name
}
