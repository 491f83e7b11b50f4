import type { VNode } from 'preact'
import type { Text } from '../../src/text/text.js'
import { Button } from '../parts/button.js'
import { errorsOf } from '../parts/error-summary.js'
import { Field } from '../parts/field.js'
import { Form } from '../parts/form.js'
import { Link, type Path } from '../parts/link.js'
import { Notice } from '../parts/notice.js'
import { MistakeCodes, MistakeSummary, type Mistake } from './mistakes.js'
import { NothingArrived, type OrderLimits } from './nothing-arrived.js'

export interface EnterCodeProps {
  readonly text: Text
  readonly formToken: string
  readonly to: Path
  readonly forgot: Path
  readonly mark: string
  /** `kl. 14.32` */
  readonly clock: string
  readonly triesLeft: number
  readonly limits: OrderLimits
  readonly mistakes: readonly Mistake[]
  readonly isAnotherVisit: boolean
}

/** A one-time password has been mailed, if there was anybody to mail it to. The page is the same for everybody. */
export const EnterCode = (props: EnterCodeProps): VNode => {
  const { text, formToken, to, forgot, mark, clock, triesLeft, limits, mistakes, isAnotherVisit } = props
  const { kiosk } = text
  return (
    <>
      <MistakeSummary text={text} mistakes={mistakes} />
      <h1 class="heading">{kiosk.codeTitle}</h1>
      {isAnotherVisit && (
        <Notice kind="warning">
          <p>{kiosk.anotherVisit}</p>
        </Notice>
      )}
      <p class="preamble">{kiosk.codeMailed}</p>
      <p>{kiosk.codeLives(clock, triesLeft)}</p>
      <Form to={to} formToken={formToken} kept={{ steg: mark }}>
        <Field
          name="code"
          label={kiosk.code}
          hint={kiosk.codeHint}
          errors={errorsOf(mistakes, 'code')}
          autocomplete="one-time-code"
          inputMode="numeric"
          isShort
        />
        <Button label={kiosk.continue} />
      </Form>
      <MistakeCodes text={text} mistakes={mistakes} />
      <NothingArrived text={text} limits={limits} />
      <p>
        <Link to={forgot}>{kiosk.orderAgain}</Link>
      </p>
    </>
  )
}
