import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { Form } from '../../parts/form.js'
import { Notice } from '../../parts/notice.js'

export interface LetterShown {
  readonly id: string
  readonly recipient: string
  /** On one line; empty when it must not be shown. */
  readonly address: string
  readonly organisation: string
  readonly orderedAt: string
  readonly postedAt: string | undefined
}

export interface LettersProps {
  readonly text: Text
  readonly formToken: string
  readonly done: string | undefined
  readonly waiting: readonly LetterShown[]
  readonly posted: readonly LetterShown[]
}

/** What is to be posted, marked in one go when it has been, and what was posted lately. */
export const Letters = ({ text, formToken, done, waiting, posted }: LettersProps): VNode => {
  const { letters } = text.officers
  return (
    <>
      <h1 class="heading">{letters.title}</h1>
      <p class="preamble">{letters.preamble}</p>
      {done && (
        <Notice kind="success">
          <p>{done}</p>
        </Notice>
      )}
      <section aria-labelledby="att-posta">
        <h2 id="att-posta">{letters.toPost}</h2>
        {waiting.length === 0 ? (
          <p>{letters.nothingToPost}</p>
        ) : (
          <Form
            to="/handlaggning/brev/postade"
            formToken={formToken}
            kept={{ letters: waiting.map(({ id }) => id).join(' ') }}
          >
            <List text={text} letters={waiting} />
            <Button label={letters.markPosted} />
          </Form>
        )}
      </section>
      <section aria-labelledby="postade">
        <h2 id="postade">{letters.posted}</h2>
        {posted.length === 0 ? <p>{letters.nothingPosted}</p> : <List text={text} letters={posted} />}
      </section>
    </>
  )
}

const List = (props: { readonly text: Text; readonly letters: readonly LetterShown[] }): VNode => {
  const { letters: words } = props.text.officers
  return (
    <ul class="held">
      {props.letters.map((letter) => (
        <li key={letter.id}>
          <span class="held__service">{letter.recipient}</span>
          <span class="quiet">{letter.organisation}</span>
          <span class="held__terms">
            {[
              letter.address,
              letter.postedAt === undefined
                ? `${words.orderedAt} ${letter.orderedAt}`
                : `${words.postedAt} ${letter.postedAt}`,
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
