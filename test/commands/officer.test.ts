import test from 'ava'
import { findByUsername } from '../../src/accounts/find.js'
import { nameKeyOf } from '../../src/accounts/username.js'
import { isOfficer } from '../../src/accounts/officers/make-officer.js'
import { matchingInitial } from '../../src/one-time-passwords/match-initial.js'
import { keyRing } from '../../src/world/keys.js'
import { freshDatabase } from '../support/database.js'
import { command } from '../support/service.js'
import { testWorld } from '../support/world.js'

const secret = 'ett-hemligt-ord-som-bara-finns-i-det-har-testet'
const karin = ['--given-name', 'Karin', '--family-name', 'Prov', '--email', 'karin@myndigheten.example']

test('the first officer is made by a command, which tells their username and a one-time password once', async (t) => {
  const { db, owner, ownerUrl } = await freshDatabase(t)
  const settings = { DATABASE_URL: ownerUrl, PORTVAKT_SECRET: secret }
  const create = async () => await command(['officer', 'create', '--personnummer', '19680314-9845', ...karin], settings)
  const first = await create()
  t.is(first.code, 0, first.err)
  const username = /^Username: +(\S+)$/m.exec(first.out)?.[1] ?? ''
  const code = /^One-time password: +(\S+)$/m.exec(first.out)?.[1] ?? ''
  const account = await findByUsername(db, username)
  t.true(account !== undefined && (await isOfficer(db, account.id)))
  t.regex(code, /^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)
  const world = testWorld({ keys: keyRing([secret]) })
  t.not(await matchingInitial(db, world, { nameKey: nameKeyOf(world, username), typed: code }), undefined)
  const kinds = await owner.selectFrom('audit_event').select('kind').orderBy('seq').execute()
  t.true(kinds.some(({ kind }) => kind === 'officer-made'))

  const again = await create()
  t.is(again.code, 1)
  t.regex(again.err, /an officer already/)
  t.is((await owner.selectFrom('officer').select('account_id').execute()).length, 1)
})

for (const [what, args] of [
  ['a number with a wrong check digit', ['--personnummer', '19680314-9844', ...karin]],
  ['two addresses', ['--personnummer', '19680314-9845', ...karin.slice(0, 4), '--email', 'a@b.example,c@d.example']],
  ['no name', ['--personnummer', '19680314-9845', '--given-name', ' ', ...karin.slice(2)]],
] as const) {
  test(`an officer with ${what} is refused, and nobody is made one`, async (t) => {
    const { owner, ownerUrl } = await freshDatabase(t)
    const said = await command(['officer', 'create', ...args], { DATABASE_URL: ownerUrl, PORTVAKT_SECRET: secret })
    t.not(said.code, 0)
    t.not(said.err, '')
    t.is((await owner.selectFrom('person').select('id').execute()).length, 0)
  })
}
