import type { Account } from '../accounts/account.js'
import type { AuditKind } from '../audit/event.js'
import type { Origin } from '../context/origin.js'
import { record } from '../audit/record.js'
import type { Db } from '../database/database.js'
import { enqueueMail } from '../delivery/enqueue-mail.js'
import { takeLockNotice } from './attempts/attempts.queries.js'

export interface Refusal {
  readonly refused:
    | { readonly kind: 'wrong'; readonly triesLeft: number }
    | { readonly kind: 'locked'; readonly until: Date }
  readonly account: Account | undefined
  readonly from: Origin
  readonly at: 'sign-in' | 'kiosk'
  /** It may have been right: its master secret is gone. */
  readonly isUnjudged?: boolean
  /** This attempt is the one that locked. */
  readonly isNew: boolean
}

/** Refuses and writes it down; a new lock is also told to the person it belongs to, at most once a day. */
export async function refuse(db: Db, refusal: Refusal): Promise<Refusal['refused']> {
  const { refused, account, from, at, isNew, isUnjudged } = refusal
  await db.transaction().execute(async (trx) => {
    if (isNew && refused.kind === 'locked' && account !== undefined && isReached(account)) {
      const isFirstToday = await takeLockNotice(trx, account.id)
      if (isFirstToday) {
        await enqueueMail(trx, { kind: 'account-locked', accountId: account.id, until: refused.until.toISOString() })
      }
    }
    const details = { at, ...(isUnjudged === true && { why: 'master secret missing' }) }
    await record(trx, from, { kind: kindOf(refusal), result: 'refused', about: account?.id, details })
  })
  return refused
}

/** An address or a network was turned away for the first time in this window. */
export async function tellLimited(db: Db, from: Origin, counted: 'failure' | 'order'): Promise<void> {
  await db
    .transaction()
    .execute((trx) => record(trx, from, { kind: 'source-limited', result: 'refused', details: { counted } }))
}

/** A name has been tried from a network at its limit as often as it may be in a day, and was wrong. */
export async function recordLimitedName(db: Db, from: Origin, accountId: string | undefined): Promise<void> {
  await db.transaction().execute((trx) =>
    record(trx, from, {
      kind: 'source-limited',
      result: 'refused',
      about: accountId,
      details: { counted: 'familiar name' },
    }),
  )
}

const isReached = (account: Account) => !account.isEnded && account.email !== null

const kindOf = ({ refused, at, isNew }: Refusal): AuditKind => {
  if (refused.kind === 'locked') return isNew ? 'sign-in-locked' : 'sign-in-while-locked'
  return at === 'kiosk' ? 'kiosk-refused' : 'sign-in-refused'
}
