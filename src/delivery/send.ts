import type { Db, Trx } from '../database/database.js'
import { assertNever } from '../assert-never.js'
import type { AppContext } from '../context/app-context.js'
import { parseMailJob } from './parse-mail-job.js'
import type { MailJob, MailKind, Mail, MailWriters } from './mail-job.js'
import { NotNow, Undeliverable, type MailTransport } from './transport.js'

/** What became of a mail, or of a notice to a relying service. Delivery returns it; the app records it in the audit. */
export interface Fate {
  readonly kind:
    | 'mail-sent'
    | 'mail-dropped'
    | 'mail-undeliverable'
    | 'relying-service-told'
    | 'relying-service-not-told'
  readonly result: 'done' | 'refused'
  /** The account that it was about. */
  readonly about?: string
  readonly details: Readonly<Record<string, string>>
  /** The mail that it became of, when it was one of ours. */
  readonly job?: MailJob
}

export interface Sending {
  readonly writers: MailWriters
  readonly transport: MailTransport
  readonly tell: (trx: Trx, fate: Fate) => Promise<void>
}

/** One try with one mail out of the queue. */
export interface Try {
  readonly payload: unknown
  /** The same at every try of one mail. */
  readonly messageId: string
  readonly isLast: boolean
}

export type Sent =
  | { readonly kind: 'sent' }
  /** What it told no longer holds: an expired or used code, an ended account. */
  | { readonly kind: 'dropped' }
  | { readonly kind: 'later'; readonly reason: string }
  | { readonly kind: 'undeliverable'; readonly reason: string; readonly about?: string }

/**
 * Writes the mail as things stand now, sends it, and tells what became of it. No transaction is open meanwhile. A crash
 * between the sending and the telling means another try: at least once, with the same Message-ID and the same code.
 */
export async function sendMail(db: Db, context: AppContext, { payload, messageId, isLast, ...sending }: Try & Sending) {
  const job = parseMailJob(payload)
  const mail = job && (await write(db, context, { writers: sending.writers, job }))
  const sent = await outcome(sending.transport, { job, mail, messageId, isLast })
  const fate = fateOf(sent, { job, mail, messageId })
  if (fate !== undefined) await db.transaction().execute(async (trx) => await sending.tell(trx, fate))
  return sent
}

interface Written {
  readonly job: MailJob | undefined
  readonly mail: Mail | undefined
  readonly messageId: string
}

const write = async <K extends MailKind>(
  db: Db,
  context: AppContext,
  { writers, job }: { readonly writers: MailWriters; readonly job: Extract<MailJob, { kind: K }> },
): Promise<Mail | undefined> => await writers[job.kind](db, context, job)

const outcome = async (transport: MailTransport, { job, mail, messageId, isLast }: Written & Pick<Try, 'isLast'>) => {
  if (job === undefined) return undeliverable('corrupt')
  if (mail === undefined) return { kind: 'dropped' } as const
  try {
    await transport.send(mail, messageId)
    return { kind: 'sent' } as const
  } catch (error) {
    if (error instanceof Undeliverable) return undeliverable(error.reason, mail.about)
    const reason = error instanceof NotNow ? error.reason : codeOf(error)
    return isLast ? undeliverable(`given up: ${reason}`, mail.about) : ({ kind: 'later', reason } as const)
  }
}

/** Such as ENOSPC, when the folder has no room: never the message, which may hold anything. */
const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown')

const undeliverable = (reason: string, about?: string): Sent => ({
  kind: 'undeliverable',
  reason,
  ...(about !== undefined && { about }),
})

const fateOf = (sent: Sent, { job, mail, messageId }: Written): Fate | undefined => {
  const about = mail?.about ?? (job !== undefined && 'accountId' in job ? job.accountId : undefined)
  const whose = { ...(about !== undefined && { about }), ...(job !== undefined && { job }) }
  const told = { ...whose, details: { letter: job?.kind ?? 'unknown', messageId } }
  switch (sent.kind) {
    case 'sent':
      return { kind: 'mail-sent', result: 'done', ...told }
    case 'dropped':
      return { kind: 'mail-dropped', result: 'done', ...told }
    case 'undeliverable':
      return {
        kind: 'mail-undeliverable',
        result: 'refused',
        ...told,
        details: { ...told.details, reason: sent.reason },
      }
    case 'later':
      return undefined
    default:
      return assertNever(sent)
  }
}
