import { today } from '../../database/today.js'
import { uuid } from '../../database/uuid.js'
import { postLetters } from '../../username-letters/post-letters.js'
import { printLetters } from '../../username-letters/print-letters.js'
import type { Ctx, Routes } from '../../web/context.js'
import { download } from '../../web/download.js'
import { readForm } from '../../web/form.js'
import { goTo, origin } from '../../web/page.js'
import { BadInput, NotHere } from '../../web/refusals.js'
import { printInThread } from '../../context/printing.js'
import { officer } from '../officers.pages.js'
import type { OfficerDeps } from '../deps.js'
import { letterActRoutes } from './letter/username-letter.routes.js'
import { batchAtMost, showLetters } from './username-letters.pages.js'
import type { BatchToPrint } from './pdf/batch-thread.js'

/** Letters that wait, and those that have been posted. What is fetched or marked is what the page showed, and no letter since. */
export function letterRoutes(router: Routes, parts: OfficerDeps): void {
  const { db, context } = parts
  router.get('/handlaggning/brev', async (ctx) => {
    await officer(ctx, db)
    await showLetters(ctx, db)
  })

  router.post('/handlaggning/brev/utskrift', async (ctx) => {
    const { accountId: by } = await officer(ctx, db)
    const letterIds = await readLetters(ctx)
    if (letterIds.length === 0) throw new BadInput('no letter is named')
    const input = { letterIds, by, from: origin(ctx) }
    const letters = await db.transaction().execute(async (trx) => await printLetters(trx, input))
    if (letters.length === 0) throw new NotHere('no letter that can be posted')
    const { text, language } = ctx.state
    const day = await today(db)
    const batch: BatchToPrint = { letters, kiosk: `${context.issuer}/losenordskiosk`, language, day }
    const bytes = await printInThread(batchThread, batch)
    download(ctx, { name: `${text.officers.letters.fileName}-${day}.pdf`, type: 'application/pdf', bytes })
  })

  router.post('/handlaggning/brev/postade', async (ctx) => {
    const { accountId } = await officer(ctx, db)
    const letterIds = await readLetters(ctx)
    const posted = await db
      .transaction()
      .execute(async (trx) => await postLetters(trx, context, { letterIds, by: accountId, from: origin(ctx) }))
    goTo(ctx, `/handlaggning/brev?postade=${posted.length}`)
  })
  letterActRoutes(router, parts)
}

const batchThread = new URL('./pdf/batch-thread.js', import.meta.url)

const readLetters = async (ctx: Ctx): Promise<readonly string[]> => {
  const { letters } = await readForm(ctx, ['letters'])
  const letterIds = letters.split(' ').filter((id) => id !== '')
  if (letterIds.length > batchAtMost || letterIds.some((id) => !uuid.test(id))) {
    throw new BadInput('not the ids of as many letters as a page shows')
  }
  return letterIds
}
