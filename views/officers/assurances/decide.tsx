import type { VNode } from 'preact'
import { Button } from '../../parts/button.js'
import { Tick } from '../../parts/choice.js'
import { errorsOf } from '../../parts/error-summary.js'
import { WordsField } from '../../parts/field.js'
import { Form } from '../../parts/form.js'
import { Notice } from '../../parts/notice.js'
import type { AssurancePageProps } from './assurance-props.js'

/** What the reader may do about a paper that waits. */
export const Decide = (props: AssurancePageProps): VNode => {
  const { text, formToken, at, isReaders, known, namesakes } = props
  const { assurances: words } = text.officers
  return (
    <>
      {namesakes.length > 0 && (
        <Notice kind="warning" title={words.signatoryIsNot.title}>
          {[...namesakes, words.signatoryIsNot.check].map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
      {known?.otherName && (
        <Notice kind="warning" title={known.otherName}>
          <p>{words.otherNameWords}</p>
        </Notice>
      )}
      {known && known.approval.length > 0 && (
        <Notice kind="warning" title={words.known.title}>
          {known.approval.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
      {isReaders ? (
        <Notice kind="info">
          <p>{words.needsAnother}</p>
        </Notice>
      ) : (
        <>
          <Approve {...props} />
          <Reject {...props} />
        </>
      )}
      <Form to={`${at}/aterta`} formToken={formToken}>
        <Button label={words.withdraw} weight="tertiary" />
      </Form>
    </>
  )
}

const Approve = ({ text, formToken, at, hasScan, known, replaces, errors }: AssurancePageProps): VNode => {
  const { assurances: words } = text.officers
  return (
    <section class="card" aria-labelledby="godkann">
      <h2 id="godkann">{words.approve}</h2>
      {hasScan ? (
        <Form to={`${at}/godkann`} formToken={formToken}>
          <p>{words.approveWhat}</p>
          {replaces === 'all' && <p>{words.approveReplaces}</p>}
          {replaces === 'one' && <p>{words.approveReplacesOne}</p>}
          {known?.otherName && (
            <Tick name="samePerson" label={words.samePerson} errors={errorsOf(errors, 'samePerson')} />
          )}
          <Button label={words.approve} />
        </Form>
      ) : (
        <p>{words.refused['scan-missing']}</p>
      )}
    </section>
  )
}

const Reject = ({ text, formToken, at, errors }: AssurancePageProps): VNode => {
  const { assurances: words } = text.officers
  return (
    <section class="card" aria-labelledby="avvisa">
      <h2 id="avvisa">{words.reject}</h2>
      <Form to={`${at}/avvisa`} formToken={formToken}>
        <WordsField
          name="reason"
          label={words.reason}
          value=""
          maxLength={1000}
          autocomplete="off"
          errors={errorsOf(errors, 'reason')}
        />
        <Button label={words.reject} weight="secondary" />
      </Form>
    </section>
  )
}
