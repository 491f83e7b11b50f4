import { createServer, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'
import test, { type ExecutionContext } from 'ava'
import { NotNow, Undeliverable } from '../../src/delivery/transport.js'
import { smtpTransport, type SmtpLimits } from '../../src/delivery/smtp.js'
import { mailQueueState, undeliveredMails } from '../../src/delivery/undelivered.js'
import { mailServer, refusal } from './mail-server.js'
import { aMail, accountId, job, startMailQueue, until } from './start-mail-queue.js'

const from = 'Portvakt <no-reply@portvakt.example>'
const id = '<00000000-0000-4000-8000-000000000001@localhost>'
const hurry: Partial<SmtpLimits> = { connect: 500, greeting: 500, idleSocket: 500, whole: 1500 }
/** In milliseconds, for a greeting, the shortest of them. Whoever is cut sooner was cut by ours. */
const nodemailersOwnLimit = 30_000

test('a mail has one sender, one recipient, both texts, and asks for no automatic answer (F-30, R-38)', async (t) => {
  const { url, taken } = await mailServer(t)
  const transport = smtpTransport({ url, from })
  t.is(await transport.send({ ...aMail, subject: 'Ditt engångslösenord åäö €' }, id), 'sent')
  const [mail] = taken
  t.like(mail, { from: 'no-reply@portvakt.example', to: [aMail.to] })
  const raw = mail?.raw ?? ''
  t.regex(raw, /^To: reporter@skola\.example\r$/m)
  t.regex(raw, /^From: Portvakt <no-reply@portvakt\.example>\r$/m)
  t.true(raw.includes(`Message-ID: ${id}\r\n`))
  t.regex(raw, /^Subject: =\?UTF-8\?/m)
  t.regex(raw, /^Auto-Submitted: auto-generated\r$/m)
  t.regex(raw, /multipart\/alternative/)
  t.regex(raw, /Content-Type: text\/plain; charset=utf-8/)
  t.regex(raw, /Content-Type: text\/html; charset=utf-8/)
})

test('no text can become a header or another recipient', async (t) => {
  const { url, taken } = await mailServer(t)
  const transport = smtpTransport({ url, from })
  const evil = 'Hej\r\nBcc: evil@e.example\r\nX-Evil: 1\r\n\r\nbody'
  await transport.send({ ...aMail, subject: evil, text: `.\r\nRCPT TO:<evil@e.example>\r\n${evil}`, html: evil }, id)
  t.is(taken.length, 1)
  t.deepEqual(taken[0]?.to, [aMail.to])
  const [head = ''] = (taken[0]?.raw ?? '').split('\r\n\r\n')
  t.notRegex(head, /^(?:Bcc|X-Evil):/im)
})

test('text that names a file or an address is sent as text, and nothing is fetched', async (t) => {
  const { url, taken } = await mailServer(t)
  await smtpTransport({ url, from }).send({ ...aMail, text: '/etc/passwd', html: 'file:///etc/passwd' }, id)
  t.notRegex(taken[0]?.raw ?? '', /root:/)
  for (const place of [{ path: '/etc/passwd' }, { href: 'http://127.0.0.1:9/' }]) {
    await t.throwsAsync(smtpTransport({ url, from }).send({ ...aMail, text: place as never }, id))
  }
  t.is(taken.length, 1)
})

const refusals: readonly {
  readonly title: string
  readonly code: number
  readonly text: string
  readonly reason: string
}[] = [
  {
    title: '550 to the text',
    code: 550,
    text: '5.7.1 <reporter@skola.example> we do not want it',
    reason: '550 5.7.1',
  },
  { title: '552 without an enhanced code', code: 552, text: 'too large', reason: '552' },
]
for (const { title, code, text, reason } of refusals) {
  test(`final, and kept without the address: ${title}`, async (t) => {
    const { url } = await mailServer(t, async () => refusal(code, text))
    const refused = await t.throwsAsync(smtpTransport({ url, from }).send(aMail, id), { instanceOf: Undeliverable })
    t.is(refused.reason, reason)
  })
}

test('final: 550 to the recipient', async (t) => {
  const { url } = await mailServer(t, undefined, {
    onRcptTo: (_address, _session, callback) => callback(refusal(550, '5.1.1 no such user')),
  })
  const refused = await t.throwsAsync(smtpTransport({ url, from }).send(aMail, id), { instanceOf: Undeliverable })
  t.is(refused.reason, '550 5.1.1')
})

for (const code of [421, 450, 451, 452]) {
  test(`tried again: ${code} (F-27)`, async (t) => {
    const { url } = await mailServer(t, async () => refusal(code, '4.7.1 greylisted, come back'))
    await t.throwsAsync(smtpTransport({ url, from }).send(aMail, id), { instanceOf: NotNow })
  })
}

test('tried again: a log-in that is refused says nothing about the mail', async (t) => {
  const { url } = await mailServer(t, undefined, {
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, callback) => callback(refusal(535, '5.7.8 wrong password')),
  })
  const transport = smtpTransport({ url: url.replace('://', '://user:wrong@'), from })
  await t.throwsAsync(transport.send(aMail, id), { instanceOf: NotNow })
  await t.throwsAsync(
    smtpTransport({ url, from }).send(aMail, id),
    { instanceOf: NotNow },
    '530, authentication required',
  )
})

