import { sentenceFor } from '../../../values/mistakes.js'
import { LetterPage } from '../../../../views/officers/username-letters/letter.js'
import { record } from '../../../audit/record.js'
import type { Db } from '../../../database/database.js'
import type { LetterAct } from '../../../username-letters/act-on-letter.js'
import { findLetter } from '../../../username-letters/listed/letters-of.js'
import { referenceOf, stateOf } from '../../../username-letters/username-letter.js'
import type { Text } from '../../../text/text.js'
import type { Ctx } from '../../../web/context.js'
import { NotHere } from '../../../web/refusals.js'
import { showTool } from '../../officers.pages.js'
import { addressOf, momentsOf } from '../username-letters.pages.js'
import type { ForwardingMistake, TypedForwarding } from './username-letter.form.js'

type Words = Text['officers']['letters']
export type Acted = keyof Words['acted']
const actedKinds: readonly Acted[] = ['retur', 'bestallt', 'halls', 'slappt', 'adress']

export interface LetterShowing extends LetterAct {
  readonly refused?: keyof Words['refused']
  readonly isWhyMissing?: boolean
  readonly typed?: TypedForwarding
  readonly mistakes?: readonly ForwardingMistake[]
}

const nothingTyped: TypedForwarding = { to: '', more: '', street: '', place: '', country: '' }

/** One letter, and what the reader may do with it. Whose it is stands on it, so that reading it leaves a trace. */
export async function showLetter(ctx: Ctx, db: Db, showing: LetterShowing): Promise<void> {
  const { letterId, by, from, refused, isWhyMissing = false, typed = nothingTyped, mistakes = [] } = showing
  const letter = await findLetter(db, letterId)
  if (letter === undefined) throw new NotHere('no such letter')
  await db.transaction().execute(async (trx) => {
    await record(trx, from, {
      kind: 'username-letter-shown',
      by,
      about: letter.accountId,
      organisation: letter.organisationId,
    })
  })
  const { text, formToken } = ctx.state
  const { letters: words } = text.officers
  const title = words.letterTo(letter.recipient?.name ?? words.protectedRecipient)
  const done = actedKinds.find((acted) => acted === ctx.query['klart'])
  const hasErrors = refused !== undefined || isWhyMissing || mistakes.length > 0
  showTool(
    ctx,
    {
      title,
      area: 'letters',
      returnTo: `/handlaggning/brev/${letterId}`,
      ...(hasErrors && { hasErrors, status: refused === 'not-so-any-more' ? 409 : 422 }),
    },
    <LetterPage
      text={text}
      formToken={formToken}
      id={letterId}
      title={title}
      state={stateOf(letter)}
      done={done && words.acted[done]}
      refused={refused && words.refused[refused]}
      facts={[
        [words.number, referenceOf(letterId)],
        [words.organisation, letter.organisation ?? words.byAgency],
        [words.address, addressOf(ctx, letter)],
        ...(letter.withheldWhy === undefined ? [] : [[words.why, letter.withheldWhy] as const]),
      ]}
      moments={momentsOf(ctx, letter)}
      isOwn={letter.accountId === by}
      isProtected={letter.recipient === undefined}
      isAddressed={letter.isAddressed}
      isWhyMissing={isWhyMissing}
      typed={typed}
      errors={mistakes.map(({ field, what }) => ({
        field,
        message: typeof what === 'string' ? words.wrong[what] : sentenceFor(text, what),
      }))}
    />,
  )
}
