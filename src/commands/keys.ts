import { InvalidArgumentError, type Command } from 'commander'
import type { Db } from '../database/database.js'
import { publishedKeys, rotateKeys } from '../oidc/keys/rotate-keys.js'
import { openWorld } from '../serving/rooms.js'
import { fromWithin } from '../world/origin.js'
import { complain, inDatabase, say } from './terminal.js'

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
}

const rotate = async ({ ahead, atOnce }: { readonly ahead: number; readonly atOnce?: boolean }): Promise<void> =>
  await inDatabase(async (db, config) => {
    const world = await openWorld(config)
    const aheadHours = atOnce === true ? 0 : ahead
    const outcome = await rotateKeys(db, world, { aheadHours, from: fromWithin('portvakt keys rotate') })
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

const hours = (written: string): number => {
  const told = Number(written)
  if (!Number.isInteger(told) || told < 1 || told > 720) throw new InvalidArgumentError('A whole number, 1 to 720.')
  return told
}
