import type { Db, Trx } from '../../database/database.js'
import { assertNever } from '../../assert-never.js'
import type { AppContext } from '../../context/app-context.js'
import type { Fate, Sent } from '../send.js'
import { noticeOf, type LogoutNotice, type TellsService, type ToldService } from './notice.js'

export interface Notify {
  readonly payload: unknown
  readonly isLast: boolean
  readonly tellService: TellsService
  readonly tell: (trx: Trx, fate: Fate) => Promise<void>
}

/**
 * One try with one notice out of the queue, and what became of it. No transaction is open meanwhile. A crash between the
 * telling and the writing down means another try: at least once, with a token of its own.
 */
export async function notify(
  db: Db,
  context: AppContext,
  { payload, isLast, tellService, tell }: Notify,
): Promise<Sent> {
  const notice = noticeOf(payload)
  const sent = notice === undefined ? corrupt : sentOf(await tellService(db, context, notice), { notice, isLast })
  const fate = fateOf(sent, notice)
  if (fate !== undefined) await db.transaction().execute(async (trx) => await tell(trx, fate))
  return sent
}

const corrupt: Sent = { kind: 'undeliverable', reason: 'corrupt' }

const sentOf = (
  told: ToldService,
  { notice, isLast }: { readonly notice: LogoutNotice; readonly isLast: boolean },
): Sent => {
  switch (told.kind) {
    case 'told':
      return { kind: 'sent' }
    case 'nobody':
      return { kind: 'dropped' }
    case 'later':
      if (!isLast) return told
      return { kind: 'undeliverable', reason: `given up: ${told.reason}`, about: notice.accountId }
    default:
      return assertNever(told)
  }
}

/** Undefined when there is nothing to tell yet, or nobody was to be told. */
const fateOf = (sent: Sent, notice: LogoutNotice | undefined): Fate | undefined => {
  const about = notice && { about: notice.accountId }
  const details = { client: notice?.clientId ?? 'unknown', ...(notice && { sid: notice.sid }) }
  switch (sent.kind) {
    case 'sent':
      return { kind: 'relying-service-told', result: 'done', ...about, details }
    case 'undeliverable':
      return {
        kind: 'relying-service-not-told',
        result: 'refused',
        ...about,
        details: { ...details, reason: sent.reason },
      }
    case 'dropped':
    case 'later':
      return undefined
    default:
      return assertNever(sent)
  }
}
