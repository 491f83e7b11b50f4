import type { Trx } from '../../database/database.js'
import { enqueueMail } from '../../delivery/enqueue-mail.js'
import { administratorsOf } from '../../organisations/administrators-of.js'
import { changesIn } from './changes-in.js'

/**
 * Tells of what somebody did when they saved once: one mail to each person whose permissions it changed, and one to
 * each administrator of the organisation, whoever of them did it. In the transaction of the changes, after the last.
 */
export async function tellOfAct(trx: Trx, { act }: { readonly act: string }): Promise<void> {
  const changes = await changesIn(trx, act)
  const organisations = new Set(changes.map(({ organisation }) => organisation.id))
  const administrators = new Set<string>()
  for (const id of organisations) {
    for (const { accountId } of await administratorsOf(trx, id)) administrators.add(accountId)
  }
  for (const accountId of new Set(changes.map((change) => change.accountId))) {
    await enqueueMail(trx, { kind: 'permissions-changed', act, accountId, as: 'holder' })
  }
  for (const accountId of administrators) {
    await enqueueMail(trx, { kind: 'permissions-changed', act, accountId, as: 'administrator' })
  }
}
