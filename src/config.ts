/**
 * The settings, read once: from the environment, from the file `.env` where the environment is silent, and their
 * defaults. Everything that is wrong is told at once, by the name the operator must change. What is unknown is
 * wrong: a misspelt setting would otherwise be a setting that nobody made.
 */
import { isIP } from 'node:net'
import { parseEnv } from 'node:util'
import { makePolicy, policyBounds, type Policy } from '../config/policy.js'

/** A line that weighs less is not written. */
export const logLevels = ['error', 'warn', 'info', 'debug'] as const

export type LogLevel = (typeof logLevels)[number]

export interface Config {
  readonly isProduction: boolean
  /** Our public address, without a final slash. */
  readonly issuer: string
  readonly host: string
  readonly port: number
  readonly managementPort: number
  /** Where the demo's relying service listens. */
  readonly demoPort: number
  /** Undefined: an embedded server under the data directory. */
  readonly databaseUrl: string | undefined
  readonly dataDirectory: string
  /** Undefined: mails stay in the demo mailbox. */
  readonly mailServer: { readonly url: string; readonly from: string } | undefined
  /** Newest first; undefined: one is made and kept under the data directory. */
  readonly secrets: readonly string[] | undefined
  readonly trustedProxies: readonly string[]
  /** Inside our own network, and yet to be called: networks, hosts, and `.domains`. */
  readonly callableInside: readonly string[]
  readonly isDemo: boolean
  /** With debug each statement is written too, without its values. */
  readonly logLevel: LogLevel
  readonly policy: Policy
}

/** Why the service does not start, written for the person who started it: what is wrong and how to mend it. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
}

export type Environment = Readonly<Record<string, string | undefined>>
/** The text of a file; undefined when there is none. */
export type ReadsFile = (name: string) => string | undefined

/** @throws CannotStart with the whole list of what is wrong. */
export function readConfig(environment: Environment, readFile: ReadsFile): Config {
  const problems: string[] = []
  const file = parseEnv(readFile('.env') ?? '')
  const env = { ...file, ...environment }
  const ask = asker(env, problems)
  refuseUnknown(environment, file, problems)

  const isProduction =
    ask('NODE_ENV', 'development', environmentName, 'production, development or test') === 'production'
  const port = ask('PORT', 3000, portNumber, 'a port, 1 to 65535')
  const smtp = ask('SMTP_URL', undefined, smtpAddress, 'smtp://host:25 or smtps://user:password@host')
  const from = ask('MAIL_FROM', undefined, sender, 'one address, such as Portvakt <portvakt@example.se>')
  const config: Config = {
    isProduction,
    issuer: ask('ISSUER', `http://localhost:${port}`, origin, 'an address without path, such as https://id.example.se'),
    host: ask('HOST', '127.0.0.1', hostName, 'an address or a host name'),
    port,
    managementPort: ask('MANAGEMENT_PORT', 9000, portNumber, 'a port, 1 to 65535'),
    demoPort: ask('DEMO_PORT', 3001, portNumber, 'a port, 1 to 65535'),
    databaseUrl: ask('DATABASE_URL', undefined, postgresAddress, 'postgres://user:password@host/database'),
    dataDirectory: ask('DATA_DIR', 'var', directory, 'a directory'),
    mailServer: smtp === undefined || from === undefined ? undefined : { url: smtp, from },
    secrets: readSecrets(env, readFile, problems),
    trustedProxies: ask('TRUSTED_PROXIES', [], proxies, 'addresses or networks such as 10.0.0.0/8, comma between'),
    callableInside: ask(
      'CALLABLE_INSIDE',
      [],
      callable,
      'networks or host names such as 10.20.0.0/16, .intern.example.se',
    ),
    logLevel: ask('LOG_LEVEL', 'info', oneOf(...logLevels), `one of ${logLevels.join(', ')}`),
    isDemo: ask('DEMO', !isProduction, trueOrFalse, 'true or false'),
    policy: makePolicy((group, key, { standard, least, most }) =>
      ask(policyName(group, key), standard, numberWithin(least, most), `a whole number, ${least} to ${most}`),
    ),
  }
  if (smtp !== undefined && from === undefined && !isSet(env['MAIL_FROM']))
    problems.push('MAIL_FROM: is needed with SMTP_URL')
  ask('SMTP_PLAIN', false, trueOrFalse, 'true or false')
  if (config.port === config.managementPort) problems.push('MANAGEMENT_PORT: is the same as PORT')
  if (config.isDemo) {
    if (config.demoPort === config.port) problems.push('DEMO_PORT: is the same as PORT')
    if (config.demoPort === config.managementPort) problems.push('DEMO_PORT: is the same as MANAGEMENT_PORT')
  }
  if (isProduction) problems.push(...unsafeInProduction(config, env))
  if (problems.length > 0) throw new CannotStart(`The settings cannot be used:\n  ${problems.join('\n  ')}`)
  return config
}

