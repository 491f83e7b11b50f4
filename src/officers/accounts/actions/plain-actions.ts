import { protectIdentity } from '../../../accounts/protect-identity.js'
import type { Trx } from '../../../database/database.js'
import { unlock } from '../../../login/attempts/unlock.js'
import { endAnothersSessions } from '../../../login/sessions/end-anothers.js'
import { orderAgain } from '../../../one-time-passwords/order-again.js'
import { orderUsernameLetter } from '../../../username-letters/order-letter.js'
import type { Origin } from '../../../context/origin.js'
import type { AppContext } from '../../../context/app-context.js'
import type { AccountHere } from '../person/find-person.js'

/** An act that asks nothing but to be confirmed: what it says before and after stands in the texts under its name. */
export interface PlainAct {
  readonly name: 'unlock' | 'sessions' | 'password' | 'letter' | 'protect' | 'unprotect'
  /** The last part of its address. */
  readonly path: string
  /** Only a hint for the page: the statement that does it decides. */
  readonly can: (account: AccountHere) => boolean
  /** False when it was so already, or is too soon: nothing has changed. */
  readonly act: (trx: Trx, context: AppContext, action: Action) => Promise<boolean>
}

export interface Action {
  readonly accountId: string
  readonly username: string
  readonly by: string
  readonly from: Origin
}

const isLiving = ({ endedAt }: AccountHere) => endedAt === null

export const plainActions = [
  {
    name: 'unlock',
    path: 'las-upp',
    can: ({ lockedUntil }) => lockedUntil !== undefined,
    act: async (trx, context, action) => (await unlock(trx, context, action)).kind === 'unlocked',
  },
  {
    name: 'sessions',
    path: 'logga-ut',
    can: isLiving,
    act: async (trx, _context, action) => {
      await endAnothersSessions(trx, action)
      return true
    },
  },
  {
    name: 'password',
    path: 'engangslosenord',
    can: (account) => isLiving(account) && account.email !== null,
    act: async (trx, context, action) => (await orderAgain(trx, context, action)).kind === 'ordered',
  },
  {
    name: 'letter',
    path: 'brev',
    can: isLiving,
    act: async (trx, _context, action) => (await orderUsernameLetter(trx, action)).kind === 'ordered',
  },
  {
    name: 'protect',
    path: 'skydda',
    can: ({ isProtected }) => !isProtected,
    act: async (trx, _context, action) =>
      (await protectIdentity(trx, { ...action, isProtected: true })).kind === 'changed',
  },
  {
    name: 'unprotect',
    path: 'ta-bort-skydd',
    can: ({ isProtected }) => isProtected,
    act: async (trx, _context, action) =>
      (await protectIdentity(trx, { ...action, isProtected: false })).kind === 'changed',
  },
] as const satisfies readonly PlainAct[]
