import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { Button } from '../parts/button.js'
import { errorsOf } from '../parts/error-summary.js'
import { Field } from '../parts/field.js'
import { Form } from '../parts/form.js'
import { Link, type Path } from '../parts/link.js'
import { MistakeCodes, MistakeSummary, type Mistake } from './mistakes.js'

export interface ForgottenPasswordProps {
  readonly text: Text
  readonly formToken: string
  readonly to: Path
  readonly start: Path
  readonly interaction: string | undefined
  readonly username?: string
  readonly mistakes: readonly Mistake[]
}

/** The second form: whose password is forgotten? */
export const ForgottenPassword = (props: ForgottenPasswordProps): VNode => {
  const { text, formToken, to, start, interaction, username, mistakes } = props
  const { kiosk } = text
  return (
    <>
      <MistakeSummary text={text} mistakes={mistakes} />
      <h1 class="heading">{kiosk.forgotLink}</h1>
      <p class="preamble">{kiosk.forgotIntroduction}</p>
      <Form to={to} formToken={formToken} kept={{ inloggning: interaction }}>
        <Field
          name="username"
          label={kiosk.username}
          hint={kiosk.usernameHint}
          errors={errorsOf(mistakes, 'username')}
          autocomplete="username"
          {...(username !== undefined && { value: username })}
        />
        <Button label={kiosk.continue} />
      </Form>
      <MistakeCodes text={text} mistakes={mistakes} />
      <h2>{kiosk.forgotUsernameTitle}</h2>
      <p>{kiosk.forgotUsername}</p>
      <p>
        <Link to={start}>{kiosk.backToStart}</Link>
      </p>
    </>
  )
}