/** `resetCode`, `ordersPerHour` → `POLICY_RESET_CODE_ORDERS_PER_HOUR`. */
export function policyName(group: string, key: string): string {
  return `POLICY_${group}_${key}`.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()
}

const ownNames =
  'NODE_ENV ISSUER HOST PORT MANAGEMENT_PORT DATABASE_URL DATA_DIR SMTP_URL SMTP_PLAIN MAIL_FROM PORTVAKT_SECRET PORTVAKT_SECRET_FILE TRUSTED_PROXIES CALLABLE_INSIDE DEMO DEMO_PORT LOG_LEVEL'

/** Every setting there is. `.env.example` lists them all. */
export const settingNames: readonly string[] = [
  ...ownNames.split(' '),
  ...Object.entries(policyBounds).flatMap(([group, keys]) => Object.keys(keys).map((key) => policyName(group, key))),
]

const isSet = (text: string | undefined): text is string => text !== undefined && text !== ''

const asker =
  (env: Environment, problems: string[]) =>
  <T>(name: string, standard: T, parse: (text: string) => T | undefined, hint: string): T => {
    const text = env[name]
    if (!isSet(text)) return standard
    const value = parse(text.trim())
    if (value === undefined) problems.push(`${name}: must be ${hint}`)
    return value ?? standard
  }

/** The environment belongs to many; only names that look like ours are judged there. The file `.env` is ours. */
const refuseUnknown = (environment: Environment, file: Environment, problems: string[]): void => {
  const looksLikeOurs = Object.keys(environment).filter((name) => /^(?:PORTVAKT|POLICY)_/.test(name))
  for (const name of new Set([...looksLikeOurs, ...Object.keys(file)])) {
    if (!settingNames.includes(name)) problems.push(`${name}: is no setting`)
  }
}

const readSecrets = (env: Environment, readFile: ReadsFile, problems: string[]): readonly string[] | undefined => {
  const given = env['PORTVAKT_SECRET']
  const place = env['PORTVAKT_SECRET_FILE']
  if (isSet(given) && isSet(place)) problems.push('PORTVAKT_SECRET_FILE: is given beside PORTVAKT_SECRET; one of them')
  const name = isSet(given) ? 'PORTVAKT_SECRET' : 'PORTVAKT_SECRET_FILE'
  const text = isSet(given) || !isSet(place) ? given : readFile(place)
  if (!isSet(given) && isSet(place) && text === undefined) problems.push(`${name}: ${place} cannot be read`)
  if (!isSet(text)) return undefined
  const secrets = text.split(',').map((secret) => secret.trim())
  const isStrong = secrets.every((secret) => secret.length >= 32 && new Set(secret).size >= 10)
  if (!isStrong) problems.push(`${name}: each secret must be at least 32 random characters, comma between`)
  if (new Set(secrets).size < secrets.length) problems.push(`${name}: holds the same secret twice`)
  return secrets
}

