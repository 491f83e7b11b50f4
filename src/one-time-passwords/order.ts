import type { Account } from '../accounts/account.js'
import { isAddressHeld } from '../accounts/details/recent-address.js'
import { findAccount, findByUsername } from '../accounts/find.js'
import { nameKeysOf, type NameKeys } from '../accounts/username.js'
import type { Origin } from '../context/origin.js'
import { record } from '../audit/record.js'
import type { Policy } from '../../config/policy.js'
import type { Trx } from '../database/database.js'
import { enqueueMail } from '../delivery/enqueue-mail.js'
import type { AppContext } from '../context/app-context.js'
import { newestKeyId } from './one-time-password.js'
import {
  countedFor,
  findUsable,
  insertCode,
  replaceCode,
  replaceCodes,
  lockCodes,
  type OrderedAt,
} from './one-time-passwords.queries.js'

/**
 * Ordering a one-time password (security.md T5, R-33, R-36). Every name that is typed gets the same rows in the same
 * statements, known or not; an invented one, an ended account and one without an address get a code that is never
 * mailed and fits nothing. A new order replaces the code of its own browser, and no other's: whoever orders in the name
 * of somebody takes no code away from them. It forgets no wrong try. An order beyond the limits replaces nothing and
 * mails nothing; the code that its browser had fits it still. Ordering changes nothing on the account.
 */
export interface Ordered {
  readonly codeId: string
  readonly nameKeys: NameKeys
  /** False when the order was beyond the limits. For tests and the audit: nothing that is shown may rest on it. */
  readonly isWithinLimits: boolean
}

export interface OrderReset {
  readonly username: string
  readonly language: 'sv' | 'en'
  readonly from: Origin
  readonly orderedAt: OrderedAt
  /** The code that this browser waits for already. */
  readonly currentCodeId?: string | undefined
}

export async function orderReset(trx: Trx, context: AppContext, input: OrderReset): Promise<Ordered> {
  const nameKeys = nameKeysOf(context, input.username)
  await lockCodes(trx, nameKeys)
  const account = await findByUsername(trx, input.username)
  // The same statement for every name, known or not.
  const isHeld = await isAddressHeld(trx, account?.id ?? nobody)
  const recipient = account !== undefined && mayReceive(account) && !isHeld ? account : undefined
  const isWithinLimits = !isBeyond(await countedFor(trx, nameKeys, input.orderedAt), context.policy.resetCode)
  const current = await findUsable(trx, { nameKeys, codeId: input.currentCodeId })
  await replaceCode(trx, isWithinLimits ? current : null)
  const { id } = await insertCode(trx, {
    purpose: 'reset',
    nameKey: nameKeys.newest,
    accountId: isWithinLimits && recipient !== undefined ? recipient.id : null,
    keyId: newestKeyId(context.keys),
    language: input.language,
    isThrottled: !isWithinLimits,
    orderedAt: input.orderedAt,
    standsFor: isWithinLimits ? null : current,
    minutes: context.policy.resetCode.minutes,
  })
  await enqueueMail(trx, { kind: 'one-time-password', id })
  await record(trx, input.from, {
    ...(isWithinLimits && recipient !== undefined
      ? { kind: 'one-time-password-ordered' }
      : { kind: 'one-time-password-order-refused', result: 'refused' }),
    about: account?.id,
    details: { purpose: 'reset', why: whyNotMailed(account, { isWithinLimits, isHeld }) },
  })
  return { codeId: id, nameKeys, isWithinLimits }
}

export interface OrderInitial {
  readonly accountId: string
  /** When the letter with the username has had time to arrive; at once without it. */
  readonly sendAt?: Date
  readonly from: Origin
  readonly by?: string
  /** Whose administrator orders it. */
  readonly organisationId?: string
}

export type OrderedInitial =
  | { readonly kind: 'ordered'; readonly codeId: string }
  | { readonly kind: 'no-recipient' }
  /** Somebody changed the address of an officer or an administrator within a day. */
  | { readonly kind: 'address-held' }

/** The first one-time password of a person, or a new one in its place. */
export async function orderInitial(trx: Trx, context: AppContext, input: OrderInitial): Promise<OrderedInitial> {
  const account = await findAccount(trx, input.accountId)
  if (account === undefined || !mayReceive(account)) return { kind: 'no-recipient' }
  // One that is to be sent later is looked at then (mails.tsx).
  if (input.sendAt === undefined && (await isAddressHeld(trx, account.id))) return { kind: 'address-held' }
  const nameKeys = nameKeysOf(context, account.username)
  const { days, reminderDaysBefore } = context.policy.initialPassword
  await lockCodes(trx, nameKeys)
  await replaceCodes(trx, { nameKeys, accountId: account.id, purpose: 'initial' })
  const { id, remindAt } = await insertCode(trx, {
    purpose: 'initial',
    nameKey: nameKeys.newest,
    accountId: account.id,
    keyId: newestKeyId(context.keys),
    language: account.language,
    sendAt: input.sendAt,
    minutes: days * 24 * 60,
    reminderDaysBefore,
  })
  await enqueueMail(
    trx,
    { kind: 'one-time-password', id },
    input.sendAt === undefined ? {} : { startAfter: input.sendAt },
  )
  if (remindAt !== null) await enqueueMail(trx, { kind: 'one-time-password-reminder', id }, { startAfter: remindAt })
  await record(trx, input.from, {
    kind: 'one-time-password-ordered',
    by: input.by,
    about: account.id,
    organisation: input.organisationId,
    details: { purpose: 'initial' },
  })
  return { kind: 'ordered', codeId: id }
}

const mayReceive = (account: Account) => !account.isEnded && account.email !== null

const isBeyond = (counted: Awaited<ReturnType<typeof countedFor>>, policy: Policy['resetCode']) =>
  counted.ordersThisMinute >= policy.ordersPerMinute ||
  counted.ordersThisHour >= policy.ordersPerHour ||
  counted.ordersToday >= policy.ordersPerDay ||
  counted.ordersThisHourInAll >= policy.ordersPerHourInAll ||
  counted.ordersTodayInAll >= policy.ordersPerDayInAll ||
  counted.wrongToday >= policy.wrongPerDay

/** An account that nobody has. */
const nobody = '00000000-0000-4000-8000-000000000000'

const whyNotMailed = (
  account: Account | undefined,
  { isWithinLimits, isHeld }: { readonly isWithinLimits: boolean; readonly isHeld: boolean },
): string | null => {
  if (!isWithinLimits) return 'beyond the limits'
  if (account === undefined) return 'unknown name'
  if (account.isEnded) return 'ended account'
  if (account.email === null) return 'no address'
  return isHeld ? 'address changed lately' : null
}
