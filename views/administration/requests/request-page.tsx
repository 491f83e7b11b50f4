import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { ErrorSummary, errorsOf, RefusalSummary, type FieldError } from '../../parts/error-summary.js'
import { DateField, WordsField } from '../../parts/field.js'
import { Form } from '../../parts/form.js'
import { Link, type Path } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'
import type { RequestShown } from './requests-list.js'

interface RequestPageProps {
  readonly text: Text
  readonly formToken: string
  readonly request: RequestShown
  readonly isOwn: boolean
  readonly at: Path
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FieldError[]
  readonly refusal: string | undefined
}

/** Who asks for what, and the two answers. */
export const RequestPage = (props: RequestPageProps): VNode => {
  const { text, request, isOwn, errors, refusal } = props
  const { requests: words } = text.administration
  return (
    <>
      <ErrorSummary title={text.common.whatIsWrong} errors={errors} />
      {errors.length === 0 && refusal && (
        <RefusalSummary title={text.common.whatIsWrong}>
          <p>{refusal}</p>
        </RefusalSummary>
      )}
      <h1 class="heading">{words.asks(request.name, request.service)}</h1>
      <dl class="facts card">
        <dt>{words.who}</dt>
        <dd>{request.name}</dd>
        {request.email && <dt>{words.email}</dt>}
        {request.email && <dd>{request.email}</dd>}
        <dt>{words.organisation}</dt>
        <dd>{request.organisation}</dd>
        <dt>{words.asked}</dt>
        <dd>{request.askedOn}</dd>
        <dt>{words.words}</dt>
        <dd>{request.words === '' ? words.noWords : request.words}</dd>
      </dl>
      {request.answer && (
        <Notice kind="info" title={request.answer}>
          {request.reason && <p>{words.reasonWas(request.reason)}</p>}
        </Notice>
      )}
      {!request.answer && isOwn && (
        <Notice kind="info">
          <p>{words.own}</p>
        </Notice>
      )}
      {!request.answer && !isOwn && <Answers {...props} />}
      <p>
        <Link to="/behorigheter/forfragningar">{words.backToAll}</Link>
      </p>
    </>
  )
}

const Answers = ({ text, formToken, at, typed, errors }: RequestPageProps): VNode => {
  const { requests: words } = text.administration
  return (
    <>
      <section class="card" aria-labelledby="ge">
        <h2 id="ge">{words.grantTitle}</h2>
        <p>{words.grantWords}</p>
        <Form to={`${at}/ge`} formToken={formToken}>
          <DateField
            name="to"
            label={words.lastDay}
            hint={words.lastDayHint}
            errors={errorsOf(errors, 'to')}
            autocomplete="off"
            value={typed['to'] ?? ''}
          />
          <Button label={words.grant} />
        </Form>
      </section>
      <section class="card" aria-labelledby="avsla">
        <h2 id="avsla">{words.declineTitle}</h2>
        <Form to={`${at}/avsla`} formToken={formToken}>
          <WordsField
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            errors={errorsOf(errors, 'reason')}
            autocomplete="off"
            value={typed['reason'] ?? ''}
            maxLength={500}
          />
          <Button label={words.decline} weight="secondary" />
        </Form>
      </section>
    </>
  )
}
