import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { Button } from '../parts/button.js'
import { Form } from '../parts/form.js'
import { Link } from '../parts/link.js'

export interface OwnRequest {
  readonly id: string
  /** Which service, and where. */
  readonly what: string
  readonly askedOn: string
  readonly answer: string | undefined
  readonly reason: string | undefined
}

interface OwnRequestsProps {
  readonly text: Text
  readonly formToken: string
  readonly requests: readonly OwnRequest[]
}

/** What one has asked for and what became of it, and the way to ask. */
export const OwnRequests = ({ text, formToken, requests }: OwnRequestsProps): VNode => {
  const { requests: words } = text.administration
  return (
    <section class="card" aria-labelledby="forfragningar">
      <h2 id="forfragningar">{words.yours}</h2>
      <p>{words.askWords}</p>
      {requests.length > 0 && (
        <ul class="held">
          {requests.map(({ id, what, askedOn, answer, reason }) => (
            <li key={id}>
              <span class="held__service" id={`fraga-${id}`}>
                {what}
              </span>
              <span class="held__terms">{`${words.askedOn(askedOn)}. ${answer ?? words.waitingFor}.`}</span>
              {reason && <span class="held__terms">{words.reasonWas(reason)}</span>}
              {answer === undefined && (
                <Form to="/konto/forfragningar/aterkalla" formToken={formToken} kept={{ request: id }}>
                  <Button label={words.withdraw} weight="tertiary" describedBy={`fraga-${id}`} />
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link to="/konto/be-om-behorighet">{words.ask}</Link>
      </p>
    </section>
  )
}
