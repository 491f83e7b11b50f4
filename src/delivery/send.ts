import type { Db, Trx } from '../database/database.js'
import { assertNever } from '../assert-never.js'
import type { AppContext } from '../context/app-context.js'
import { letterOf } from './letter-of.js'
import type { Letter, LetterKind, Mail, Writers } from './letter.js'
import { NotNow, Undeliverable, type Outlet } from './outlet.js'

/** What became of a letter, or of a notice to a relying service. Delivery tells it; the house hands it to the audit. */
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
  /** The letter that it became of, when it was one of ours. */
  readonly letter?: Letter
}

export interface Sending {
  readonly writers: Writers
  readonly outlet: Outlet
  readonly tell: (trx: Trx, fate: Fate) => Promise<void>
}

/** One try with one letter out of the queue. */
export interface Try {
  readonly payload: unknown
  /** The same at every try of one letter. */
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
export async function sendLetter(
  db: Db,
  context: AppContext,
  { payload, messageId, isLast, ...sending }: Try & Sending,
) {
  const letter = letterOf(payload)
  const mail = letter && (await write(db, context, { writers: sending.writers, letter }))
  const sent = await outcome(sending.outlet, { letter, mail, messageId, isLast })
  const fate = fateOf(sent, { letter, mail, messageId })
  if (fate !== undefined) await db.transaction().execute(async (trx) => await sending.tell(trx, fate))
  return sent
}

interface Written {
  readonly letter: Letter | undefined
  readonly mail: Mail | undefined
  readonly messageId: string
}

const write = async <K extends LetterKind>(
  db: Db,
  context: AppContext,
  { writers, letter }: { readonly writers: Writers; readonly letter: Extract<Letter, { kind: K }> },
): Promise<Mail | undefined> => await writers[letter.kind](db, context, letter)

const outcome = async (outlet: Outlet, { letter, mail, messageId, isLast }: Written & Pick<Try, 'isLast'>) => {
  if (letter === undefined) return undeliverable('corrupt')
  if (mail === undefined) return { kind: 'dropped' } as const
  try {
    await outlet.send(mail, messageId)
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

const fateOf = (sent: Sent, { letter, mail, messageId }: Written): Fate | undefined => {
  const about = mail?.about ?? (letter !== undefined && 'accountId' in letter ? letter.accountId : undefined)
  const whose = { ...(about !== undefined && { about }), ...(letter !== undefined && { letter }) }
  const told = { ...whose, details: { letter: letter?.kind ?? 'unknown', messageId } }
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
