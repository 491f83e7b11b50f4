import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type ExecutionContext } from 'ava'
import { sql } from 'kysely'
import type { Mail } from '../../src/delivery/mail-job.js'
import { folderTransport, keptMail, keptMails } from '../../src/delivery/folder.js'
import { enqueueMail } from '../../src/delivery/enqueue-mail.js'
import { deadLetterQueue } from '../../src/delivery/queues.js'
import { mailboxRoutes } from '../../src/demo/mailbox/mailbox.routes.js'
import { renderMail } from '../../views/mail/render.js'
import { openBrowser } from '../support/browser.js'
import { axeFinds, openChromium, overflows } from '../support/chromium.js'
import { takePicture } from '../support/pictures.js'
import { freshDatabase } from '../support/database.js'
import { startTestRouter } from '../support/router.js'

const issuer = 'http://portvakt.example'
const idOf = (nth: number) => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`
const messageId = (nth: number) => `<${idOf(nth)}@portvakt.example>`

const aMail = (home: string, subject = 'Ditt engångslösenord'): Mail => ({
  to: 'reporter@skola.example',
  about: idOf(99),
  ...renderMail({
    issuer: home,
    language: 'sv',
    subject,
    greeting: 'Hej Anna!',
    blocks: [
      { kind: 'paragraph', text: 'Här är ditt engångslösenord. Det gäller i 30 minuter.' },
      { kind: 'code', label: 'Engångslösenord', code: '1234 5678' },
      { kind: 'link', label: 'Till lösenordskiosken', to: '/losenordskiosk' },
    ],
  }),
})

const mailbox = async (t: ExecutionContext) => {
  const above = await mkdtemp(join(tmpdir(), 'portvakt-mail-'))
  t.teardown(async () => await rm(above, { recursive: true, force: true }))
  const folder = join(above, 'mail')
  const { db } = await freshDatabase(t)
  const { home } = await startTestRouter(t, (router) => mailboxRoutes(router, { db, folder }))
  return { folder, db, home, transport: folderTransport(folder), browser: openBrowser(t, home) }
}

test('an empty mailbox says how to get a mail', async (t) => {
  const { browser } = await mailbox(t)
  t.is(await browser.open('/demo/mail'), 200)
  t.regex(browser.words(), /Brevlådan är tom/)
})

test('the newest mail is first, and each is read as text and as HTML', async (t) => {
  const { browser, transport, folder, home } = await mailbox(t)
  await transport.send(aMail(home, 'Det äldre mejlet'), messageId(1))
  await transport.send(aMail(home, 'Det nyare mejlet'), messageId(2))
  const yesterday = Date.now() / 1000 - 24 * 3600
  await utimes(join(folder, `${idOf(1)}.json`), yesterday, yesterday)
  await browser.open('/demo/mail')
  t.regex(browser.words(), /Det nyare mejlet.*Det äldre mejlet/)
  t.is(await browser.follow('Det nyare mejlet'), 200)
  t.is(browser.heading(), 'Det nyare mejlet')
  t.regex(browser.words(), /reporter@skola\.example.*1234 5678/)
  t.is(await browser.follow('Öppna bara mejlet'), 200)
  t.regex(browser.words(), /1234 5678/)
})

test('an address of ours in the text leads there; another does not', async (t) => {
  const { browser, transport, home } = await mailbox(t)
  const mail = aMail(home)
  const text = `${mail.text}\n${home}.evil.example/x https://evil.example/y`
  await transport.send({ ...mail, text }, messageId(1))
  await browser.open(`/demo/mail/${idOf(1)}`)
  t.regex(browser.html(), /<a class="anchor" href="\/losenordskiosk">/)
  t.notRegex(browser.html(), /href="[^"]*evil/)
})

