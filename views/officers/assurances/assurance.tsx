import type { VNode } from 'preact'
import type { Text } from '../../../src/text/text.js'
import { Button } from '../../parts/button.js'
import { WordsField } from '../../parts/field.js'
import { Form } from '../../parts/form.js'
import { Link, type Path } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'

export interface AssurancePageProps {
  readonly text: Text
  readonly formToken: string
  readonly id: string
  readonly title: string
  readonly state: keyof Text['officers']['assurances']['state']
  readonly done: string | undefined
  readonly refused: string | undefined
  readonly isReasonMissing: boolean
  /** The reader registered it, so another decides. */
  readonly isReaders: boolean
  /** The signed form as a file, where it has been read in. */
  readonly scan: Path | undefined
  /** What has followed from the approval, a sentence each. */
  readonly followed: readonly string[]
  /** Whose appointment ends when it is approved. */
  readonly replaces: 'nobody' | 'one' | 'all'
  readonly facts: readonly (readonly [term: string, words: string])[]
  readonly trail: readonly string[]
}

/** One paper: what stands on it, who has done what with it, and what the reader may do now. */
export const AssurancePage = (props: AssurancePageProps): VNode => {
  const { text, title, state, done, refused, facts, trail, scan, followed } = props
  const { assurances: words } = text.officers
  return (
    <>
      <h1 class="heading">{title}</h1>
      {done && (
        <Notice kind="success">
          <p>{done}</p>
        </Notice>
      )}
      {refused && (
        <Notice kind="error">
          <p>{refused}</p>
        </Notice>
      )}
      <section class="card">
        <p>
          <span class={`state state--${state}`}>{text.officers.assurances.state[state]}</span>
        </p>
        <dl class="facts">
          {facts.map(([term, words]) => (
            <>
              <dt>{term}</dt>
              <dd>{words}</dd>
            </>
          ))}
        </dl>
        {trail.map((sentence) => (
          <p key={sentence} class="quiet">
            {sentence}
          </p>
        ))}
        <p>{scan === undefined ? words.noScan : <Link to={scan}>{words.scanLink}</Link>}</p>
      </section>
      {followed.length > 0 && (
        <section class="card" aria-labelledby="sedan">
          <h2 id="sedan">{words.followed.title}</h2>
          <ul>
            {followed.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      {state === 'registered' && <Decide {...props} />}
    </>
  )
}

const Decide = ({ text, formToken, id, isReaders, isReasonMissing, replaces }: AssurancePageProps): VNode => {
  const { assurances: words } = text.officers
  const withdraw = (
    <Form to={`/handlaggning/forsakringar/${id}/aterta`} formToken={formToken}>
      <Button label={words.withdraw} weight="tertiary" />
    </Form>
  )
  if (isReaders) {
    return (
      <>
        <Notice kind="info">
          <p>{words.needsAnother}</p>
        </Notice>
        {withdraw}
      </>
    )
  }
  return (
    <>
      <Form to={`/handlaggning/forsakringar/${id}/godkann`} formToken={formToken}>
        <p>{words.approveWhat}</p>
        {replaces === 'all' && <p>{words.approveReplaces}</p>}
        {replaces === 'one' && <p>{words.approveReplacesOne}</p>}
        <Button label={words.approve} />
      </Form>
      <Form to={`/handlaggning/forsakringar/${id}/avvisa`} formToken={formToken}>
        <WordsField
          name="reason"
          label={words.reason}
          value=""
          maxLength={1000}
          autocomplete="off"
          errors={isReasonMissing ? [words.reasonMissing] : []}
        />
        <Button label={words.reject} weight="secondary" />
      </Form>
      {withdraw}
    </>
  )
}
