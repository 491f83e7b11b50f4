import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { Form } from '../../parts/form.js'
import { Link } from '../../parts/link.js'

export interface TurnOffProps {
  readonly text: Text
  readonly formToken: string
  readonly id: string
  readonly name: string
}

/** Before a relying service is turned off: what follows. */
export const TurnOff = ({ text, formToken, id, name }: TurnOffProps): VNode => {
  const { relyingServices: words } = text.officers
  return (
    <>
      <h1 class="heading">{words.turnOffTitle(name)}</h1>
      <ul>
        {words.turnOffWhat.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Form to={`/handlaggning/e-tjanster/${id}/stang-av`} formToken={formToken}>
        <Button label={words.turnOff} />
      </Form>
      <p>
        <Link to={`/handlaggning/e-tjanster/${id}`}>{words.toService(name)}</Link>
      </p>
    </>
  )
}
