import {
  keepPeppers,
  learnSecrets,
  passwordsBySecret,
  sealPeppersAnew,
  unknownNewer,
} from '../accounts/peppers/peppers.js'
import { record } from '../audit/record.js'
import { CannotStart } from '../config.js'
import type { Db } from '../database/database.js'
import type { Log } from '../log.js'
import { locksBySecret } from '../login/attempts/locks-by-secret.js'
import { sealKeysAnew, secretsOfKeys } from '../oidc/keys/seal-keys-anew.js'
import { waitingCodes } from '../one-time-passwords/waiting-codes.js'
import { sealSecretsAnew, secretsOfClients } from '../relying-services/seal-secrets-anew.js'
import type { KeyRing } from '../context/keys.js'
import { fromWithin } from '../context/origin.js'
import type { ReadinessCheck } from './readiness.js'

/**
 * The master secret takes turns in two phases (security.md T24): a new one is known at every node before it is the
 * newest at any. Each start puts under its newest secret what an older one sealed, so that the older one can be dropped.
 * @throws CannotStart when a secret is left out without which nothing can be signed
 */
export async function takeUpSecrets(db: Db, keys: KeyRing, log: Pick<Log, 'warn'>): Promise<void> {
  const missing = await missingAtStart(db, keys)
  if (missing.some(({ what }) => what === 'signing keys')) {
    const lines = missing.map(({ words }) => `  ${words}`)
    throw new CannotStart(
      ['A master secret is missing in PORTVAKT_SECRET:', ...lines, 'Put it back, behind the newest one.'].join('\n'),
    )
  }
  await db.transaction().execute(async (trx) => {
    await keepPeppers(trx, keys)
    await learnSecrets(trx, keys, { lacksSecrets: missing.some(({ what }) => isTyped(what)) })
    const details = {
      signingKeys: await sealKeysAnew(trx, keys),
      clientSecrets: await sealSecretsAnew(trx, keys),
      peppers: await sealPeppersAnew(trx, keys),
    }
    if (Object.values(details).every((count) => count === 0)) return
    await record(trx, fromWithin('start'), { kind: 'sealed-anew', details: { ...details, under: keys.ids[0] } })
  })
  for (const { words } of missing) log.warn({}, words)
}

/** The signing keys, client secrets, passwords, codes and locks that need one master secret. */
export interface Rest {
  readonly secretId: string
  readonly what: 'signing keys' | 'client secrets' | 'one-time passwords' | 'passwords' | 'peppers' | 'locks'
  readonly count: number
  /** Of codes and locks: when the last has ended. */
  readonly until?: Date
  /** Of passwords: the secret under which their pepper is kept, so that the one it came from may go. */
  readonly keptUnder?: string | undefined
}

export async function restingOnSecrets(db: Db, keys: KeyRing): Promise<readonly Rest[]> {
  const passwords = await passwordsBySecret(db, keys)
  const codes = await waitingCodes(db)
  const locks = await locksBySecret(db, keys)
  const peppers = passwords.flatMap(({ secretId, keptUnder }) =>
    keptUnder === undefined || keptUnder === secretId ? [] : [keptUnder],
  )
  return [
    ...counted('signing keys', await secretsOfKeys(db)),
    ...counted('client secrets', await secretsOfClients(db)),
    ...counted('peppers', peppers),
    ...passwords.map(({ secretId, count, keptUnder }) => ({ secretId, what: 'passwords' as const, count, keptUnder })),
    ...codes.map(({ secretId, count, until }) => ({ secretId, what: 'one-time passwords' as const, count, until })),
    ...locks.map(({ secretId, count, until }) => ({ secretId, what: 'locks' as const, count, until })),
  ]
}

/** Why this node should have no traffic: it cannot unseal what it needs, or it does not know another's newest secret. */
export function secretsCheck(db: Db, keys: KeyRing): ReadinessCheck {
  return async () => {
    const newer = await unknownNewer(db, keys)
    const sealed = [
      ...counted('signing keys', await secretsOfKeys(db)),
      ...counted('client secrets', await secretsOfClients(db)),
    ].filter(({ secretId }) => !keys.ids.includes(secretId))
    return [
      ...(newer === undefined ? [] : [{ name: 'master-secret-behind', words: behind(newer), blocks: true }]),
      ...sealed.map((rest) => ({ name: 'master-secret-missing', words: lacking(rest), blocks: true })),
    ]
  }
}

const missingAtStart = async (
  db: Db,
  keys: KeyRing,
): Promise<readonly { what: Rest['what'] | ''; words: string }[]> => {
  const newer = await unknownNewer(db, keys)
  const isHeld = ({ secretId, keptUnder }: Rest) =>
    keys.ids.includes(secretId) || (keptUnder !== undefined && keys.ids.includes(keptUnder))
  const rests = (await restingOnSecrets(db, keys)).filter((rest) => !isHeld(rest))
  return [
    ...(newer === undefined ? [] : [{ what: '' as const, words: behind(newer) }]),
    ...rests.map((rest) => ({ what: rest.what, words: lacking(rest) })),
  ]
}

/** A person types it, and its secret decides whether it is right. */
const isTyped = (what: Rest['what'] | ''): boolean =>
  what === 'passwords' || what === 'peppers' || what === 'one-time passwords'

const counted = (what: Rest['what'], secretIds: readonly string[]): readonly Rest[] =>
  [...Map.groupBy(secretIds, (id) => id)].map(([secretId, { length }]) => ({ secretId, what, count: length }))

const behind = (secretId: string): string =>
  `The master secret ${secretId} is the newest at another node and unknown here: nobody can sign in at this node.`

const lacking = ({ secretId, what, count, until }: Rest): string =>
  `${what} (${count}) need the master secret ${secretId}, which is not here: ${consequences[what](until)}.`

const consequences: Readonly<Record<Rest['what'], (until: Date | undefined) => string>> = {
  'signing keys': () => 'nothing can be signed',
  'client secrets': () => 'their relying services are answered 503',
  peppers: () => 'the passwords that need them cannot be compared',
  passwords: () => 'they cannot be compared, and their owners need a new one from the password kiosk',
  locks: (until) => `they have ended too early, and the last would have until ${until?.toISOString()}`,
  'one-time passwords': (until) => `they do not work, and the last would have until ${until?.toISOString()}`,
}
