import { UndeliveredList } from '../../../views/officers/undelivered/undelivered-list.js'
import type { Db } from '../../database/database.js'
import { uuid } from '../../database/uuid.js'
import type { MailKind } from '../../delivery/mail-job.js'
import { undeliveredMails } from '../../delivery/undelivered.js'
import { clockOf, dateOf, stockholmDayOf } from '../../text/moment.js'
import type { Text } from '../../text/text.js'
import type { Ctx, Routes } from '../../web/context.js'
import { readForm } from '../../web/form.js'
import { goTo, origin } from '../../web/page.js'
import { BadInput } from '../../web/refusals.js'
import { officer, showTool } from '../officers.pages.js'
import type { OfficerDeps } from '../deps.js'
import { selectNames } from './undelivered.queries.js'
import { takeUndelivered } from './take.js'

const basePath = '/handlaggning/mejl'

/** The mails that were given up: sent anew when what was wrong is mended, or taken off the list. */
export function undeliveredRoutes(router: Routes, { db }: OfficerDeps): void {
  router.get(basePath, async (ctx) => {
    await officer(ctx, db)
    await showUndelivered(ctx, db)
  })

  for (const [word, kind, done] of [
    ['igen', 'mail-retried', 'skickat'],
    ['bort', 'mail-dismissed', 'borttaget'],
  ] as const) {
    router.post(`${basePath}/${word}`, async (ctx) => {
      const { accountId: by } = await officer(ctx, db)
      const { id } = await readForm(ctx, ['id'])
      if (!uuid.test(id)) throw new BadInput('no letter of ours')
      const taken = await db
        .transaction()
        .execute(async (trx) => await takeUndelivered(trx, { id, by, from: origin(ctx) }, kind))
      goTo(ctx, `${basePath}?klart=${taken === 'taken' ? done : 'redan'}`)
    })
  }
}

const showUndelivered = async (ctx: Ctx, db: Db): Promise<void> => {
  const { text, language, formToken } = ctx.state
  const { undelivered: words, log } = text.officers
  const mails = await undeliveredMails(db)
  const names = await selectNames(
    db,
    mails.flatMap(({ accountId }) => (accountId === undefined ? [] : [accountId])),
  )
  const nameOf = (accountId: string | undefined) =>
    accountId !== undefined && names.has(accountId) ? (names.get(accountId) ?? log.protectedPerson) : words.unknown
  showTool(
    ctx,
    { title: words.title, area: 'start', returnTo: basePath },
    <UndeliveredList
      text={text}
      formToken={formToken}
      done={doneWords(text, ctx.query['klart'])}
      mails={mails.map(({ id, kind, accountId, reason, tries, givenUpAt }) => ({
        id,
        what: words.what(whatItIs(text, kind), nameOf(accountId)),
        to: accountId !== undefined && names.has(accountId) ? `/handlaggning/konton/${accountId}` : undefined,
        why: words.why(reason, String(tries)),
        when: `${dateOf(language, stockholmDayOf(givenUpAt))} ${clockOf(text, givenUpAt)}`,
        dateTime: givenUpAt.toISOString(),
      }))}
    />,
  )
}

const doneWords = (text: Text, word: unknown): string | undefined => {
  const { done } = text.officers.undelivered
  return word === 'skickat' || word === 'borttaget' || word === 'redan' ? done[word] : undefined
}

/** Every kind of mail has its words; one that lies there since an older version may not. */
const whatItIs = (text: Text, written: string): string => {
  const kinds: Readonly<Record<MailKind | 'unknown', string>> = text.officers.undelivered.kinds
  return new Map(Object.entries(kinds)).get(written) ?? kinds.unknown
}
