import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { Button } from '../parts/button.js'
import { errorsOf } from '../parts/error-summary.js'
import { PasswordField, UsernameOfPassword } from '../parts/field.js'
import { Form } from '../parts/form.js'
import type { Path } from '../parts/link.js'
import { Notice } from '../parts/notice.js'
import { MistakeCodes, MistakeSummary, type Mistake } from './mistakes.js'

export interface ChoosePasswordProps {
  readonly text: Text
  readonly formToken: string
  readonly to: Path
  readonly advice: Path
  readonly mark: string
  readonly username: string
  readonly least: number
  readonly mistakes: readonly Mistake[]
  readonly isAnotherVisit: boolean
}

/** The new password, typed once: it can be shown, so it need not be repeated. */
export const ChoosePassword = (props: ChoosePasswordProps): VNode => {
  const { text, formToken, to, advice, mark, username, least, mistakes, isAnotherVisit } = props
  const { kiosk } = text
  return (
    <>
      <MistakeSummary text={text} mistakes={mistakes} />
      <h1 class="heading">{kiosk.chooseTitle}</h1>
      {isAnotherVisit && (
        <Notice kind="warning">
          <p>{kiosk.anotherVisit}</p>
        </Notice>
      )}
      <p class="preamble">{kiosk.chooseFor(username)}</p>
      <Form to={to} formToken={formToken} kept={{ steg: mark }}>
        <UsernameOfPassword username={username} />
        <PasswordField
          name="password"
          label={kiosk.newPassword}
          hint={kiosk.newPasswordHint(least)}
          errors={errorsOf(mistakes, 'password')}
          autocomplete="new-password"
          reveal={{ show: kiosk.showPassword, hide: kiosk.hidePassword }}
        />
        <div data-advice-url={advice} data-advice-for="password" />
        <Button label={kiosk.change} />
      </Form>
      <MistakeCodes text={text} mistakes={mistakes} />
    </>
  )
}
