import { findAccount } from '../../accounts/find.js'
import { record } from '../../audit/record.js'
import type { Trx } from '../../database/database.js'
import type { Origin } from '../../context/origin.js'
import { selectNumber } from './person.queries.js'

/** What is shown on purpose only, and leaves a trace each time (product.md, rules 11 and 12). */
export interface Look {
  readonly accountId: string
  /** The administrator's organisation where the person is or was. */
  readonly organisationId: string
  readonly by: string
  readonly from: Origin
}

/** Undefined for a person with protected identity: nobody here sees that number. */
export async function showNumber(trx: Trx, look: Look): Promise<string | undefined> {
  const number = await selectNumber(trx, { accountId: look.accountId, organisationIds: [look.organisationId] })
  if (number !== undefined) await leaveTrace(trx, 'number-shown', look)
  return number
}

export async function showUsername(trx: Trx, look: Look): Promise<string | undefined> {
  const account = await findAccount(trx, look.accountId)
  if (account !== undefined) await leaveTrace(trx, 'username-shown', look)
  return account?.username
}

const leaveTrace = async (trx: Trx, kind: 'number-shown' | 'username-shown', look: Look): Promise<void> => {
  const { accountId: about, organisationId: organisation, by, from } = look
  await record(trx, from, { kind, by, about, organisation })
}
