import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import test from 'ava'
import { installQueues } from '../../../src/delivery/queues.js'
import { audited } from '../../own-account/client.js'
import { startTestApp } from '../../support/app.js'
import { until } from '../../support/service.js'
import { atUpload, csvOf, newcomer } from './list.js'

test('a list is finished by the next worker, each row once, when three have been killed over it (F-16)', async (t) => {
  const app = await startTestApp(t, { isWorkerOff: true })
  await installQueues(app.ownerUrl, { leaseSeconds: 5, retryDelaySeconds: 600, longestRetryDelaySeconds: 600 })
  const people = Array.from({ length: 250 }, (_, place) => newcomer(place))
  const { browser, send } = await atUpload(t, app)
  t.is((await send(csvOf(people))).status, 303)
  t.is(await browser.press('Spara 250 användare'), 200)
  const settled = async () => {
    const rows = await app.owner.selectFrom('bulk_row').where('outcome', 'is not', null).select('row_number').execute()
    return rows.length
  }
  const program = fileURLToPath(new URL('bulk-worker.js', import.meta.url))
  const work = () => {
    const worker = spawn(process.execPath, [program, app.ownerUrl], { stdio: 'inherit' })
    t.teardown(() => worker.kill('SIGKILL'))
    return worker
  }
  for (let killed = 1; killed <= 3; killed += 1) {
    const before = await settled()
    const worker = work()
    await until(async () => (await settled()) > before)
    worker.kill('SIGKILL')
    await once(worker, 'exit')
  }
  t.true((await settled()) < people.length, 'there is something left')
  work()
  await until(async () => (await audited(app, 'bulk-added')).length > 0)
  t.is(await settled(), people.length)
  const added = await app.owner
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .where('person.email', 'like', 'asa.%@vatterbygden.example')
    .select('person.email')
    .execute()
  t.is(added.length, people.length)
  t.is(new Set(added.map(({ email }) => email)).size, people.length)
  const [told, ...more] = await audited(app, 'bulk-added')
  t.deepEqual(more, [])
  t.like(told?.details, { rows: people.length, added: people.length, failed: 0 })
})
