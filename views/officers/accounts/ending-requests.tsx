import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Link } from '../../parts/link.js'

export interface RequestLine {
  readonly id: string
  readonly name: string
  /** Who asked, where and when. */
  readonly words: string
  readonly state: keyof Text['officers']['endingRequests']['state']
}

export interface EndingRequestsProps {
  readonly text: Text
  readonly waiting: readonly RequestLine[]
  readonly decided: readonly RequestLine[]
}

/** What waits for a decision, and what was decided lately. */
export const EndingRequests = ({ text, waiting, decided }: EndingRequestsProps): VNode => {
  const { endingRequests: words } = text.officers
  return (
    <>
      <h1 class="heading">{words.title}</h1>
      <p class="preamble">{words.preamble}</p>
      <section aria-labelledby="vantar">
        <h2 id="vantar">{words.waiting}</h2>
        {waiting.length === 0 ? <p>{words.nothingWaiting}</p> : <Lines text={text} lines={waiting} />}
      </section>
      {decided.length > 0 && (
        <section aria-labelledby="beslutade">
          <h2 id="beslutade">{words.decided}</h2>
          <Lines text={text} lines={decided} />
        </section>
      )}
    </>
  )
}

const Lines = ({ text, lines }: { readonly text: Text; readonly lines: readonly RequestLine[] }): VNode => (
  <ul class="held">
    {lines.map(({ id, name, words, state }) => (
      <li key={id}>
        <span class="held__service">
          <Link to={`/handlaggning/begaran/${id}`}>{name}</Link>
        </span>
        <span class={`state state--${state === 'open' ? 'registered' : state}`}>
          {text.officers.endingRequests.state[state]}
        </span>
        <span class="held__terms">{words}</span>
      </li>
    ))}
  </ul>
)
