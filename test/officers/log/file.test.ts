import test from 'ava'
import { sql } from 'kysely'
import { accountIdOf, audited } from '../../own-account/client.js'
import { atTheLog, showNumber } from './reader.js'

test('a file holds what was searched for, no formula and no protected name, and taking it out is an event', async (t) => {
  const { app, karin } = await atTheLog(t)
  await sql`update person set given_name = '=cmd()' from account
    where account.person_id = person.id and username = 'rapport10002'`.execute(app.owner)
  await sql`update person set has_protected_identity = true from account
    where account.person_id = person.id and username = 'rapport10001'`.execute(app.owner)
  await showNumber(app, 'rapport10001')
  await showNumber(app, 'rapport10002')
  const body = (format: string) => new URLSearchParams({ token: karin.formToken(), handelse: 'number-shown', format })
  const csv = await karin.send('/handlaggning/logg/fil', { method: 'POST', body: body('csv') })
  t.regex(csv.headers.get('content-disposition') ?? '', /attachment; filename="logg.csv"/)
  const lines = Buffer.from(await csv.arrayBuffer()).toString('utf8')
  t.true(lines.startsWith('\u{FEFF}"Nummer";"Tid"'))
  t.is(lines.trim().split('\r\n').length, 3)
  t.true(lines.includes('Skyddade personuppgifter'))
  t.true(lines.includes(`"'=cmd()`))
  const json = await karin.send('/handlaggning/logg/fil', { method: 'POST', body: body('jsonl') })
  const [first] = (await json.text()).trim().split('\n')
  t.like(JSON.parse(first ?? ''), {
    kind: 'number-shown',
    result: 'done',
    aboutId: await accountIdOf(app, 'rapport10002'),
  })
  t.deepEqual(
    (await audited(app, 'audit-exported')).map(({ details }) => details),
    ['csv', 'jsonl'].map((format) => ({ format, atMost: 100_000, handelse: 'number-shown' })),
  )
})

test('a file of more than one reading has every event once', async (t) => {
  const { app, karin } = await atTheLog(t)
  await sql`insert into audit_event (kind, result, details) select 'mail-sent', 'done', '{}' from generate_series(1, 2345)`.execute(
    app.owner,
  )
  const body = new URLSearchParams({ token: karin.formToken(), handelse: 'mail-sent', format: 'jsonl' })
  const answer = await karin.send('/handlaggning/logg/fil', { method: 'POST', body })
  const seqs = (await answer.text())
    .trim()
    .split('\n')
    .map((line) => Number(JSON.parse(line).seq))
  t.is(seqs.length, 2345)
  t.is(new Set(seqs).size, 2345)
})
