import { record } from '../audit/record.js'
import type { Trx } from '../database/database.js'
import type { Origin } from '../context/origin.js'
import { markProtected } from './accounts.queries.js'

/** Skyddade personuppgifter (product.md, rule 12), from the next page and the next mail on. Nobody marks themselves. */
export async function protectIdentity(
  trx: Trx,
  input: { readonly accountId: string; readonly by: string; readonly isProtected: boolean; readonly from: Origin },
): Promise<{ readonly kind: 'changed' | 'unchanged' }> {
  if (!(await markProtected(trx, input))) return { kind: 'unchanged' }
  const { accountId: about, by, isProtected } = input
  await record(trx, input.from, { kind: isProtected ? 'identity-protected' : 'identity-unprotected', by, about })
  return { kind: 'changed' }
}
