import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { Button } from '../parts/button.js'
import { Form } from '../parts/form.js'
import type { Path } from '../parts/link.js'

export interface AskAgainProps {
  readonly text: Text
  readonly formToken: string
  readonly title: string
  readonly to: Path
  readonly asked: Readonly<Record<string, string>>
}

/** What a relying service asked, asked once more from our own page; where scripts run nobody sees it. */
export const AskAgain = ({ text: { oidc }, formToken, title, to, asked }: AskAgainProps): VNode => (
  <>
    <h1 class="heading">{title}</h1>
    <p>{oidc.askAgain}</p>
    <Form to={to} formToken={formToken} kept={asked}>
      <Button label={oidc.goOn} />
    </Form>
  </>
)
