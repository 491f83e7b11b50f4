import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { Radios } from '../../parts/choice.js'
import { ErrorSummary, errorsOf, type FieldError } from '../../parts/error-summary.js'
import { Form } from '../../parts/form.js'
import { Notice } from '../../parts/notice.js'

export interface RenewSecretProps {
  readonly text: Text
  readonly formToken: string
  readonly id: string
  readonly name: string
  readonly version: number
  readonly wasChanged: boolean
  readonly errors: readonly FieldError[]
}

/** Before a secret is renewed: what becomes of the one in use. */
export const RenewSecret = ({ text, formToken, id, name, version, wasChanged, errors }: RenewSecretProps): VNode => {
  const { relyingServices: words } = text.officers
  return (
    <>
      <ErrorSummary title={text.common.whatIsWrong} errors={errors} />
      <h1 class="heading">{words.renewTitle(name)}</h1>
      {wasChanged && (
        <Notice kind="error">
          <p>{words.changedMeanwhileTitle}</p>
        </Notice>
      )}
      <p class="preamble">{words.renewWhat}</p>
      <Form
        to={`/handlaggning/e-tjanster/${id}/ny-hemlighet`}
        formToken={formToken}
        kept={{ version: String(version) }}
      >
        <Radios
          name="former"
          legend={words.former}
          chosen=""
          errors={errorsOf(errors, 'former')}
          options={[
            { value: '24', label: words.formerForADay, words: words.formerForADayWords },
            { value: '0', label: words.formerAtOnce, words: words.formerAtOnceWords },
          ]}
        />
        <Button label={words.renew} />
      </Form>
    </>
  )
}
