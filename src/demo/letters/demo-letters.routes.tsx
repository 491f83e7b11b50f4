import { DemoLetters, type DemoLetter } from '../../../views/demo/letters/demo-letters.js'
import type { Db } from '../../database/database.js'
import { dayOf } from '../../text/moment.js'
import { lettersPosted, lettersToPost } from '../../username-letters/listed/letters-of.js'
import type { ListedLetter } from '../../username-letters/username-letter.js'
import type { Ctx, Routes } from '../../web/context.js'
import { show } from '../../web/page.js'
import type { AppContext } from '../../context/app-context.js'
import { addressLines } from '../../text/place.js'

export interface DemoLetterParts {
  readonly db: Db
  readonly context: AppContext
}

const shownAtMost = 50

/** The demo's letters: what an envelope would hold, waiting or posted. In a demo everybody may look. */
export function demoLetterRoutes(router: Routes, { db, context }: DemoLetterParts): void {
  router.get('/demo/brev', async (ctx) => {
    const { text } = ctx.state
    const [waiting, posted] = await Promise.all([lettersToPost(db), lettersPosted(db, { atMost: shownAtMost })])
    show(
      ctx,
      { title: text.demo.letters.title },
      <DemoLetters
        text={text}
        waiting={waiting.slice(0, shownAtMost).map((letter) => asDemoLetter(ctx, context, letter))}
        posted={posted.map((letter) => asDemoLetter(ctx, context, letter))}
      />,
    )
  })
}

const asDemoLetter = ({ state: { text, language } }: Ctx, { issuer }: AppContext, letter: ListedLetter): DemoLetter => {
  const { recipient, username, organisation, postedAt, orderedAt } = letter
  const { letters } = text.demo
  return {
    id: letter.id,
    when: postedAt ? letters.postedOn(dayOf(language, postedAt)) : letters.orderedOn(dayOf(language, orderedAt)),
    content: recipient && {
      language: letter.language,
      name: recipient.name,
      address: [recipient.name, ...addressLines(recipient)],
      username,
      organisation,
      kiosk: `${issuer}/losenordskiosk`,
    },
  }
}