test('a mail runs no script, asks for nothing, and is framed by us only', async (t) => {
  const { browser, transport, home } = await mailbox(t)
  await transport.send(
    { ...aMail(home), html: '<script>alert(1)</script><img src="https://evil.example/x">' },
    messageId(1),
  )
  const response = await browser.send(`/demo/mail/${idOf(1)}/html`)
  const policy = response.headers.get('content-security-policy') ?? ''
  t.regex(policy, /default-src 'none'/)
  t.regex(policy, /frame-ancestors 'self'/)
  t.regex(policy, /; sandbox /)
  t.notRegex(policy, /allow-(?:scripts|same-origin|forms)/)
  t.is(response.headers.get('x-frame-options'), 'SAMEORIGIN')
  const page = await browser.send(`/demo/mail/${idOf(1)}`)
  t.regex(page.headers.get('content-security-policy') ?? '', /frame-src 'self'/)
  t.regex(page.headers.get('content-security-policy') ?? '', /script-src 'nonce-/)
})

test('what is not the id of a mail leads nowhere', async (t) => {
  const { browser, folder } = await mailbox(t)
  for (const id of [idOf(7), '..%2f..%2fetc%2fpasswd', 'x', '%00', `${idOf(1)}.json`]) {
    for (const path of [`/demo/mail/${id}`, `/demo/mail/${id}/html`]) t.is((await browser.send(path)).status, 404, path)
  }
  await mkdir(folder)
  await writeFile(join(folder, '..', 'secret.json'), JSON.stringify(aMail(issuer)))
  t.is(await keptMail(folder, '../secret'), undefined)
  t.is((await browser.send('/demo/mail/..%2fsecret')).status, 404)
})

test('sending a mail again changes nothing', async (t) => {
  const { transport, folder } = await mailbox(t)
  await transport.send(aMail(issuer), messageId(1))
  await Promise.all([1, 2, 3].map(async () => await transport.send(aMail(issuer, 'En gång till'), messageId(1))))
  const mails = await keptMails(folder)
  t.deepEqual(
    mails.map(({ subject }) => subject),
    ['Ditt engångslösenord'],
  )
})

test('what could not be delivered is shown, in the reader’s language', async (t) => {
  const { browser, db } = await mailbox(t)
  await db.transaction().execute(async (trx) => await enqueueMail(trx, { kind: 'one-time-password', id: idOf(5) }))
  await sql`update pgboss.job set name = ${deadLetterQueue}, source_retry_count = 2,
    source_output = ${JSON.stringify({ reason: '550 5.1.1' })}::jsonb`.execute(db)
  await browser.open('/demo/mail')
  t.regex(browser.words(), /Kom inte fram.*Engångslösenord.*Gavs upp efter 3 försök.*Orsak: 550 5\.1\.1/)
  await browser.press('In English')
  t.regex(browser.words(), /Not delivered.*One-time password.*Given up after 3 attempts.*Reason: 550 5\.1\.1/)
})

for (const [width, scheme] of [
  [375, 'dark'],
  [1280, 'light'],
] as const) {
  test(`in a browser: axe finds nothing at ${width} pixels, ${scheme}`, async (t) => {
    const { home, transport } = await mailbox(t)
    await transport.send(aMail(home), messageId(1))
    await transport.send(aMail(home, 'Ditt lösenord har ändrats'), messageId(2))
    const chromium = await openChromium(t)
    const context = await chromium.newContext({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      locale: 'sv-SE',
    })
    const page = await context.newPage()
    for (const path of ['/demo/mail', `/demo/mail/${idOf(1)}`]) {
      await page.goto(`${home}${path}`)
      await takePicture(page, `mailbox-${width}-${scheme}-${path.split('/').length}`)
      t.deepEqual(await axeFinds(page), [], path)
      t.true((await overflows(page)) <= 0, path)
    }
    // The mail by itself, on paper that lets axe run.
    await page.goto('about:blank')
    await page.setContent(aMail(home).html)
    await takePicture(page, `mail-${width}-${scheme}`)
    t.deepEqual(await axeFinds(page), [], 'the mail')
    t.true((await overflows(page)) <= 0, 'the mail')
  })
}

test('in a browser: the mail is seen in its frame, and its link opens the password kiosk', async (t) => {
  const { home, transport } = await mailbox(t)
  await transport.send(aMail(home), messageId(1))
  const chromium = await openChromium(t)
  const context = await chromium.newContext({ locale: 'sv-SE' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (told) => void complaints.push(told.text()))
  await page.goto(`${home}/demo/mail`)
  await page.getByRole('link', { name: 'Ditt engångslösenord' }).click()
  const frame = page.frameLocator('iframe')
  t.true(await frame.getByText('1234 5678').isVisible())
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    frame.getByRole('link', { name: 'Till lösenordskiosken' }).click(),
  ])
  await opened.waitForLoadState()
  t.is(new URL(opened.url()).pathname, '/losenordskiosk')
  t.deepEqual(complaints, [])
})
