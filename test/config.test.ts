import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import test from 'ava'
import { policyBounds, standardPolicy } from '../config/policy.js'
import { CannotStart, policyName, readConfig, settingNames } from '../src/config.js'

const noFiles = () => undefined
const secret = 'q8Zx0vT5bN2mK7rL4wJ9cY1sD6fH3gPa'
const production = {
  NODE_ENV: 'production',
  ISSUER: 'https://id.example.se',
  DATABASE_URL: 'postgres://portvakt@db.example.se/portvakt',
  SMTP_URL: 'smtps://mail.example.se',
  MAIL_FROM: 'Portvakt <portvakt@example.se>',
  PORTVAKT_SECRET: secret,
}
const complaints = (env: Record<string, string>, readFile: (name: string) => string | undefined = noFiles) => {
  try {
    readConfig(env, readFile)
    return []
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim())
  }
}

test('without any setting it is a demo on this machine', (t) => {
  t.deepEqual(readConfig({}, noFiles), {
    isProduction: false,
    logLevel: 'info',
    issuer: 'http://localhost:3000',
    host: '127.0.0.1',
    port: 3000,
    managementPort: 9000,
    demoPort: 3001,
    databaseUrl: undefined,
    dataDirectory: 'var',
    mailServer: undefined,
    secrets: undefined,
    trustedProxies: [],
    callableInside: [],
    isDemo: true,
    policy: standardPolicy,
  })
})

test('an empty setting is one that nobody made', (t) => {
  t.deepEqual(readConfig({ SMTP_URL: '', PORT: '', PORTVAKT_SECRET: '' }, noFiles), readConfig({}, noFiles))
})

test('everything that is wrong is told at once, by name', (t) => {
  const wrong = {
    NODE_ENV: 'Production',
    ISSUER: 'id.example.se',
    HOST: 'no host',
    PORT: '70000',
    MANAGEMENT_PORT: '-1',
    DEMO_PORT: '0',
    DATABASE_URL: 'mysql://x',
    SMTP_URL: 'http://x',
    MAIL_FROM: 'a@b.se, c@d.se',
    DEMO: 'yes',
    TRUSTED_PROXIES: '10.0.0.0/8, nobody',
    PORTVAKT_SECRET: 'short',
    POLICY_LOCK_MINUTES: '0',
    PORTVAKT_SECRETS: 'x',
    POLICY_LOCK_HOURS: '1',
  }
  const names = complaints(wrong).map((line) => line.split(':')[0])
  t.deepEqual(
    Object.keys(wrong).filter((name) => !names.includes(name)),
    [],
  )
  t.is(names.length, Object.keys(wrong).length)
})

