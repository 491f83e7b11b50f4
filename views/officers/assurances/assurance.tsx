import type { VNode } from 'preact'
import { Button } from '../../parts/button.js'
import { ErrorSummary } from '../../parts/error-summary.js'
import { Form } from '../../parts/form.js'
import { Link } from '../../parts/link.js'
import { Notice } from '../../parts/notice.js'
import { AddScan } from './add-scan.js'
import type { AssurancePageProps } from './assurance-props.js'
import { Decide } from './decide.js'

/** One paper: what stands on it, who has done what with it, and what the reader may do now. */
export const AssurancePage = (props: AssurancePageProps): VNode => {
  const { text, title, state, done, refused, errors, followed, hasScan } = props
  const { assurances: words } = text.officers
  return (
    <>
      <ErrorSummary title={text.common.whatIsWrong} errors={errors} />
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
      <Paper {...props} />
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
      {state === 'registered' && !hasScan && <AddScan {...props} />}
      {state === 'registered' && <Decide {...props} />}
    </>
  )
}

const Paper = ({
  text,
  formToken,
  at,
  state,
  known,
  isShown,
  hasScan,
  facts,
  namesakes,
  trail,
}: AssurancePageProps): VNode => {
  const { assurances: words, account } = text.officers
  const isProtected = known?.isProtected === true
  return (
    <section class="card" aria-label={words.ofAssurance}>
      <p>
        <span class={`state state--${state}`}>{words.state[state]}</span>
      </p>
      {isProtected && <p>{account.protectedWords}</p>}
      {isShown && <p class="quiet">{account.logged}</p>}
      <dl class="facts">
        {facts.map(([term, said]) => (
          <>
            <dt>{term}</dt>
            <dd>{said}</dd>
          </>
        ))}
      </dl>
      {!isShown && (
        <Form to={`${at}/visa`} formToken={formToken}>
          <Button label={isProtected ? account.showDetails : account.showNumber} weight="secondary" />
        </Form>
      )}
      <p>{hasScan ? <Link to={`${at}/fil`}>{words.scanLink}</Link> : words.noScan}</p>
      {known && (
        <p>
          {state === 'registered' && `${words.known.isThere} `}
          <Link to={`/handlaggning/konton/${known.accountId}`}>{words.knownLink}</Link>
        </p>
      )}
      {[...(state === 'registered' ? [] : namesakes), ...trail].map((sentence) => (
        <p key={sentence} class="quiet">
          {sentence}
        </p>
      ))}
    </section>
  )
}