test('tried again: nobody listens, or the name does not exist (F-26)', async (t) => {
  await t.throwsAsync(smtpTransport({ url: 'smtp://127.0.0.1:1', from }, hurry).send(aMail, id), { instanceOf: NotNow })
  const nowhere = smtpTransport({ url: 'smtp://mail.invalid:25?tls=none', from }, hurry)
  await t.throwsAsync(nowhere.send(aMail, id), { instanceOf: NotNow })
})

test('cut: a server that says nothing, one that hangs after the text, and one that writes a byte at a time (F-29)', async (t) => {
  const silent = await rawServer(t, () => undefined)
  const hanging = await mailServer(t, async () => await new Promise<undefined>(() => undefined))
  const dripping = await rawServer(t, (socket) => {
    const drip = setInterval(() => socket.write('2'), 100)
    socket.on('close', () => clearInterval(drip))
  })
  for (const url of [silent, hanging.url, dripping]) {
    const started = performance.now()
    await t.throwsAsync(smtpTransport({ url, from }, hurry).send(aMail, id), { instanceOf: NotNow })
    t.true(performance.now() - started < nodemailersOwnLimit, url)
  }
})

test('cut: a server whose every answer comes a little at a time is cut at the limit of the whole', async (t) => {
  const url = await rawServer(t, (socket) => {
    socket.write('220 hello\r\n')
    socket.on('data', () => {
      const drip = setInterval(() => socket.write('250-still here\r\n'), 100)
      socket.on('close', () => clearInterval(drip))
    })
  })
  const started = performance.now()
  await t.throwsAsync(smtpTransport({ url, from }, hurry).send(aMail, id), { instanceOf: NotNow })
  t.true(performance.now() - started < nodemailersOwnLimit)
})

test('a way that may be unencrypted is either this machine or said to be; otherwise nothing is sent in the clear', async (t) => {
  const { url, taken } = await mailServer(t)
  // Leads to this machine too, but does not say so.
  const elsewhere = url.replace('127.0.0.1', '0.0.0.0')
  const refused = await t.throwsAsync(smtpTransport({ url: elsewhere, from }).send(aMail, id), { instanceOf: NotNow })
  t.is(refused.reason, '500')
  t.is(taken.length, 0)
  t.is(await smtpTransport({ url: `${elsewhere}?tls=none`, from }).send(aMail, id), 'sent')
  t.is(await smtpTransport({ url, from }).send(aMail, id), 'sent')
})

test('a certificate that nobody vouches for is not believed (R-95, F-26)', async (t) => {
  const { url, taken } = await mailServer(t, undefined, { secure: true })
  const transport = smtpTransport({ url: url.replace('smtp:', 'smtps:'), from }, hurry)
  await t.throwsAsync(transport.send(aMail, id), { instanceOf: NotNow })
  t.is(taken.length, 0)
})

test('451 twice, then a server that dies after the text, then 250: the same mail every time (F-06, F-27)', async (t) => {
  const { url, taken } = await mailServer(t, async (nth, die) => {
    if (nth === 1 || nth === 2) return refusal(451, '4.7.1 come back')
    if (nth === 3) die()
    return nth === 3 ? await new Promise<undefined>(() => undefined) : undefined
  })
  const mailQueue = await startMailQueue(t, { transport: smtpTransport({ url, from }, hurry) })
  await mailQueue.put(job)
  await mailQueue.open()
  t.true(await until(() => mailQueue.fates.length === 1))
  t.like(mailQueue.fates, [{ kind: 'mail-sent', about: accountId }])
  t.is(taken.length, 4)
  t.is(new Set(taken.map(({ raw }) => /^Message-ID: (.+)\r$/m.exec(raw)?.[1])).size, 1)
  for (const { raw } of taken) t.true(raw.includes('12345678'))
})

test('550: the mail lies among the dead, without its address, and the next one goes out (F-28)', async (t) => {
  const { url, taken } = await mailServer(t, undefined, {
    onRcptTo: ({ address }, _session, callback) =>
      callback(address.startsWith('gone@') ? refusal(550, `5.1.1 <${address}> no such user`) : null),
  })
  const mailQueue = await startMailQueue(t, {
    transport: smtpTransport({ url, from }),
    write: async (_db, one) => (one.kind === 'session-limit' ? { ...aMail, to: 'gone@skola.example' } : aMail),
  })
  await mailQueue.put({ kind: 'session-limit', accountId, at: '2026-11-23T10:00:00Z' })
  await mailQueue.put(job)
  await mailQueue.open()
  t.true(await until(() => mailQueue.fates.length === 2))
  t.true(await until(async () => (await mailQueueState(mailQueue.db)).undelivered === 1))
  t.is(taken.length, 1)
  const dead = await undeliveredMails(mailQueue.db)
  t.like(dead, [{ kind: 'session-limit', accountId, reason: '550 5.1.1', tries: 1 }])
  t.notRegex(JSON.stringify(dead), /gone@/)
})

const rawServer = async (t: ExecutionContext, meet: (socket: Socket) => void): Promise<string> => {
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('error', () => undefined)
    meet(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
}
