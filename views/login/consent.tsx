import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { Button } from '../parts/button.js'
import { Form } from '../parts/form.js'

export interface ConsentProps {
  readonly text: Text
  readonly formToken: string
  readonly uid: string
  readonly service: string
  readonly told: readonly string[]
}

/** What a service that is not ours wants to know of whoever has signed in, and the two answers. */
export function Consent({ text: { login }, formToken, uid, service, told }: ConsentProps): VNode {
  return (
    <>
      <h1 class="heading">{login.consentTitle(service)}</h1>
      <p>{login.consent(service)}</p>
      <ul>
        {told.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
      <p>{login.consentLasts}</p>
      <Form to={`/login/${uid}/godkann`} formToken={formToken}>
        <Button label={login.agree} />
        <Button label={login.cancel} weight="secondary" to={`/login/${uid}/avbryt`} />
      </Form>
    </>
  )
}
