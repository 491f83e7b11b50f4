import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { ButtonLink, Link } from '../../parts/link.js'

export interface AssuranceLine {
  readonly id: string
  readonly name: string
  readonly state: keyof Text['officers']['assurances']['state']
  readonly words: string
}

export interface AssuranceListProps {
  readonly text: Text
  readonly waiting: readonly AssuranceLine[]
  readonly decided: readonly AssuranceLine[]
}

/** The papers that await a decision, and those decided lately. */
export const AssuranceList = ({ text, waiting, decided }: AssuranceListProps): VNode => {
  const { assurances } = text.officers
  return (
    <>
      <h1 class="heading">{assurances.title}</h1>
      <p>
        <ButtonLink to="/handlaggning/forsakringar/ny">{assurances.register}</ButtonLink>
      </p>
      <p>
        <Link to="/handlaggning/forsakringar/blankett">{text.officers.assuranceForm.link}</Link>
      </p>
      <section aria-labelledby="vantar">
        <h2 id="vantar">{assurances.waiting}</h2>
        {waiting.length === 0 ? <p>{assurances.nothingWaiting}</p> : <Lines text={text} lines={waiting} />}
      </section>
      {decided.length > 0 && (
        <section aria-labelledby="beslutade">
          <h2 id="beslutade">{assurances.decided}</h2>
          <Lines text={text} lines={decided} />
        </section>
      )}
    </>
  )
}

const Lines = ({ text, lines }: { readonly text: Text; readonly lines: readonly AssuranceLine[] }): VNode => (
  <ul class="held">
    {lines.map(({ id, name, state, words }) => (
      <li key={id}>
        <span class="held__service">
          <Link to={`/handlaggning/forsakringar/${id}`}>{name}</Link>
        </span>
        <span class={`state state--${state}`}>{text.officers.assurances.state[state]}</span>
        <span class="held__terms">{words}</span>
      </li>
    ))}
  </ul>
)