for (const [name, value] of [
  ['ISSUER', 'https://id.example.se/path'],
  ['ISSUER', 'https://id.example.se?x'],
  ['ISSUER', 'https://id.example.se#'],
  ['ISSUER', 'https://user@id.example.se'],
  ['ISSUER', 'javascript:alert(1)'],
  ['PORT', '3000.5'],
  ['PORT', '0x10'],
  ['PORT', '0'],
  ['MANAGEMENT_PORT', '3000'],
  ['CALLABLE_INSIDE', '0.0.0.0/0'],
  ['CALLABLE_INSIDE', 'https://tjanst.example.se'],
  ['DEMO_PORT', '3000'],
  ['TRUSTED_PROXIES', '0.0.0.0/0'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['TRUSTED_PROXIES', '10.0.0.0/8/8'],
  ['TRUSTED_PROXIES', 'localhost'],
  ['SMTP_URL', 'smtp://'],
  ['MAIL_FROM', 'Portvakt\r\nBcc: x <a@b.se>'],
  ['MAIL_FROM', 'portvakt'],
  ['DEMO', 'TRUE'],
  ['SMTP_PLAIN', 'yes'],
  ['PORTVAKT_SECRET', 'a'.repeat(40)],
  ['PORTVAKT_SECRET', `${secret},short`],
  ['PORTVAKT_SECRET', `${secret},${secret}`],
  ['PORTVAKT_SECRET_FILE', '/nowhere'],
  ['POLICY_PASSWORD_MINIMUM_LENGTH', '7'],
  ['POLICY_RESET_CODE_ORDERS_PER_HOUR', 'three'],
] as const) {
  test(`${name} refuses ${JSON.stringify(value)}`, (t) => {
    t.regex(complaints({ [name]: value })[0] ?? '', new RegExp(`^${name}: `))
  })
}

test('the public address is kept without a final slash', (t) => {
  t.is(readConfig({ ISSUER: 'https://ID.example.se:443/' }, noFiles).issuer, 'https://id.example.se')
})

test('a policy is overridden key by key', (t) => {
  const { policy } = readConfig({ POLICY_RESET_CODE_ORDERS_PER_HOUR: '7' }, noFiles)
  t.deepEqual(policy, { ...standardPolicy, resetCode: { ...standardPolicy.resetCode, ordersPerHour: 7 } })
})

test('secrets are a list, newest first, also out of a file', (t) => {
  const other = secret.toUpperCase()
  const files = (name: string) => (name === '/secret' ? `${secret},${other}\n` : undefined)
  t.deepEqual(readConfig({ PORTVAKT_SECRET_FILE: '/secret' }, files).secrets, [secret, other])
})

test('the environment goes before the file .env', (t) => {
  const files = (name: string) => (name === '.env' ? 'PORT=3100\nHOST=0.0.0.0\n' : undefined)
  const { port, host } = readConfig({ PORT: '3200' }, files)
  t.deepEqual({ port, host }, { port: 3200, host: '0.0.0.0' })
})

test('the file .env holds nothing but settings', (t) => {
  t.deepEqual(
    complaints({ LANG: 'sv_SE' }, (name) => (name === '.env' ? 'ISUER=https://x.se' : undefined)),
    ['ISUER: is no setting'],
  )
})

test('production is content with what is safe', (t) => {
  t.deepEqual(complaints(production), [])
  t.false(readConfig(production, noFiles).isDemo)
})

test('production refuses plain smtp:// to another host unless SMTP_PLAIN says so', (t) => {
  const to = (SMTP_URL: string, more = {}) => complaints({ ...production, SMTP_URL, ...more })
  t.regex(to('smtp://mail.example.se:25')[0] ?? '', /^SMTP_URL: .*SMTP_PLAIN=true$/)
  t.regex(to('smtp://127.0.0.1.example.se')[0] ?? '', /^SMTP_URL: /)
  t.deepEqual(to('smtp://mail.example.se:25', { SMTP_PLAIN: 'true' }), [])
  for (const near of ['smtp://localhost', 'smtp://127.0.0.1:25', 'smtp://[::1]']) t.deepEqual(to(near), [])
})

test('production refuses all that is unsafe (R-13)', (t) => {
  const names = complaints({ NODE_ENV: 'production', DEMO: 'true' }).map((line) => line.split(/[: ]/)[0])
  t.deepEqual(names, ['DEMO', 'ISSUER', 'DATABASE_URL', 'PORTVAKT_SECRET', 'SMTP_URL'])
})

test('.env.example lists every setting, with the defaults of the policy', (t) => {
  const example = readFileSync('.env.example', 'utf8').replaceAll(/^#(?=[A-Z_]+=)/gm, '')
  const listed = parseEnv(example)
  t.deepEqual(Object.keys(listed).toSorted(byName), settingNames.toSorted(byName))
  for (const [group, keys] of Object.entries(policyBounds)) {
    for (const [key, { standard, least, most }] of Object.entries(keys)) {
      t.true(example.includes(`# ${least} to ${most}\n${policyName(group, key)}=${standard}\n`), `${group}.${key}`)
    }
  }
})

const byName = (one: string, other: string) => one.localeCompare(other)
