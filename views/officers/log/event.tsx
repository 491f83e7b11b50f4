import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Link, type Path } from '../../parts/link.js'

interface Fact {
  readonly term: string
  readonly words: string
  readonly id: string | undefined
  /** The page of whom, or what, it is. */
  readonly to: Path | undefined
}

export interface EventPageProps {
  readonly text: Text
  readonly title: string
  readonly sentence: string
  readonly facts: readonly Fact[]
  readonly details: readonly { readonly name: string; readonly value: string }[]
  readonly hashes: { readonly previous: string; readonly own: string }
  readonly earlier: Path | undefined
  readonly later: Path | undefined
  /** Everything about the same person. */
  readonly allAbout: Path | undefined
}

/** One event: all that was written of it, and how it hangs in the chain. */
export const EventPage = (props: EventPageProps): VNode => {
  const { text, title, sentence, facts, details, hashes, earlier, later, allAbout } = props
  const { log: words } = text.officers
  return (
    <>
      <h1 class="heading">{title}</h1>
      <p class="preamble">{sentence}</p>
      <section class="card">
        <dl class="facts">
          {facts.map(({ term, words: shown, id, to }) => (
            <>
              <dt>{term}</dt>
              <dd>
                {to ? <Link to={to}>{shown}</Link> : shown}
                {id && <code class="log-code">{id}</code>}
              </dd>
            </>
          ))}
          <dt>{words.details}</dt>
          <dd>{details.length === 0 ? words.noDetails : <Details details={details} />}</dd>
        </dl>
      </section>
      <section class="card" aria-labelledby="kedjan">
        <h2 id="kedjan">{words.chainTitle}</h2>
        <p>{words.chainWords}</p>
        <dl class="facts">
          <dt>{words.previousHash}</dt>
          <dd>
            <code class="log-code">{hashes.previous}</code>
          </dd>
          <dt>{words.hash}</dt>
          <dd>
            <code class="log-code">{hashes.own}</code>
          </dd>
        </dl>
        <p class="history__more">
          {earlier && <Link to={earlier}>{words.earlier}</Link>} {later && <Link to={later}>{words.later}</Link>}
        </p>
      </section>
      <p class="history__more">
        {allAbout && <Link to={allAbout}>{words.allAbout}</Link>} <Link to="/handlaggning/logg">{words.back}</Link>
      </p>
    </>
  )
}

const Details = ({ details }: Pick<EventPageProps, 'details'>): VNode => (
  <ul class="log-details">
    {details.map(({ name, value }) => (
      <li key={name}>
        <code class="log-code">{`${name}: ${value}`}</code>
      </li>
    ))}
  </ul>
)
