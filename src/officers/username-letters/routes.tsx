import { Letters, type LetterShown } from '../../../views/officers/username-letters/letters.js'
import type { Db } from '../../database/database.js'
import { dayOf } from '../../text/moment.js'
import { lettersPosted, lettersToPost } from '../../username-letters/letters-of.js'
import { postLetters } from '../../username-letters/post-letters.js'
import type { PrintedLetter } from '../../username-letters/username-letter.js'
import type { Ctx, Routes } from '../../web/context.js'
import { readForm } from '../../web/form.js'
import { goTo, origin } from '../../web/page.js'
import { BadInput } from '../../web/refusals.js'
import { officer, showTool } from '../pages.js'
import type { OfficerParts } from '../routes.js'
import { uuid } from '../../database/uuid.js'

/** As many as one form can name. */
const batch = 500

/** Letters that wait, and those that have been posted. What is marked is what the page showed, and no letter since. */
export function letterRoutes(router: Routes, { db, world }: OfficerParts): void {
  router.get('/handlaggning/brev', async (ctx) => {
    await officer(ctx, db)
    await showLetters(ctx, db)
  })

  router.post('/handlaggning/brev/postade', async (ctx) => {
    const { accountId } = await officer(ctx, db)
    const { letters } = await readForm(ctx, ['letters'])
    const letterIds = letters.split(' ').filter((id) => id !== '')
    if (letterIds.some((id) => !uuid.test(id))) throw new BadInput('not the id of a letter')
    const posted = await db
      .transaction()
      .execute(async (trx) => await postLetters(trx, world, { letterIds, by: accountId, from: origin(ctx) }))
    goTo(ctx, `/handlaggning/brev?postade=${posted.length}`)
  })
}

const showLetters = async (ctx: Ctx, db: Db): Promise<void> => {
  const { text, formToken } = ctx.state
  const waiting = (await lettersToPost(db)).slice(0, batch)
  const posted = await lettersPosted(db, { atMost: 50 })
  const done = /^[1-9]\d{0,3}$/.exec(String(ctx.query['postade']))?.[0]
  showTool(
    ctx,
    { title: text.officers.letters.title, area: 'letters', returnTo: '/handlaggning/brev' },
    <Letters
      text={text}
      formToken={formToken}
      done={done === undefined ? undefined : text.officers.letters.done(Number(done))}
      waiting={waiting.map((letter) => asShown(ctx, letter))}
      posted={posted.map((letter) => asShown(ctx, letter))}
    />,
  )
}

const asShown = (ctx: Ctx, letter: PrintedLetter): LetterShown => {
  const { text, language } = ctx.state
  const { letters } = text.officers
  const { recipient } = letter
  const address = [recipient?.street, [recipient?.postalCode, recipient?.locality].filter(Boolean).join(' ')]
  const lines = address.filter((line) => line !== undefined && line !== '')
  return {
    id: letter.id,
    recipient: recipient?.name ?? letters.protectedRecipient,
    address: recipient !== undefined && lines.length === 0 ? letters.noAddress : lines.join(', '),
    organisation: letter.organisation ?? letters.byAgency,
    orderedAt: dayOf(language, letter.orderedAt),
    postedAt: letter.postedAt && dayOf(language, letter.postedAt),
  }
}
