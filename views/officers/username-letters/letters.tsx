import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import type { LetterState } from '../../../src/username-letters/username-letter.js'
import { Button } from '../../parts/button.js'
import { Field } from '../../parts/field.js'
import { ChoosingForm, Form } from '../../parts/form.js'
import { Link } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'

export interface LetterShown {
  readonly id: string
  readonly recipient: string
  readonly organisation: string
  readonly state: LetterState
  /** The address, as far as it may be shown, and when what was done. */
  readonly words: string
}

export interface LettersProps {
  readonly text: Text
  readonly formToken: string
  readonly done: string | undefined
  readonly search: string
  /** What the search found; undefined when nothing is sought. */
  readonly found: readonly LetterShown[] | undefined
  readonly waiting: readonly LetterShown[]
  /** That some have not been printed, before they are marked as posted. */
  readonly notPrinted: string | undefined
  readonly stopped: readonly LetterShown[]
  readonly posted: readonly LetterShown[]
}

/** What is to be posted, fetched and marked in one go; what cannot be; what was posted lately; and any letter, sought. */
export const Letters = (props: LettersProps): VNode => {
  const { text, done, stopped, posted } = props
  const { letters: words } = text.officers
  return (
    <>
      <h1 class="heading">{words.title}</h1>
      <p class="preamble">{words.preamble}</p>
      {done && (
        <Notice kind="success">
          <p>{done}</p>
        </Notice>
      )}
      <Waiting {...props} />
      {stopped.length > 0 && (
        <section aria-labelledby="stoppade">
          <h2 id="stoppade">{words.stopped}</h2>
          <p>{words.stoppedWords}</p>
          <List text={text} letters={stopped} />
        </section>
      )}
      <Finding {...props} />
      <section aria-labelledby="postade">
        <h2 id="postade">{words.posted}</h2>
        {posted.length === 0 ? <p>{words.nothingPosted}</p> : <List text={text} letters={posted} />}
      </section>
    </>
  )
}

const Waiting = ({ text, formToken, waiting, notPrinted }: LettersProps): VNode => {
  const { letters: words } = text.officers
  return (
    <section aria-labelledby="att-posta">
      <h2 id="att-posta">{words.toPost}</h2>
      {waiting.length === 0 ? (
        <p>{words.nothingToPost}</p>
      ) : (
        <Form
          to="/handlaggning/brev/postade"
          formToken={formToken}
          kept={{ letters: waiting.map(({ id }) => id).join(' ') }}
        >
          <List text={text} letters={waiting} />
          <Button label={words.fetch} to="/handlaggning/brev/utskrift" />
          {notPrinted && <p class="quiet">{notPrinted}</p>}
          <Button label={words.markPosted} weight="secondary" />
        </Form>
      )}
    </section>
  )
}

const Finding = ({ text, search, found }: LettersProps): VNode => {
  const { letters: words } = text.officers
  return (
    <section aria-labelledby="hitta">
      <h2 id="hitta">{words.find}</h2>
      <ChoosingForm to="/handlaggning/brev">
        <Field name="sok" label={words.findLabel} hint={words.findHint} value={search} autocomplete="off" isShort />
        <Button label={words.findDo} weight="secondary" />
      </ChoosingForm>
      {found?.length === 0 && <p>{words.nothingFound}</p>}
      {found !== undefined && found.length > 0 && (
        <>
          <h3>{words.found}</h3>
          <List text={text} letters={found} />
        </>
      )}
    </section>
  )
}

const List = ({ text, letters }: { readonly text: Text; readonly letters: readonly LetterShown[] }): VNode => (
  <ul class="held">
    {letters.map(({ id, recipient, organisation, state, words }) => (
      <li key={id}>
        <span class="held__service">
          <Link to={`/handlaggning/brev/${id}`}>{recipient}</Link>
        </span>
        <span class={`state state--${state}`}>{text.officers.letters.state[state]}</span>
        <span class="quiet">{organisation}</span>
        <span class="held__terms">{words}</span>
      </li>
    ))}
  </ul>
)
