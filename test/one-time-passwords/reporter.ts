import { createAccount } from '../../src/accounts/create-account.js'
import { fromWithin } from '../../src/context/origin.js'
import type { Db } from '../../src/database/database.js'
import { codeOf } from '../../src/one-time-passwords/one-time-password.js'
import { orderReset, type Ordered } from '../../src/one-time-passwords/order.js'
import { findSource } from '../../src/one-time-passwords/one-time-passwords.queries.js'
import type { AppContext } from '../../src/context/app-context.js'

export const from = fromWithin('test')

/** A reporter with an address, without a password. */
export async function reporter(
  db: Db,
  username = 'rut4711',
  email: string | null = 'rut@skola.example',
): Promise<string> {
  numbers += 1
  const created = await db.transaction().execute((trx) =>
    createAccount(trx, {
      person: {
        personalIdentityNumber: `1990010${numbers}`.padEnd(12, '0'),
        givenName: 'Rut',
        familyName: 'Alm',
        email,
        street: 'Storgatan 1',
        postalCode: '11122',
        locality: 'Stockholm',
      },
      username,
      from,
    }),
  )
  if (created.kind !== 'created') throw new Error(created.kind)
  return created.accountId
}

let numbers = 0

/** Orders a reset code as the kiosk does, from a stranger's network and a browser of its own unless it is said. */
export async function order(
  db: Db,
  context: AppContext,
  username = 'rut4711',
  { network = '192.0.2.0/24', isFamiliar = false, currentCodeId }: Partial<OrderedFrom> = {},
): Promise<Ordered> {
  const input = { username, language: 'sv', from, orderedAt: { network, isFamiliar }, currentCodeId } as const
  return await db.transaction().execute((trx) => orderReset(trx, context, input))
}

export interface OrderedFrom {
  readonly network: string
  readonly isFamiliar: boolean
  readonly currentCodeId: string
}

/** What the mail would say: derived with the key that only the service has. */
export async function codeFor(db: Db, context: AppContext, codeId: string): Promise<string> {
  const source = await findSource(db, codeId)
  const code = source && codeOf(context.keys, source)
  if (code === undefined) throw new Error('no such code')
  return code
}

/** A code that is not the right one. */
export const otherThan = (code: string): string => `${(Number(code.charAt(0)) + 1) % 10}${code.slice(1)}`
