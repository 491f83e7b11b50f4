import type { Trx } from '../database/database.js'
import type { Language } from '../text/text.js'
import { updateLanguage } from './accounts.queries.js'

/** The language that mails are written in. */
export async function rememberLanguage(
  trx: Trx,
  input: { readonly accountId: string; readonly language: Language },
): Promise<void> {
  await updateLanguage(trx, input)
}
