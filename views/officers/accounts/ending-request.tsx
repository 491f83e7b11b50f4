import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { ErrorSummary, RefusalSummary, errorsOf, type FieldError } from '../../parts/error-summary.js'
import { WordsField } from '../../parts/field.js'
import { Form } from '../../parts/form.js'
import { Link } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'
import type { RequestLine } from './ending-requests.js'

export interface EndingRequestProps {
  readonly text: Text
  readonly formToken: string
  readonly request: RequestLine
  readonly accountId: string
  readonly reason: string
  readonly answer: string | undefined
  readonly done: string | undefined
  readonly refusal: string | undefined
  readonly errors: readonly FieldError[]
  readonly typed: string
  readonly mayDecide: boolean
}

/** What is asked for and why, and the two answers. */
export const EndingRequestPage = (props: EndingRequestProps): VNode => {
  const { text, request, accountId, reason, answer, done, refusal, errors, mayDecide } = props
  const { endingRequests: words } = text.officers
  return (
    <>
      {errors.length > 0 && <ErrorSummary title={text.common.whatIsWrong} errors={errors} />}
      {refusal && (
        <RefusalSummary title={text.common.whatIsWrong}>
          <p>{refusal}</p>
        </RefusalSummary>
      )}
      <h1 class="heading">{request.name}</h1>
      {done && (
        <Notice kind="success">
          <p>{done}</p>
        </Notice>
      )}
      <section class="card">
        <p>
          <span class={`state state--${request.state === 'open' ? 'registered' : request.state}`}>
            {words.state[request.state]}
          </span>
        </p>
        <p class="quiet">{request.words}</p>
        <dl class="facts">
          <dt>{words.reason}</dt>
          <dd>{reason}</dd>
          {answer && (
            <>
              <dt>{words.answerWas}</dt>
              <dd>{answer}</dd>
            </>
          )}
        </dl>
        <p>
          <Link to={`/handlaggning/konton/${accountId}`}>{words.account}</Link>
        </p>
      </section>
      {mayDecide && <Decide {...props} />}
    </>
  )
}

const Decide = ({ text, formToken, request, errors, typed }: EndingRequestProps): VNode => {
  const { endingRequests: words } = text.officers
  return (
    <>
      <Form to={`/handlaggning/begaran/${request.id}/avsluta`} formToken={formToken}>
        <p>{words.endWords}</p>
        <Button label={words.end} />
      </Form>
      <Form to={`/handlaggning/begaran/${request.id}/avsla`} formToken={formToken}>
        <WordsField
          name="answer"
          label={words.answer}
          hint={words.answerHint}
          errors={errorsOf(errors, 'answer')}
          autocomplete="off"
          value={typed}
          maxLength={500}
        />
        <Button label={words.decline} weight="secondary" />
      </Form>
    </>
  )
}
