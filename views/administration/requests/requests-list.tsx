import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { LinkCard } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'

export interface RequestShown {
  readonly id: string
  readonly name: string
  readonly email: string | undefined
  readonly service: string
  readonly organisation: string
  readonly words: string
  readonly askedOn: string
  /** What was answered, by whom and when; undefined while it is open. */
  readonly answer: string | undefined
  readonly reason: string | undefined
}

interface RequestsListProps {
  readonly text: Text
  readonly done: string | undefined
  readonly requests: readonly RequestShown[]
}

/** Those who wait for an answer, and those who have got one. */
export const RequestsList = ({ text, done, requests }: RequestsListProps): VNode => {
  const { requests: words } = text.administration
  const open = requests.filter(({ answer }) => answer === undefined)
  const answered = requests.filter(({ answer }) => answer !== undefined)
  return (
    <>
      <h1 class="heading">{words.title}</h1>
      <p class="preamble">{words.preamble}</p>
      {done && (
        <Notice kind="success">
          <p>{done}</p>
        </Notice>
      )}
      <h2>{words.waiting}</h2>
      {open.length === 0 && <p class="card">{words.none}</p>}
      <div class="link-cards">
        {open.map(({ id, name, service, organisation, askedOn }) => (
          <LinkCard
            key={id}
            to={`/behorigheter/forfragningar/${id}`}
            name={words.asks(name, service)}
            words={`${words.at(organisation)}. ${words.askedOn(askedOn)}.`}
          />
        ))}
      </div>
      {answered.length > 0 && (
        <>
          <h2>{words.answered}</h2>
          <ul class="held">
            {answered.map(({ id, name, service, organisation, answer, reason }) => (
              <li key={id}>
                <span class="held__service">{words.asks(name, service)}</span>
                <span class="held__terms">{`${words.at(organisation)}. ${answer ?? ''}.`}</span>
                {reason && <span class="held__terms">{words.reasonWas(reason)}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
