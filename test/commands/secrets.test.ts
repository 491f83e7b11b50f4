import test from 'ava'
import { orderInitial } from '../../src/one-time-passwords/order.js'
import { nameKeysOf } from '../../src/accounts/username.js'
import { reserveAttempt } from '../../src/login/attempts/attempts.js'
import { takeUpSecrets } from '../../src/server/master-secrets.js'
import { keyRing, type KeyRing } from '../../src/context/keys.js'
import { fromWithin } from '../../src/context/origin.js'
import { person } from '../login/fixture.js'
import { reporter } from '../one-time-passwords/reporter.js'
import { travel } from '../support/clock.js'
import { freshDatabase } from '../support/database.js'
import { secrets } from '../support/rings.js'
import { command, spawnService, startService } from '../support/service.js'
import { stopClockAt } from '../support/stop-clock.js'
import { giveSigningKeys } from '../support/signing-keys.js'
import { testContext } from '../support/context.js'

const silent = { warn: () => undefined }

test('the command keys secrets shows what rests on which secret, and which may be dropped', async (t) => {
  const { db, owner, ownerUrl } = await freshDatabase(t)
  const former = keyRing(secrets.former)
  await takeUpSecrets(db, former, silent)
  await giveSigningKeys(owner, former)
  await person(db, testContext({ keys: former }), 'anna')
  const input = { accountId: await reporter(db), from: fromWithin('test') }
  await db.transaction().execute(async (trx) => await orderInitial(trx, testContext({ keys: former }), input))
  await takeUpSecrets(db, keyRing(secrets.newest), silent)
  const shown = async () => {
    const said = await command(['keys', 'secrets'], {
      DATABASE_URL: ownerUrl,
      PORTVAKT_SECRET: secrets.newest.join(','),
    })
    t.is(said.code, 0, said.err)
    return said.out.trim().split('\n')
  }
  const [young, old] = keyRing(secrets.newest).ids
  const [first, second = ''] = await shown()
  t.is(first, `${young}  newest  signing keys: 2, peppers: 1  is needed`)
  t.regex(second, new RegExp(`^${old}  known  passwords: 1 \\(pepper kept under ${young}\\), one-time passwords: 1`))
  t.regex(second, /\(until \d{4}-\d\d-\d\dT[\d:.]+Z\) {2}is needed$/)
  await travel(owner, '8 days')
  t.is((await shown())[1], `${old}  known  passwords: 1 (pepper kept under ${young})  may be dropped`)
})

test('the command keys secrets counts the locks that rest on a former secret alone, until they have ended', async (t) => {
  const { db, owner, ownerUrl } = await freshDatabase(t)
  await stopClockAt(owner, '2026-03-02T12:00:00Z')
  const locked = async (keys: KeyRing, name: string) => {
    for (let turn = 1; turn <= 4; turn += 1) await reserveAttempt(db, testContext({ keys }), nameKeysOf({ keys }, name))
  }
  await locked(keyRing(secrets.former), 'anna')
  await locked(keyRing(secrets.former), 'bo')
  await locked(keyRing(secrets.known), 'eva')
  const shown = async () => {
    const said = await command(['keys', 'secrets'], {
      DATABASE_URL: ownerUrl,
      PORTVAKT_SECRET: secrets.newest.join(','),
    })
    return said.out.trim().split('\n')[1]
  }
  const old = keyRing(secrets.former).ids[0]
  t.is(await shown(), `${old}  known  locks: 2 (until 2026-03-02T12:30:00.000Z)  is needed`)
  await travel(owner, '30 minutes')
  t.is(await shown(), `${old}  known  nothing rests on it  may be dropped`)
})

test('the service ends with words when the secret of its signing keys is left out, and starts once it is back', async (t) => {
  const { db, owner, ownerUrl } = await freshDatabase(t)
  const former = keyRing(secrets.former)
  await takeUpSecrets(db, former, silent)
  await giveSigningKeys(owner, former)
  const without = await spawnService(t, { DATABASE_URL: ownerUrl, PORTVAKT_SECRET: secrets.present.join(',') })
  t.is(await without.ended, 1)
  t.regex(without.written(), /A master secret is missing in PORTVAKT_SECRET:\n {2}signing keys \(2\) need/)
  t.notRegex(without.written(), /^ +at /m)
  const again = await startService(t, { DATABASE_URL: ownerUrl, PORTVAKT_SECRET: secrets.newest.join(',') })
  t.is(await again.health('ready'), 200)
})
