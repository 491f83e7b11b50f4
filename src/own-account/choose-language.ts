import { rememberLanguage } from '../accounts/remember-language.js'
import { record } from '../audit/record.js'
import type { Db } from '../database/database.js'
import type { Language } from '../text/text.js'
import type { Origin } from '../context/origin.js'

/** The language of the person's mails from now on. */
export async function chooseLanguage(
  db: Db,
  { accountId, language, from }: { readonly accountId: string; readonly language: Language; readonly from: Origin },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await rememberLanguage(trx, { accountId, language })
    await record(trx, from, { kind: 'language-chosen', by: accountId, about: accountId, details: { language } })
  })
}
