import { Mailbox } from '../../../views/demo/mailbox/mailbox.js'
import { OpenMail } from '../../../views/demo/mailbox/open-mail.js'
import type { Db } from '../../database/database.js'
import { keptMail, keptMails } from '../../delivery/folder.js'
import { undeliveredMails } from '../../delivery/undelivered.js'
import type { Ctx, Routes } from '../../web/context.js'
import { show } from '../../web/page.js'
import { NotHere } from '../../web/refusals.js'
import { shownFailure, shownMail } from './shown-mail.js'

export interface MailboxParts {
  readonly db: Db
  /** Where the folder transport keeps its mails. */
  readonly folder: string
}

/** No more than this many are shown in the list; an older one is still there, at its address. */
const shownAtMost = 100

/** The demo's mailbox: what would have been mailed, newest first, and what could not be. */
export function mailboxRoutes(router: Routes, { db, folder }: MailboxParts): void {
  router.get('/demo/mail', async (ctx) => {
    const { text } = ctx.state
    const reader = readerOf(ctx)
    const [mails, failures] = await Promise.all([keptMails(folder), undeliveredMails(db, { limit: 20 })])
    show(
      ctx,
      { title: text.demo.mailbox.title },
      <Mailbox
        text={text}
        mails={mails.slice(0, shownAtMost).map((mail) => shownMail(mail, reader))}
        total={mails.length}
        failures={failures.map((undelivered) => shownFailure(undelivered, reader))}
      />,
    )
  })

  router.get('/demo/mail/:id', async (ctx) => {
    const mail = await mailAt(ctx, folder)
    show(ctx, { title: mail.subject }, <OpenMail text={ctx.state.text} mail={shownMail(mail, readerOf(ctx))} />)
    ctx.set('Content-Security-Policy', `${ctx.response.get('Content-Security-Policy')}; frame-src 'self'`)
  })

  router.get('/demo/mail/:id/html', async (ctx) => {
    const mail = await mailAt(ctx, folder)
    ctx.set('Content-Security-Policy', policyOfAMail)
    ctx.set('X-Frame-Options', 'SAMEORIGIN')
    ctx.type = 'html'
    ctx.body = mail.html
  })
}

/** A mail shows itself and nothing else: its own styles, no script, no picture, no form; a link opens a new window. */
const policyOfAMail = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ')

const mailAt = async (ctx: Ctx & { readonly params: Readonly<Record<string, string>> }, folder: string) => {
  const mail = await keptMail(folder, ctx.params['id'] ?? '')
  if (mail === undefined) throw new NotHere('a mail of the demo')
  return mail
}

/** Scheme and host are our own: the listener has written them. */
const readerOf = (ctx: Ctx) => ({
  text: ctx.state.text,
  language: ctx.state.language,
  issuer: `${ctx.protocol}://${ctx.host}`,
})
