import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { Button } from '../parts/button.js'
import { Form } from '../parts/form.js'

export interface SignOutProps {
  readonly text: Text
  readonly formToken: string
  /** The provider's own proof that the form came from this page. */
  readonly proof: string
}

/** Everything ends, or only the asking service's part does. */
export const SignOut = ({ text: { oidc }, formToken, proof }: SignOutProps): VNode => (
  <>
    <h1 class="heading">{oidc.signOutTitle}</h1>
    <p>{oidc.signOut}</p>
    <Form to="/oidc/logout/confirm" formToken={formToken} kept={{ xsrf: proof, logout: 'yes' }}>
      <Button label={oidc.signOutButton} />
    </Form>
    <Form to="/oidc/logout/confirm" formToken={formToken} kept={{ xsrf: proof }}>
      <Button label={oidc.stayButton} weight="secondary" />
    </Form>
  </>
)
