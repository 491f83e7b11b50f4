import { isBlank } from '../../values/characters.js'
import { Letters, type LetterShown } from '../../../views/officers/username-letters/letters.js'
import type { Db } from '../../database/database.js'
import { dayOf } from '../../text/moment.js'
import { addressLines } from '../../text/place.js'
import { findLetters, lettersPosted, lettersToPost } from '../../username-letters/listed/letters-of.js'
import { stateOf, type ListedLetter } from '../../username-letters/username-letter.js'
import type { Ctx } from '../../web/context.js'
import { showTool } from '../officers.pages.js'

/** As many as one form can name, and one file holds. */
export const batchAtMost = 500

export async function showLetters(ctx: Ctx, db: Db): Promise<void> {
  const { text, formToken } = ctx.state
  const { letters: words } = text.officers
  const waiting = await lettersToPost(db)
  const canGo = waiting.filter((letter) => isReady(letter)).slice(0, batchAtMost)
  const posted = await lettersPosted(db, { atMost: 50 })
  const search = String(ctx.query['sok'] ?? '').slice(0, 100)
  const found = isBlank(search) ? undefined : await findLetters(db, search)
  const done = /^[1-9]\d{0,3}$/.exec(String(ctx.query['postade']))?.[0]
  const unprinted = canGo.filter(({ printedAt }) => printedAt === undefined).length
  showTool(
    ctx,
    { title: words.title, area: 'letters', returnTo: '/handlaggning/brev' },
    <Letters
      text={text}
      formToken={formToken}
      done={done === undefined ? undefined : words.done(Number(done))}
      search={search}
      found={found?.map((letter) => asShown(ctx, letter))}
      waiting={canGo.map((letter) => asShown(ctx, letter))}
      notPrinted={unprinted === 0 ? undefined : words.notPrinted(unprinted)}
      stopped={waiting.filter((letter) => !isReady(letter)).map((letter) => asShown(ctx, letter))}
      posted={posted.map((letter) => asShown(ctx, letter))}
    />,
  )
}

const isReady = (letter: ListedLetter): boolean => letter.isAddressed && stateOf(letter) === 'ordered'

const asShown = (ctx: Ctx, letter: ListedLetter): LetterShown => {
  const { letters: words } = ctx.state.text.officers
  return {
    id: letter.id,
    recipient: letter.recipient?.name ?? words.protectedRecipient,
    organisation: letter.organisation ?? words.byAgency,
    state: stateOf(letter),
    words: [addressOf(ctx, letter), ...momentsOf(ctx, letter)].filter((part) => part !== '').join(' · '),
  }
}

/** On one line; of a protected identity, only whether there is one. */
export function addressOf({ state: { text } }: Ctx, { recipient, isAddressed }: ListedLetter): string {
  const { letters: words } = text.officers
  if (recipient === undefined) return isAddressed ? words.forwarded : words.needsForwarding
  const written = addressLines(recipient).join(', ')
  return written === '' ? words.noAddress : written
}

/** When what was done with it. */
export function momentsOf({ state: { text, language } }: Ctx, letter: ListedLetter): readonly string[] {
  const { letters: words } = text.officers
  const moments: readonly (readonly [string, Date | undefined])[] = [
    [words.orderedAt, letter.orderedAt],
    [words.withheldAt, letter.withheldAt],
    [words.printedAt, letter.postedAt === undefined ? letter.printedAt : undefined],
    [words.postedAt, letter.postedAt],
    [words.returnedAt, letter.returnedAt],
  ]
  return moments.flatMap(([what, at]) => (at === undefined ? [] : [`${what} ${dayOf(language, at)}`]))
}