const unsafeInProduction = (config: Config, env: Environment): string[] => {
  const problems: string[] = []
  if (config.isDemo) problems.push('DEMO: production has no demo')
  if (!config.issuer.startsWith('https:')) problems.push('ISSUER: production needs an https address')
  if (!isSet(env['DATABASE_URL'])) problems.push('DATABASE_URL: production has no embedded database')
  if (!isSet(env['PORTVAKT_SECRET']) && !isSet(env['PORTVAKT_SECRET_FILE'])) {
    problems.push('PORTVAKT_SECRET or PORTVAKT_SECRET_FILE: production does not make its own secret')
  }
  if (!isSet(env['SMTP_URL'])) problems.push('SMTP_URL: production needs a mail server')
  if (config.mailServer !== undefined && env['SMTP_PLAIN']?.trim() !== 'true' && isPlainAfar(config.mailServer.url)) {
    problems.push('SMTP_URL: smtp:// to another host begins unencrypted; use smtps://, or set SMTP_PLAIN=true')
  }
  return problems
}

/** On this machine nobody listens in between. */
const isPlainAfar = (address: string): boolean => {
  const { protocol, hostname } = new URL(address)
  return protocol === 'smtp:' && !/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
}

const numberWithin = (least: number, most: number) => (text: string) => {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : undefined
  return value !== undefined && value >= least && value <= most ? value : undefined
}
const portNumber = numberWithin(1, 65_535)
const oneOf =
  <T extends string>(...allowed: readonly T[]) =>
  (text: string) =>
    allowed.find((value) => value === text)
const environmentName = oneOf('production', 'development', 'test')
const trueOrFalse = (text: string) => (oneOf('true', 'false')(text) === undefined ? undefined : text === 'true')
const directory = (text: string) => (/\p{Cc}/u.test(text) ? undefined : text)
const hostName = (text: string) => (isIP(text) !== 0 || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(text) ? text : undefined)

const url = (text: string, protocols: RegExp): URL | undefined => {
  const parsed = URL.canParse(text) ? new URL(text) : undefined
  return parsed !== undefined && protocols.test(parsed.protocol) ? parsed : undefined
}
const postgresAddress = (text: string) => (url(text, /^postgres(ql)?:$/) === undefined ? undefined : text)
const smtpAddress = (text: string) => ((url(text, /^smtps?:$/)?.hostname ?? '') === '' ? undefined : text)

/** Nothing but scheme, host and port: every other part would be lost in the addresses that we build. */
const origin = (text: string): string | undefined => {
  const parsed = url(text, /^https?:$/)
  if (parsed === undefined || parsed.href !== `${parsed.origin}/` || /[?#]/.test(text)) return undefined
  return parsed.origin
}

/** The rule of delivery/address.ts, as far as an operator's typing goes; delivery itself has the last word. */
const sender = (text: string): string | undefined =>
  /^(?:[^<>"@,;:\p{Cc}]*<[^\s<>@,;:"]+@[^\s<>@,;:"]+>|[^\s<>@,;:"]+@[^\s<>@,;:"]+)$/u.test(text) &&
  !/\p{Cc}/u.test(text)
    ? text
    : undefined

const proxies = (text: string): readonly string[] | undefined => {
  const entries = text.split(',').map((entry) => entry.trim())
  return entries.every(isNetwork) ? entries : undefined
}

const callable = (text: string): readonly string[] | undefined => {
  const entries = text.split(',').map((entry) => entry.trim().toLowerCase())
  const isName = (entry: string) => /^\.?[a-z\d-]+(\.[a-z\d-]+)*$/.test(entry) && !/^[\d.]+$/.test(entry)
  return entries.every((entry) => isNetwork(entry) || isName(entry)) ? entries : undefined
}

/** A network of no bits at all would believe everybody. */
const isNetwork = (entry: string): boolean => {
  const [address = '', bits, ...more] = entry.split('/')
  const most = isIP(address) === 6 ? 128 : 32
  if (isIP(address) === 0 || more.length > 0) return false
  return bits === undefined || numberWithin(1, most)(bits) !== undefined
}
