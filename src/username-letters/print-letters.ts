import { record } from '../audit/record.js'
import type { Trx } from '../database/database.js'
import type { Origin } from '../context/origin.js'
import { selectPrinted } from './listed/listed-letters.queries.js'
import { markPrinted } from './username-letters.queries.js'
import type { PrintedLetter } from './username-letter.js'
import { addressLines } from '../text/place.js'
import { fullName } from '../values/names.js'

/**
 * The letters, to be put on paper. That somebody had the addresses and usernames in their hands is written in the
 * audit of each person first. What cannot be posted is passed over.
 */
export async function printLetters(
  trx: Trx,
  input: { readonly letterIds: readonly string[]; readonly by: string; readonly from: Origin },
): Promise<readonly PrintedLetter[]> {
  const { letterIds, by, from } = input
  const marked = await markPrinted(trx, letterIds)
  const rows = await selectPrinted(
    trx,
    marked.map(({ letterId }) => letterId),
  )
  for (const { accountId, organisationId } of marked) {
    await record(trx, from, {
      kind: 'username-letter-printed',
      by,
      about: accountId,
      organisation: organisationId ?? undefined,
    })
  }
  return rows.map(asPrinted)
}

const asPrinted = (row: Awaited<ReturnType<typeof selectPrinted>>[number]): PrintedLetter => {
  const { id, username, language, organisation, hasProtectedIdentity, forwardedTo } = row
  const name = hasProtectedIdentity ? undefined : fullName(row)
  const own = [name, ...addressLines(row)]
  const lines = hasProtectedIdentity ? (forwardedTo ?? []) : own
  return {
    id,
    username,
    language,
    organisation: organisation ?? undefined,
    name,
    hasPassword: row.hasPassword,
    address: lines.filter((line) => line !== undefined && line !== null),
  }
}
