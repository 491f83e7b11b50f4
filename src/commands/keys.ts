import { InvalidArgumentError, type Command } from 'commander'
import type { Db } from '../database/database.js'
import { publishedKeys, rotateKeys } from '../oidc/keys/rotate-keys.js'
import type { Config } from '../config.js'
import { restingOnSecrets, type Rest } from '../server/master-secrets.js'
import { fromWithin } from '../context/origin.js'
import { complain, inDatabase, say, contextOf } from './terminal.js'

/** `portvakt keys …`: each step is taken by all nodes at once, and none needs a restart. */
export function keyCommands(keys: Command): void {
  keys
    .command('rotate')
    .description(
      'add new signing keys: published now, signing later; the former ones go when nothing of theirs is left',
    )
    .option('--ahead <hours>', 'how long they are published before they sign, 1 to 720', hours, 24)
    .option('--at-once', 'they sign now and the former ones are gone: when a key may have been stolen')
    .action(rotate)
  keys
    .command('list')
    .description('the signing keys that are published, and what each does')
    .action(async () => await inDatabase(list))
  keys
    .command('secrets')
    .description('what rests on which master secret, and which secret may be dropped; names only, no secret')
    .action(async () => await inDatabase(listSecrets))
}

const rotate = async ({ ahead, atOnce }: { readonly ahead: number; readonly atOnce?: boolean }): Promise<void> =>
  await inDatabase(async (db, config) => {
    const context = await contextOf(config)
    const aheadHours = atOnce === true ? 0 : ahead
    const outcome = await rotateKeys(db, context, { aheadHours, from: fromWithin('portvakt keys rotate') })
    if (outcome.kind === 'rotated-meanwhile') return complain('Somebody else rotated them at the same moment.')
    if (outcome.kind === 'under-way') {
      return complain(`New keys are waiting already: they sign from ${outcome.signsFrom.toISOString()}.`)
    }
    await list(db)
  })

const list = async (db: Db): Promise<void> => {
  for (const { kid, alg, state, until } of await publishedKeys(db)) {
    say([alg, kid, until === undefined ? state : `${state} until ${until.toISOString()}`].join('  '))
  }
}

const listSecrets = async (db: Db, config: Config): Promise<void> => {
  const { keys } = await contextOf(config)
  const rests = await restingOnSecrets(db, keys)
  const others = rests.map(({ secretId }) => secretId).filter((id) => !keys.ids.includes(id))
  for (const id of [...keys.ids, ...new Set(others)]) {
    const its = rests.filter(({ secretId }) => secretId === id)
    say(
      [
        id,
        stateOf(keys.ids, id),
        its.map(described).join(', ') || 'nothing rests on it',
        verdict(keys.ids, id, its),
      ].join('  '),
    )
  }
}

const stateOf = (ids: readonly string[], id: string): string => {
  if (id === ids[0]) return 'newest'
  return ids.includes(id) ? 'known' : 'not configured'
}

const described = ({ what, count, until, keptUnder }: Rest): string => {
  const more = [
    ...(until === undefined ? [] : [`until ${until.toISOString()}`]),
    ...(keptUnder === undefined ? [] : [`pepper kept under ${keptUnder}`]),
  ]
  return [`${what}: ${count}`, ...(more.length === 0 ? [] : [`(${more.join(', ')})`])].join(' ')
}

/** A password does not hold its secret: its pepper is kept under the newest. */
const verdict = (ids: readonly string[], id: string, rests: readonly Rest[]): string => {
  if (id === ids[0]) return 'is needed'
  const holds = ({ what, keptUnder }: Rest) => what !== 'passwords' || keptUnder !== ids[0]
  const isNeeded = rests.some(holds)
  if (!ids.includes(id)) return isNeeded ? 'is MISSING' : 'is not needed'
  return isNeeded ? 'is needed' : 'may be dropped'
}

const hours = (written: string): number => {
  const told = Number(written)
  if (!Number.isInteger(told) || told < 1 || told > 720) throw new InvalidArgumentError('A whole number, 1 to 720.')
  return told
}
