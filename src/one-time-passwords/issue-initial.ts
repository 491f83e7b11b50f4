import { findAccount } from '../accounts/find.js'
import { record } from '../audit/record.js'
import type { Trx } from '../database/database.js'
import type { Origin } from '../context/origin.js'
import type { AppContext } from '../context/app-context.js'
import { codeOf, newestKeyId, written } from './one-time-password.js'
import { nameKeysOf } from '../accounts/username.js'
import { insertCode, replaceCodes, lockCodes } from './one-time-passwords.queries.js'

/**
 * An initial one-time password that is told to whoever asks here, and mailed to nobody: for the first officer, whom
 * nobody can send one to yet (security.md R-13). No page leads here.
 */
export async function issueInitial(
  trx: Trx,
  context: AppContext,
  input: { readonly accountId: string; readonly from: Origin },
): Promise<string> {
  const account = await findAccount(trx, input.accountId)
  if (account === undefined) throw new Error('There is no such account.')
  const nameKeys = nameKeysOf(context, account.username)
  const keyId = newestKeyId(context.keys)
  await lockCodes(trx, nameKeys)
  await replaceCodes(trx, { nameKeys, accountId: account.id, purpose: 'initial' })
  const { id } = await insertCode(trx, {
    purpose: 'initial',
    nameKey: nameKeys.newest,
    accountId: account.id,
    keyId,
    language: account.language,
    minutes: context.policy.initialPassword.days * 24 * 60,
  })
  await record(trx, input.from, {
    kind: 'one-time-password-ordered',
    about: account.id,
    details: { purpose: 'initial', told: 'on the operator’s screen' },
  })
  const code = codeOf(context.keys, { id, purpose: 'initial', keyId })
  if (code === undefined) throw new Error('The newest key derives no code.')
  return written(code, 'initial')
}
